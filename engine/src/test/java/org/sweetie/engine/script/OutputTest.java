package org.sweetie.engine.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutputTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      ignoreLeadingAndTrailingWhitespace = true,
      textBlock =
          """
          I like you ?                                  | I like you?
          i   like , you                                | I like, you
          that is fun :)                                | That is fun :)
          one_two a__b                                  | One two a_b
          (laughs) ok                                   | (laughs) ok
          she said "hi" to me                           | She said "hi" to me
          say \\[ this \\]                              | Say [ this ]
          $x = 3 $x + is what                           | 3 + is what
          $x = 3 + 4 * 2 it is $x .                     | It is 14.
          $x = 7 / 2 $x and $y                          | 3 and
          $x = 5 $x += 2 $x -= 1 $x *= 3 $x             | 18
          $x = one $x = null [$x is][nothing]           | Nothing
          $x = hi [!$x wrong][^eval($x) there]          | Hi there
          $name = Ana Hello, $name!                     | Hello, Ana!
          $$t = 1 if ($$t == 1) { yes } else { no }     | Yes
          if ($a) { a } else if (!$b) { b } else { c }  | B
          $a = 3 if ($a > 2 AND $a < 5) { in } else { out } | In
          $a = 9 if ($a > 2 AND $a < 5) { in } else { out } | Out
          $a = 9 if ($a == 1 or $a == 9) { in }         | In
          if (pattern hello _*1) { got '_0 }            | Got Maria
          $x = ^join(a b c) $x                          | Abc
          ^length(hello)                                | 5
          ^first(~fruit) ^last(~fruit)                  | Apple plum
          if (^marked(~greet)) { greeted }              | Greeted
          loop (3) { me }                               | Me me me
          loop () { once ^end(LOOP) }                   | Once
          $x = 0 loop () { $x += 1 if ($x == 4) { ^end(LOOP) } } $x | 4
          ^"it's $x%bot , as \\"is\\""                  | It's maria , as "is"
          ^nofail(RULE ^fail(RULE)) still here          | Still here
          ^uppercase(abc) ^uppercase(Abc) ^capitalize(def) | 0 1 Def
          ^substitute(word "a cat and a category" cat dog) | A dog and a category
          ^substitute(character abcabc b x)             | Axcaxc
          ^canon(went) ^original(there)                 | Go there
          ^getrule(tag ~) ^getrule(type ~)              | ~keywordless.0.0 u
          _5 = hello _5 there                           | Hello there
          half ^end(RULE) whole                         | Half
          if (maria ? ~greet) { in } else { out }       | Out
          if (hello ? ~greet) { in } else { out }       | In
          %bot %user %hour %day %year                   | Maria guest 16 Monday 2026
          t.v. is a word                                | T.v. is a word
          """)
  void isPutTogetherAsWritten(String output, String reply) {
    Script script =
        Scripts.compiled(
            "concept: ~fruit (apple pear plum)",
            "concept: ~greet (hello)",
            "topic: ~keywordless keep repeat ()",
            "u: () " + output);

    assertThat(Scripts.reply(script, "hello Maria")).isEqualTo(reply);
  }

  @Test
  void aChoiceFollowsFromTheSeedAndReachesEveryBranch() {
    Script script = Scripts.rule("u: () [one][two][three]");
    Set<String> seen = new TreeSet<>();

    for (int seed = 0; seed < 50; seed++) {
      TurnSettings settings = new TurnSettings(seed, Instant.EPOCH, "maria", "guest");
      String first = script.respond(ScriptState.start(), "x", settings).reply();
      assertThat(script.respond(ScriptState.start(), "x", settings).reply()).isEqualTo(first);
      seen.add(first);
    }

    assertThat(seen).containsExactly("One", "Three", "Two");
  }

  @Test
  void aChoiceCanNameTheLevelOfItsRejoinders() {
    Script script =
        Scripts.compiled(
            "topic: ~meat (meat)",
            "u: (what meat) [c: rabbit] [e: steak]",
            "  a: () other",
            "    c: () hopping",
            "      e: () grilled");

    List<String> replies = Scripts.replies(script, "what meat", "x");

    assertThat(replies).isIn(List.of("Rabbit", "Hopping"), List.of("Steak", "Grilled"));
  }

  @Test
  void aVariableLastsAndATransientDoesNot() {
    Script script =
        Scripts.compiled(
            "topic: ~keywordless keep repeat ()",
            "u: (set) $a = 1 $$b = 2 $_c = 3 Set.",
            "u: () a $a b $$b c $_c");

    assertThat(Scripts.replies(script, "set", "show")).containsExactly("Set.", "A 1 b c");
  }

  @Test
  void timeIsThePersonasOwn() {
    Script script = Scripts.rule("u: () %hour %day %monthname %date");
    TurnSettings manila = Scripts.SETTINGS.in(ZoneId.of("Asia/Manila"));

    assertThat(script.respond(ScriptState.start(), "x", manila).reply())
        .isEqualTo("0 Tuesday January 6");
  }

  @Test
  void outputsAreListedWithTheirPlaces() {
    Script script =
        Scripts.compiled(
            "topic: ~x (x)",
            "u: (x) [hello][hi] I am",
            "   ten. if ($a) { You are $a . } ^reuse(~x.1.0)",
            "t: $b = cat",
            "t: () ^\"it is $b\"");

    assertThat(script.outputs())
        .extracting(o -> o.line() + ":" + o.column() + " " + o.tag() + " " + o.text())
        .containsExactly(
            "2:9 ~x.0.0 hello",
            "2:16 ~x.0.0 hi",
            "2:20 ~x.0.0 I am ten.",
            "3:19 ~x.0.0 You are $a.",
            "4:9 ~x.1.0 cat",
            "5:7 ~x.2.0 it is $b");
    assertThat(script.outputs())
        .extracting(ScriptOutput::echoes)
        .containsExactly(false, false, false, true, false, true);
  }
}
