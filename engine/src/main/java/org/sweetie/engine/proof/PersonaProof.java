package org.sweetie.engine.proof;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.sweetie.engine.conduct.AgeStatement;
import org.sweetie.engine.conduct.Caps;
import org.sweetie.engine.conduct.LineRules;
import org.sweetie.engine.conduct.Verdict;
import org.sweetie.engine.persona.Persona;
import org.sweetie.engine.persona.PersonaProfile;
import org.sweetie.engine.script.Saying;
import org.sweetie.engine.script.Sayings;
import org.sweetie.engine.script.Sayings.Unproved;

/**
 * Holds everything a persona can say against the rules of CONDUCT that can be read off a script.
 * The gate judges each reply again at run time, by the same {@link LineRules}.
 *
 * <p>What is proved of the answer to a message that holds a phrase is proved for the phrase as
 * words of one sentence, in the forms the script's reader knows; for what is written otherwise, and
 * for what depends on the whole conversation, the gate stands in.
 */
public final class PersonaProof {
  private static final Pattern QUESTION = Pattern.compile("[^.!?\u2026]*\\?");
  private static final String PROJECT = "sweetie";

  /** Fewer words ask nothing of anybody: {@code hm?}, {@code what is it?}. */
  private static final int SHORTEST_QUESTION = 4;

  private final Persona persona;
  private final LineRules rules;
  private final Sayings speech;
  private final int age;
  private final Map<String, Violation> found = new LinkedHashMap<>();
  private final Map<Saying, List<Saying>> ways = new HashMap<>();
  private final Map<String, Optional<String>> agreeing = new HashMap<>();
  private int questions;

  private PersonaProof(Persona persona, LineRules rules) {
    this.persona = persona;
    this.rules = rules;
    this.age = persona.profile().age();
    this.speech = Sayings.of(persona.script(), persona.profile().name(), rules.words());
  }

  /** Proves a persona. */
  public static Proof of(Persona persona, LineRules rules) {
    return new PersonaProof(persona, rules).prove();
  }

  private Proof prove() {
    speech.unproved().forEach(this::unproved);
    List<Saying> sayings = speech.sayings();
    List<Saying> typed = sayings.stream().flatMap(this::typed).toList();
    typed.forEach(this::line);
    typed.forEach(this::raises);
    echoes();
    asksOnce(sayings);
    firstReply();
    doubts();
    agreesToNothing();
    profile();
    List<Violation> sorted =
        found.values().stream()
            .sorted(
                Comparator.comparing(Violation::file)
                    .thenComparing(Violation::line)
                    .thenComparing(Violation::rule))
            .toList();
    return new Proof(speech.reachableRules(), sayings.size(), questions, sorted);
  }

  /** A text in every way it can come out of the persona's keyboard. */
  private Stream<Saying> typed(Saying saying) {
    List<String> ways = persona.typing().ways(saying.text());
    if (ways.isEmpty()) {
      add("B6", saying, "cannot be proved: more than a thousand ways to misspell it");
    }
    return ways.stream()
        .map(
            way ->
                new Saying(
                    saying.file(),
                    saying.line(),
                    saying.column(),
                    saying.topic(),
                    saying.tag(),
                    saying.label(),
                    saying.gambit(),
                    way,
                    saying.onceBy()));
  }

  /** Everything that may answer, as it is typed. */
  private List<Saying> typed(List<Saying> answers) {
    return answers.stream()
        .flatMap(saying -> ways.computeIfAbsent(saying, s -> typed(s).toList()).stream())
        .toList();
  }

  // Single lines.

  private void line(Saying saying) {
    for (Verdict verdict : rules.judge(saying.text(), age)) {
      if (!verdict.passed()) {
        add(verdict.rule(), saying, verdict.reason());
      }
    }
    if (saying.text().toLowerCase(Locale.ROOT).contains(PROJECT)) {
      add("B5", saying, "names the project; the persona bears a plain given name");
    }
  }

  /** What closed lists let through is looked at word by word as well. */
  private void echoes() {
    for (String echo : speech.echoes()) {
      for (Verdict verdict : rules.judge(echo, age)) {
        if (!verdict.passed()) {
          add(verdict.rule(), "a closed list", 0, "", echo, verdict.reason());
        }
      }
    }
  }

  private void raises(Saying saying) {
    for (String topic : rules.raises(saying.text())) {
      String phrase = rules.raises(topic, saying.text()).orElse("");
      if (!rules.declines(saying.text())) {
        add("B2", saying, "'" + phrase + "' takes up " + topic + " without declining it");
      } else if (!isAskedFor(saying, topic)) {
        add(
            "B2",
            saying,
            "'"
                + phrase
                + "' may be the first word on "
                + topic
                + "; leave it out, or demand in the pattern that the other side said it");
      }
    }
  }

  private boolean isAskedFor(Saying saying, String topic) {
    return speech.demands(saying).stream()
        .anyMatch(
            words ->
                !words.isEmpty()
                    && words.stream().allMatch(word -> rules.raises(topic, word).isPresent()));
  }

