package org.sweetie.engine.script;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.script.PatternElement.Group;
import org.sweetie.engine.script.Performer.Mode;
import org.sweetie.engine.script.TurnExplanation.Did;
import org.sweetie.engine.script.TurnExplanation.Heard;
import org.sweetie.engine.script.TurnExplanation.Step;

/** Writes down how a turn goes. */
final class Explaining implements TurnWatch {
  /** A runaway script must not fill the memory of whoever asks why. */
  private static final int MOST_STEPS = 100_000;

  private static final int MOST_WORDS = 4;

  private final Vocabulary vocabulary;
  private final PatternText text;
  private final List<Step> steps = new ArrayList<>();
  private @Nullable Conversation conversation;
  private int depth = -1;
  private int missed;

  Explaining(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.text = new PatternText(vocabulary);
  }

  void watch(Conversation watched) {
    conversation = watched;
  }

  private Conversation conversation() {
    if (conversation == null) {
      throw new IllegalStateException("A turn is watched from its beginning");
    }
    return conversation;
  }

  TurnExplanation explanation(ScriptTurn turn) {
    return new TurnExplanation(
        turn, conversation().sentences().stream().map(this::heard).toList(), steps);
  }

  // The message.

  private Heard heard(Sentence sentence) {
    List<String> words = new ArrayList<>();
    List<String> canonical = new ArrayList<>();
    for (int i = 1; i <= sentence.count(); i++) {
      words.add(sentence.word(i).typed());
      canonical.add(sentence.word(i).canonical());
    }
    String sort =
        sentence.isQuestion() ? "question" : sentence.isExclamation() ? "exclamation" : "statement";
    return new Heard(words, canonical, sort, marks(sentence));
  }

  private List<String> marks(Sentence sentence) {
    return Arrays.stream(sentence.allMarks())
        .filter(mark -> vocabulary.name(mark).startsWith("~"))
        .mapToObj(mark -> vocabulary.name(mark) + " " + words(sentence, mark))
        .sorted()
        .toList();
  }

  /** The words at which a mark stands. */
  private static String words(Sentence sentence, int mark) {
    Marks marks = sentence.marks();
    Set<String> words = new LinkedHashSet<>();
    for (int place = marks.first(mark); place != Marks.NOWHERE; place = marks.after(place)) {
      words.add(sentence.text(marks.start(place), marks.end(place), true));
    }
    return String.join(", ", words);
  }

  // Steps.

  private void add(Did did, String name, @Nullable Place place, String detail) {
    add(did, name, place, detail, List.of());
  }

  private void add(
      Did did, String name, @Nullable Place place, String detail, List<String> captures) {
    if (steps.size() < MOST_STEPS) {
      String file = place == null ? "" : place.file();
      int line = place == null ? 0 : place.line();
      steps.add(new Step(Math.max(depth, 0), did, name, file, line, detail, captures));
    }
  }

  private void add(Did did, Topic topic, Rule rule, String detail) {
    add(did, name(topic, rule), rule.place(), detail);
  }

  private static String name(Topic topic, Rule rule) {
    return topic.tag(rule) + (rule.label().isEmpty() ? "" : " " + rule.label());
  }

  @Override
  public void sentence(int number) {
    Sentence sentence = conversation().sentences().get(number);
    add(
        Did.SENTENCE,
        Integer.toString(number + 1),
        null,
        sentence.count() == 0 ? "" : sentence.text(1, sentence.count(), true));
  }

  @Override
  public void topic(Topic topic, Mode mode) {
    depth++;
    String what = mode == Mode.GAMBIT ? "gambits, " : "";
    add(Did.TOPIC, topic.name(), null, what + reason(topic, mode));
  }

  @Override
  public void closed(Topic topic) {
    add(Did.TOPIC, topic.name(), null, "not for this bot, only for " + topic.bots());
  }

