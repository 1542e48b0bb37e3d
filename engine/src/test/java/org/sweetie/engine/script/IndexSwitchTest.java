package org.sweetie.engine.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/**
 * A script answers the same with its index switched off. Left out is what hangs on how many rules
 * were tried: the choice among the rules of a {@code random} topic, and match variables that the
 * rule itself did not set.
 */
class IndexSwitchTest {
  private static final int TOPICS = 4;
  private static final int RULES = 25;
  private static final int MESSAGES = 40;
  private static final List<String> WORDS =
      List.of("cat", "dog", "fish", "saw", "run", "go", "red", "two", "seven", "home", "I", "you");
  private static final List<String> ITEMS =
      List.of(
          "cat",
          "dogs",
          "'runs",
          "_red",
          "7",
          "_~pet",
          "~act",
          "~number>5",
          "[cat fish ~act]",
          "{dog} home",
          "<< you home >>",
          "!fish",
          "![dog run]",
          "ca*",
          "\"red cat\"",
          "?",
          "$x",
          "!$x",
          "$x=3",
          "$x:=3",
          "_fish $y:=_0",
          "^count()",
          "^marked(~pet)",
          "^mark(~act)",
          "{ $x:=2 }",
          "* _home",
          "*~2 you",
          "< I");
  private static final List<String> OUTPUTS =
      List.of(
          "Answer %d.",
          "Answer %d. $x = 1",
          "$x = null",
          "^mark(~pet)",
          "^unmark(~pet)",
          "^respond(~t1)",
          "^keep() [Answer %d.] [Reply %d.]",
          "Answer %d about $y, $n.",
          "^fail(TOPIC)",
          "^fail(RULE) No.",
          "Twice.");

  @RepeatedTest(60)
  void answersTheSameWithoutIt(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    List<String> lines = script(random);
    Script indexed = Scripts.compiled(lines.toArray(String[]::new));
    Script plain = indexed.unindexed();
    ScriptState before = ScriptState.start();

    for (int i = 0; i < MESSAGES; i++) {
      String message = sentence(random);
      ScriptTurn turn = indexed.respond(before, message, Scripts.SETTINGS);
      ScriptTurn same = plain.respond(before, message, Scripts.SETTINGS);

      assertThat(same)
          .as("\"%s\" after %s in%n%s", message, before, String.join("\n", lines))
          .isEqualTo(turn);
      before = turn.after();
    }
  }

  @Test
  void withoutItEveryRuleIsTried() {
    List<String> lines = new ArrayList<>(List.of("topic: ~keywordless keep repeat ()"));
    for (int i = 0; i < 50; i++) {
      lines.add("u: (word" + i + ") Answer " + i + ".");
    }
    Script indexed = Scripts.compiled(lines.toArray(String[]::new));

    assertThat(tried(indexed, "say word40")).isEqualTo(1);
    assertThat(tried(indexed.unindexed(), "say word40")).isEqualTo(41);
  }

  private static long tried(Script script, String message) {
    TurnProfile profile = new TurnProfile(() -> 0);
    profile.turn(script, ScriptState.start().encode(), message, Scripts.SETTINGS);
    return profile.rulesTried();
  }

  private static List<String> script(Random random) {
    List<String> lines = new ArrayList<>();
    lines.add("concept: ~pet (cat dog \"gold fish\")");
    lines.add("concept: ~act (see run go)");
    lines.add("outputmacro: ^count() $n += 1");
    for (int topic = 0; topic < TOPICS; topic++) {
      String flags = pick(random, List.of("", "keep", "keep repeat"));
      lines.add("topic: ~t" + topic + " " + flags + " (~pet home " + pick(random, WORDS) + ")");
      lines.addAll(rules(random));
      lines.add("t: Gambit " + topic + ".");
    }
    lines.add("topic: ~keywordless keep ()");
    lines.addAll(rules(random));
    return lines;
  }

  private static List<String> rules(Random random) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < RULES; i++) {
      String output = pick(random, OUTPUTS).replace("%d", String.valueOf(random.nextInt(1_000)));
      lines.add(pick(random, List.of("u", "s", "?")) + ": (" + pattern(random) + ") " + output);
      if (random.nextInt(4) == 0) {
        lines.add("a: (" + pattern(random) + ") Rejoinder " + i + ".");
      }
    }
    return lines;
  }

  private static String pattern(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      text.append(random.nextInt(3) == 0 ? "* " : "").append(pick(random, ITEMS)).append(' ');
    }
    return text.toString();
  }

  private static String sentence(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = 1 + random.nextInt(7); i > 0; i--) {
      text.append(pick(random, WORDS)).append(' ');
    }
    return text + pick(random, List.of("", ".", "?", "!"));
  }

  private static <T> T pick(Random random, List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
