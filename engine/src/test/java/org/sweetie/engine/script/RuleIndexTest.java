package org.sweetie.engine.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The index leads to every rule that matches, and to few that do not. */
class RuleIndexTest {
  private static final int RULES = 120;
  private static final int SENTENCES = 60;
  private static final List<String> WORDS =
      List.of("cat", "dog", "fish", "see", "run", "go", "red", "two", "seven", "home", "I", "you");
  private static final List<String> ATOMS =
      List.of(
          "cat",
          "dogs",
          "fish",
          "saw",
          "run",
          "'runs",
          "red",
          "7",
          "home",
          "I",
          "you",
          "~pet",
          "~act",
          "~nothing",
          "~number",
          "'~pet",
          "\"red cat\"",
          "go_home",
          "ca*",
          "*un",
          "?",
          "$x",
          "!$x",
          "%length>2",
          "~number>5",
          "run?",
          "\\!",
          "~");

  @RepeatedTest(40)
  void leadsToEveryRuleThatMatches(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    List<String> lines = new ArrayList<>();
    lines.add("concept: ~pet (cat dog \"gold fish\" ~act)");
    lines.add("concept: ~act (see run go)");
    lines.add("topic: ~a ()");
    for (int i = 0; i < RULES; i++) {
      lines.add("u: (" + sequence(random, 3) + ") Yes.");
    }
    Script script = Scripts.compiled(lines.toArray(String[]::new));
    Topic topic = script.allTopics().get(0);
    List<Rule> rules = topic.responders().all();

    for (int i = 0; i < SENTENCES; i++) {
      String message = sentence(random);
      Conversation conversation =
          new Conversation(script, ScriptState.start(), message, Scripts.SETTINGS);
      conversation.moveTo(0);
      conversation.run(topic);
      List<Integer> matching =
          IntStream.range(0, RULES)
              .filter(rule -> conversation.matcher().matches(rules.get(rule).pattern(), 0))
              .boxed()
              .toList();

      int[] candidates = topic.responders().candidates(conversation.sentence());

      assertThat(candidates)
          .as("\"%s\" in%n%s", message, String.join("\n", lines))
          .isSorted()
          .contains(matching.stream().mapToInt(Integer::intValue).toArray());
    }
  }

  @ParameterizedTest(name = "{0} needs {1}")
  @CsvSource(
      delimiter = '|',
      nullValues = "nothing",
      textBlock =
          """
          (a b)                   | a b
          (a * _b)                | a b
          (< a > )                | a
          ([a b])                 | a/b
          ([a (b c)])             | a/b
          ([a [b ~c]])            | a/b/~c
          (_[a b] 'c)             | a/b c
          ({a} b)                 | b
          (<< a ~b >>)            | a ~b
          ((a [b c]))             | a b/c
          (!a b)                  | b
          (!!a b)                 | b
          (![a b] c)              | c
          (~number>5)             | ~number
          ("a b" c*)              | a b c*
          ([a ?])                 | nothing
          ([a {b}])               | nothing
          ([a !b])                | nothing
          (? $x %length>2 !a)     | nothing
          (a ^marked(~b))         | a
          ()                      | nothing
          """)
  void asksForWhatMustBeThere(String pattern, String needs) {
    Script script = Scripts.compiled("topic: ~x ()", "u: " + pattern.replace(" , ", " ") + " Yes.");
    Rule rule = script.allTopics().get(0).rules().get(0);

    String needed =
        Requirements.options(rule.pattern()).stream()
            .map(marks -> names(script, marks))
            .collect(Collectors.joining(" "));

    assertThat(needed).isEqualTo(needs == null ? "" : needs);
  }

  @Test
  void aRuleThatAsksForAConceptAloneIsFoundByItsMembers() {
    List<String> lines = new ArrayList<>(List.of("concept: ~pet (cat)", "topic: ~a ()"));
    for (int i = 0; i < 50; i++) {
      lines.add("u: (word" + i + ") No.");
    }
    lines.add("u: (~pet) Yes.");
    Script script = Scripts.compiled(lines.toArray(String[]::new));
    Topic topic = script.allTopics().get(0);
    Sentence sentence = script.read("two cats", TokenFlags.USUAL).get(0);

    assertThat(topic.responders().candidates(sentence)).containsExactly(50);
  }

  private static String names(Script script, int[] marks) {
    return IntStream.of(marks)
        .mapToObj(
            mark ->
                Stream.of("a", "b", "c", "~b", "~c", "~number", "a b", "c*")
                    .filter(name -> script.mark(name) == mark)
                    .findFirst()
                    .orElse("?"))
        .collect(Collectors.joining("/"));
  }

  private static String sentence(Random random) {
    return random
            .ints(1 + random.nextInt(7), 0, WORDS.size())
            .mapToObj(WORDS::get)
            .collect(Collectors.joining(" "))
        + List.of("", ".", "?", "!").get(random.nextInt(4));
  }

  private static String sequence(Random random, int depth) {
    StringBuilder text = new StringBuilder();
    int count = 1 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      if (random.nextInt(4) == 0) {
        text.append(
            List.of("* ", "_* ", "*~2 ", "*1 ", "< ", "< * ", "@_0+ ", "*~2b ")
                .get(random.nextInt(8)));
      }
      text.append(element(random, depth)).append(' ');
    }
    if (random.nextInt(6) == 0) {
      text.append("> ");
    }
    return text.toString();
  }

  private static String element(Random random, int depth) {
    String prefix = List.of("", "", "", "", "_", "!", "!!").get(random.nextInt(7));
    int kind = depth == 0 ? 9 : random.nextInt(10);
    return switch (kind) {
      case 0 -> prefix + "[" + several(random, depth - 1) + "]";
      case 1 -> (prefix.startsWith("!") ? "" : prefix) + "{" + several(random, depth - 1) + "}";
      case 2 -> prefix + "(" + sequence(random, depth - 1) + ")";
      case 3 -> "<< " + several(random, depth - 1) + " >>";
      default -> {
        String atom = ATOMS.get(random.nextInt(ATOMS.size()));
        yield atom.startsWith("!") ? atom : prefix + atom;
      }
    };
  }

  private static String several(Random random, int depth) {
    int count = 1 + random.nextInt(3);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(element(random, depth)).append(' ');
    }
    return text.toString();
  }
}