  private void unproved(Unproved open) {
    String rule =
        switch (open.cause()) {
          case SEVERAL -> "B1";
          case UNBOUNDED -> "B14";
          case COUNTERPART, TOO_MANY, UNKNOWN, EVALUATED, OUTSIDE -> "B6";
        };
    String why =
        switch (open.cause()) {
          case COUNTERPART -> "says what the counterpart wrote: ";
          case EVALUATED -> "evaluates text that is only known at run time: ";
          case OUTSIDE -> "says what is not in the script: ";
          case SEVERAL -> "may be more than one reply: ";
          case UNBOUNDED, TOO_MANY, UNKNOWN -> "cannot be proved: ";
        };
    add(rule, open.file(), open.line(), open.name(), open.text(), why + flow(open));
  }

  private static String flow(Unproved open) {
    return String.join(" \u2192 ", open.flow());
  }

  // Questions.

  /** CONDUCT B4: what may be asked twice presses; so does the same question from two rules. */
  private void asksOnce(List<Saying> sayings) {
    Map<String, List<Saying>> byQuestion = new HashMap<>();
    for (Saying saying : sayings) {
      Matcher question = QUESTION.matcher(saying.text());
      while (question.find()) {
        String words = plain(question.group());
        if (words.split(" ", -1).length >= SHORTEST_QUESTION) {
          byQuestion.computeIfAbsent(words, key -> new ArrayList<>()).add(saying);
        }
      }
      if (saying.text().contains("?") && onceBy(saying).isEmpty()) {
        add(
            "B4",
            saying,
            "may be asked again; ask only where a lasting variable is empty and set it, or in a"
                + " rule that is used up or may not repeat");
      }
    }
    byQuestion.values().forEach(this::sharedQuestion);
  }

  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }

  /**
   * What keeps a text from being said again; the memory of it counts while it lasts long enough.
   */
  private static Set<String> onceBy(Saying saying) {
    Set<String> once = new HashSet<>(saying.onceBy());
    if (once.remove(Sayings.MEMORY) && Sayings.REMEMBERED * 2 >= Caps.TURNS) {
      once.add("the memory of: " + saying.text());
    }
    return once;
  }

  private void sharedQuestion(List<Saying> askers) {
    Saying first = askers.get(0);
    Set<String> common = onceBy(first);
    for (Saying asker : askers) {
      common.retainAll(onceBy(asker));
      boolean once = !onceBy(first).isEmpty() && !onceBy(asker).isEmpty();
      if (common.isEmpty() && once) {
        add(
            "B4",
            asker,
            "asks what "
                + first.name()
                + " at "
                + first.file()
                + ":"
                + first.line()
                + " asks too; ask it in one place, or under one lasting variable");
        return;
      }
    }
  }

  // What is said to whom.

  private void firstReply() {
    questions++;
    for (Saying saying : typed(speech.whenFirst())) {
      if (!AgeStatement.states(saying.text(), age)) {
        add("B3", saying, "may be the first reply and does not state the age of " + age);
      }
      if (saying.gambit()) {
        add("B1", saying, "may be the first reply, and a gambit answers nothing");
      }
    }
  }

  private void doubts() {
    for (String phrase : rules.doubtingPhrases()) {
      questions++;
      for (Saying saying : typed(speech.inAnswerTo(phrase))) {
        if (!AgeStatement.states(saying.text(), age)) {
          add("B3", saying, "may answer '" + phrase + "' and does not state the age of " + age);
        }
      }
    }
  }

  private void agreesToNothing() {
    for (String phrase : rules.delicatePhrases()) {
      questions++;
      for (Saying saying : typed(speech.inAnswerTo(phrase))) {
        agreeing
            .computeIfAbsent(saying.text(), rules::agrees)
            .ifPresent(
                agrees ->
                    add(
                        "B2",
                        saying,
                        "'" + agrees + "' may be read as agreeing to '" + phrase + "'"));
      }
    }
  }

  // The profile.

  /** CONDUCT B5; what a profile must hold was checked when it was made. */
  private void profile() {
    PersonaProfile profile = persona.profile();
    for (String text : List.of(profile.name(), profile.nickname(), profile.profile())) {
      for (Verdict verdict : rules.judge(text, age)) {
        if (!verdict.passed()) {
          profileViolation(text, verdict.reason());
        }
      }
      if (!rules.raises(text).isEmpty()) {
        profileViolation(text, "raises " + rules.raises(text));
      }
      if (text.toLowerCase(Locale.ROOT).contains(PROJECT)) {
        profileViolation(text, "names the project");
      }
    }
  }

  private void profileViolation(String text, String why) {
    String file = "persona.yaml";
    List<String> lines = persona.files().getOrDefault(file, "").lines().toList();
    int line = 1;
    for (int i = 0; i < lines.size(); i++) {
      line = lines.get(i).contains(text) ? i + 1 : line;
    }
    add("B5", file, line, "", text, why);
  }

  private void add(String rule, Saying saying, String why) {
    String place = saying.file() + ":" + saying.line() + ":" + saying.column();
    add(place, rule, saying.file(), saying.line(), saying.name(), saying.text(), why);
  }

  private void add(String rule, String file, int line, String name, String text, String why) {
    add(file + ":" + line + text, rule, file, line, name, text, why);
  }

  /** One place breaks one rule once, whatever leads to it and whatever is echoed there. */
  private void add(
      String place, String rule, String file, int line, String name, String text, String why) {
    found.putIfAbsent(
        rule + place, new Violation(rule, file, line, name, rules.shown(text), rules.shown(why)));
  }
}