  private String reason(Topic topic, Mode mode) {
    Rule caller = conversation().performer().current();
    if (caller != null) {
      return "called by " + conversation().script().topic(caller.topic()).tag(caller);
    }
    if (topic.name().equals(conversation().variables().get(ControlTopics.MAIN))) {
      return "in control";
    }
    Sentence sentence = conversation().sentence();
    if (topic == conversation().currentTopic()) {
      return "at hand";
    }
    if (sentence.marks().has(topic.mark())) {
      return "keyword " + words(sentence, topic.mark());
    }
    if (topic.name().equals(Topic.WITHOUT_KEYWORDS)) {
      return "no keyword answered";
    }
    return topic.name().equals(Topic.LAST_RESORT)
        ? "nothing else answered"
        : mode == Mode.GAMBIT ? "volunteered" : "asked by the engine";
  }

  @Override
  public void rejoinders(Topic topic, Rule first) {
    depth++;
    add(Did.REJOINDERS, topic.name(), first.place(), "rejoinders " + first.kind() + ":");
  }

  @Override
  public void leave() {
    depth--;
  }

  @Override
  public void candidates(Topic topic, int[] numbers) {
    Sentence sentence = conversation().sentence();
    boolean[] asked = new boolean[topic.responders().all().size()];
    IntStream.of(numbers).forEach(number -> asked[number] = true);
    for (int i = 0; i < asked.length; i++) {
      Rule rule = topic.responders().rule(i);
      if (!asked[i]) {
        add(Did.PASSED_OVER, topic, rule, "needs " + needed(rule, sentence));
      } else if (!rule.answers(sentence)) {
        add(Did.OTHER_SORT, topic, rule, rule.kind() == '?' ? "for questions" : "for statements");
      }
    }
  }

  /** The first thing that must be in the sentence and is not. */
  private String needed(Rule rule, Sentence sentence) {
    Group pattern = rule.pattern();
    List<int[]> options = pattern == null ? List.of() : Requirements.options(pattern);
    for (int[] option : options) {
      if (IntStream.of(option).noneMatch(mark -> sentence.marks().has(mark))) {
        return IntStream.of(option)
                .limit(MOST_WORDS)
                .mapToObj(vocabulary::name)
                .collect(Collectors.joining(" or "))
            + (option.length > MOST_WORDS ? " …" : "");
      }
    }
    return "other words";
  }

  @Override
  public void usedUp(Topic topic, Rule rule) {
    add(Did.USED_UP, topic, rule, "");
  }

  @Override
  public void begins(Rule rule) {
    missed = -1;
  }

  @Override
  public void missed(int index) {
    missed = Math.max(missed, index);
  }

  @Override
  public void tried(Topic topic, Rule rule, boolean matched) {
    if (matched) {
      add(Did.MATCHED, name(topic, rule), rule.place(), "", captures());
      return;
    }
    Group pattern = rule.pattern();
    boolean named = pattern != null && missed >= 0 && missed < pattern.items().size();
    String item = pattern != null && named ? text.of(pattern.items().get(missed)) : "";
    add(Did.NO_MATCH, topic, rule, item.isEmpty() ? "something stands behind its end" : item);
  }

  private List<String> captures() {
    Captures captures = conversation().captures();
    return IntStream.range(0, captures.next()).mapToObj(i -> captures.text(i, true)).toList();
  }

  @Override
  public void said(Topic topic, Rule rule, String said) {
    add(Did.SAID, topic, rule, said);
  }

  @Override
  public void saidBefore(Topic topic, Rule rule, String said) {
    add(Did.SAID_BEFORE, topic, rule, said);
  }

  @Override
  public void performed(Topic topic, Rule rule, Flow flow, boolean spoke) {
    if (flow != Flow.OK) {
      add(Did.ENDED, topic, rule, flow.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '));
    } else if (!spoke) {
      add(Did.SILENT, topic, rule, "");
    }
  }
}
