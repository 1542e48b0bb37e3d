package org.sweetie.engine.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FunctionsTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      ignoreLeadingAndTrailingWhitespace = true,
      textBlock =
          """
          ^join(AUTOSPACE a b)                          | A b
          ^burst(a_b_c)                                 | A
          ^burst(count "a b c")                         | 3
          _6 = old _3 = ^burst("x,y,z" ",") _4 / _5 / _6 | Y / z /
          _3 = ^burst(once "x,y,z" ",") _4              | Y,z
          _3 = ^burst(abc "") _3 _5                     | A c
          _3 = ^burst(25USD digitsplit) _3 / _4         | 25 / USD
          @1 = ^burst("a b c") ^length(@1) @1subject    | 3 a
          @1 = ^explode(cat) ^last(@1subject)           | T
          @1 = ^tokenize("I run. You walk.") ^length(@1) ^last(@1subject) | 2 You walk
          @1 = ^tokenize(WORD "I run. You walk.") ^length(@1) | 4
          ^extract(television 2 5)                      | Lev
          ^extract(television 2 +3)                     | Lev
          ^extract(television 5 -3)                     | Lev
          ^extract(television -3 +2)                    | Io
          ^findtext("a big cat" big 0) $$findtext_start $$findtext_word | 5 2 2
          ^findtext("a Big cat" big 0 insensitive)      | 5
          if (^findtext(cat dog 0)) { in } else { out } | Out
          ^substitute(word "a Cat and a cat" cat dog)   | A Cat and a dog
          ^substitute("insensitive word" "a Cat" cat dog) | A dog
          ^substitute(character a_b _ "")               | Ab
          ^pos(noun cat plural) ^pos(noun child plural) ^pos(noun dogs singular) | Cats children dog
          ^pos(noun box 2) ^pos(noun box 1)             | Boxes box
          ^pos(verb walk past) ^pos(verb go past) ^pos(verb try past) ^pos(verb stop past) | Walked went tried stopped
          ^pos(verb take past_participle) ^pos(verb make present_participle) ^pos(verb watch present3ps) | Taken making watches
          ^pos(adjective fast more) ^pos(adjective happy most) ^pos(adjective beautiful more) ^pos(adjective good most) | Faster happiest more beautiful best
          ^pos(adverb quick more) ^pos(determiner apple) ^pos(place 22) | Quickly an apple 22nd
          ^pos(aux be i) ^pos(pronoun my flip) ^pos(capitalize ana) ^pos(allupper ab) | Am your Ana AB
          ^pos(canonical went) ^pos(isinteger 5) ^pos(type ~x) ^pos(integer 4.0) | Go 1 concept 4
          if (^pos(isinteger five)) { yes } else { no } | No
          ^pos(raw 2)                                   | Maria
          ^compute(7 / 2) ^compute(8 divide 2) ^compute(2 ^^ 3) ^compute(9 root 2) | 3.50 4 8 3
          ^compute(5 mod 3) ^compute(1 / 0) ^compute(a + 1) | 2 infinity?
          ^format(integer "%03d" 7) ^format(float "%.1f" 7.25) | 007 7.3
          ^tally(x 4) ^tally(x) ^tally(y)               | 4 0
          ^timefromseconds(%fulltime) ^timefromseconds(%fulltime 2) | 16:02 18:02
          _1 = ^timeinfofromseconds(%fulltime) _4 _5 _6 _7 | 5 January 2026 Monday
          $x = ^timetoseconds(11 2 16 5 January 2026) if ($x == %fulltime) { same } | Same
          if (^isnumber($5.20)) { yes }                 | Yes
          if (^isnormalword(a#b)) { yes } else { no }   | No
          ^isnull($none) yes                            | Yes
          ^isnull(x) never                              | ``
          ^notnull(x) yes                               | Yes
          @1 = ^intersectwords("a big cat" "cat big") ^length(@1) | 2
          ^capitalized(1) ^capitalized(2)               | 0 1
          ^print(one) two                               | One Two
          ^preprint(one) two                            | One Two
          ^print(a) ^print(c) ^insertprint(2 b)         | A B C
          $x = ^print(OUTPUT_RETURNVALUE_ONLY hi) got $x | Got hi
          ^print(a) ^reviseoutput(1 b) ^response(1)     | B B
          ^print(why?) ^responsequestion(1) ^responseruleid(1) | Why? 1 ~keywordless.0.0
          ^wordatindex(original 2) ^wordatindex(canonical 1 2) | Maria hello Maria
          ^counttopic(~keywordless rules)               | 1
          if (^hasgambit(~keywordless any)) { yes } else { no } | No
          ^getrule(type ~) ^findrule(HERE)              | U ~other.0.0
          ^getrule(pattern ~other.HERE) ^getrule(output ~other.HERE) | (hello * ) There. [again] now
          $$tmp = ^join($ home) ^$$tmp = Cebu $home ^$$tmp | Cebu Cebu
          $n = 0 loop (5) { $n += 1 if ($n == 2) { ^next(LOOP) } $n } | 1 3 4 5
          $x = 5 $x <<= 2 $x = $x ^ 4 $x                | 16
          $x = 7 / 2.0 $x                               | 3.50
          $x = 2.5 + 1 $x                               | 3.50
          $x = 1 << 4 $x                                | 16
          '$name is $name                               | $name is
          %rule %actualtopic %zulutime                  | ~keywordless.0.0 ~keywordless 2026-01-05T16:02:11Z
          %daynumber %leapyear %timenumbers             | 2 11 02 16 1 5 0 2026
          ^"a [b] $x ^join(c d)"                        | A b  cd
          ^substitute(character %topic ~ "")            | ``
          ^mark(~pet 1) if (pattern ~pet) { marked }    | Marked
          if (pattern _maria) { ^mark(~pet _0) } if (pattern hello ~pet) { marked } | Marked
          ^unmark(maria ALL) if (pattern maria) { still } else { gone } | Gone
          if (pattern _maria) { ^unmark(* _0) } if (pattern maria) { still } else { gone } | Gone
          if (pattern _maria) { ^unmark(* _0) ^mark(*) } if (pattern maria) { back } | Back
          if (pattern _maria) { ^unmark(* _0) ^mark() } if (pattern maria) { back } ^unmark() if (pattern maria) { back } | Back
          if (pattern _hello maria) { ^position(start _0) ^position(end _0) } | 1 1
          ^setposition(_2 1 2) '_2                      | Hello Maria
          if (^match(~greet)) { greeted }               | Greeted
          if (^match(^"(< hello * )")) { begins }       | Begins
          if (^match(~other.HERE)) { as the rule }      | As the rule
          if (^marked(~greet)) { yes }                  | Yes
          @1 = ^conceptlist(CONCEPT 1) @1subject        | ~greet
          ^savesentence(s) ^analyze("dogs bark") if (pattern dog) { dogs } ^restoresentence(s) if (pattern maria) { maria } | Dogs maria
          ^settokenflags(#QUESTIONMARK) if (%question) { asked } | Asked
          ^respond(~other TEST)                         | ~other.0.0
          _0 = old ^clearmatch() now _0                 | Now
          """)
  void giveWhatTheManualSays(String output, String reply) {
    Script script =
        Scripts.compiled(
            "concept: ~greet (hello)",
            "concept: ~pet (dog)",
            "topic: ~keywordless keep repeat ()",
            "u: () " + output,
            "topic: ~other system ()",
            "u: HERE (hello # what begins",
            " * )",
            "There. # a remark",
            "[again] now");

    String said = Scripts.reply(script, "hello Maria");

    assertThat(said).isEqualTo(reply);
  }

  @Test
  void retryTriesTheRuleFurtherOn() {
    Script script =
        Scripts.rule("u: (I like _*1) $n += 1 if ($n < 2) { ^retry(RULE) } It is '_0 .");

    assertThat(Scripts.reply(script, "I like tea and I like milk")).isEqualTo("It is milk.");
  }

  @Test
  void retryOfTheTopicAndTheSentenceBeginThemAgainAtMostFiveTimes() {
    Script topic =
        Scripts.compiled(
            "topic: ~keywordless keep repeat ()",
            "u: ($$again) Second round.",
            "u: () $$again = 1 ^retry(TOPIC)");
    Script sentence =
        Scripts.compiled(
            "replace: teh the",
            "topic: ~keywordless keep repeat ()",
            "u: () $$n += 1 ^retry(SENTENCE)",
            "topic: ~default keep repeat ()",
            "u: () Round $$n .");

    assertThat(Scripts.reply(topic, "x")).isEqualTo("Second round.");
    assertThat(Scripts.reply(sentence, "x")).isEqualTo("Round 6.");
  }

  @Test
  void aBlockedTopicStaysSoUntilItIsFreed() {
    Script script =
        Scripts.compiled(
            "topic: ~keywordless keep repeat ()",
            "u: (close) ^disable(TOPIC ~pets) Closed.",
            "u: (open) ^enable(TOPIC ~pets) Open.",
            "topic: ~pets keep repeat (dog)",
            "u: (dog) Woof.");

    assertThat(Scripts.replies(script, "dog", "close", "dog", "open", "dog"))
        .containsExactly("Woof.", "Closed.", "", "Open.", "Woof.");
  }

  @Test
  void aLabelThatSpokeGivesContextForFiveTurns() {
    Script script =
        Scripts.compiled(
            "topic: ~keywordless keep repeat ()",
            "u: TENNIS (tennis) I play it.",
            "u: (why ^incontext(TENNIS)) It is fun.",
            "u: () Hm.");

    assertThat(Scripts.replies(script, "why", "tennis", "x", "why", "x", "x", "why", "why"))
        .containsExactly(
            "Hm.", "I play it.", "Hm.", "It is fun.", "Hm.", "Hm.", "It is fun.", "Hm.");
  }

  @Test
  void sequenceRunsEveryRejoinderThatMatches() {
    Script script =
        Scripts.compiled(
            "topic: ~keywordless keep repeat ()",
            "u: () ^sequence()",
            "  a: (one) First.",
            "  a: (two) Second.",
            "  a: (three) Third.");

    assertThat(Scripts.reply(script, "one and three")).isEqualTo("First. Third.");
  }

  @Test
  void inputIsAnsweredAsTheNextSentence() {
    Script script =
        Scripts.compiled(
            "outputmacro: ^bot() $cs_control_main = ~main",
            "topic: ~main system repeat ()",
            "u: (swap) ^input(a dog) ^end(SENTENCE)",
            "u: (dog) Woof.",
            "u: () Hm.");

    assertThat(Scripts.reply(script, "swap. then")).isEqualTo("Woof. Hm.");
  }

  @Test
  void resetForgetsWhatItNames() {
    Script script =
        Scripts.compiled(
            "topic: ~keywordless keep repeat ()",
            "u: (set) $x = 1 ^createfact(a b c) Ok.",
            "u: (variables) ^reset(VARIABLES) Ok.",
            "u: (facts) ^reset(FACTS) Ok.",
            "u: (ask) [$x x][!$x no x] ^nofail(RULE ^query(direct_s a)) @0object");

    assertThat(Scripts.replies(script, "set", "ask", "variables", "ask", "facts", "ask"))
        .containsExactly("Ok.", "X c", "Ok.", "No x c", "Ok.", "No x");
  }

  @Test
  void topicsGiveTheirVariablesBack() {
    Script script =
        Scripts.compiled(
            "topic: ~keywordless keep repeat ()",
            "u: () $$a = 1 $$b = 1 ^respond(~inner) $$a $$b",
            "topic: ~inner system () ($$a)",
            "u: () $$a = 2 $$b = 2");

    assertThat(Scripts.reply(script, "x")).isEqualTo("1 2");
  }

  @Test
  void aTopicMoreTakesTheWordsOfItsConceptAlong() {
    List<String> source =
        List.of("concept: ~pets (dog)", "topic: ~pets %s keep repeat (cat)", "u: () Pets!");

    Script more = Scripts.compiled(String.join("\n", source).formatted("more"));
    Compilation plain = Scripts.compilation(String.join("\n", source).formatted("keep"));

    assertThat(Scripts.reply(more, "a dog")).isEqualTo("Pets!");
    assertThat(plain.problems())
        .anyMatch(problem -> problem.message().contains("a concept has the name of the topic"));
  }

  @Test
  void aFlagWithoutMeaningIsAWarning() {
    assertThat(Scripts.compilation("topic: ~x share nosamples keep ()", "t: hi").problems())
        .hasSize(2)
        .allSatisfy(problem -> assertThat(problem.message()).contains("has no meaning here"));
  }
}
