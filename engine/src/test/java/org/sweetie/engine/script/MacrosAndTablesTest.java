package org.sweetie.engine.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MacrosAndTablesTest {

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      ignoreLeadingAndTrailingWhitespace = true,
      textBlock =
          """
          outputmacro: ^hi(^a ^b) hi ^b and ^a                  | ^hi(one two)                      | Hi two and one
          outputmacro: hi(^a) hi ^a                             | hi(one)                           | Hi one
          outputmacro: ^val(^a) ^return(^a) never               | $x = ^val(7) $x                   | 7
          outputmacro: ^set(^a) ^^a = 5                         | $x = 1 ^set($x) $x                | 5
          outputmacro: ^set(^a) ^a = 5 ^a                       | $x = 1 ^set($x) $x                | 5 1
          outputmacro: ^now(^a) $x = 2 ^a                       | $x = 1 ^now($x)                   | 2
          outputmacro: ^now(^a) $x = 2 ^a                       | $_y = 1 ^now($_y)                 | 1
          outputmacro: ^loc() $_y = 2                           | $_y = 1 ^loc() $_y                | 1
          outputmacro: ^held() ($$a) $$a = 2 $$b = 2            | $$a = 1 $$b = 1 ^held() $$a $$b   | 1 2
          outputmacro: ^few variable (^a ^b) ^a [^b]            | ^few(x)                           | X
          outputmacro: ^local($_a) $_a = ^join($_a x) $_a       | $x = 1 ^local($x) $x              | 1x 1
          outputmacro: ^set(^s) ^first(^s)                      | @1 += ^createfact(a b c) ^set(@1object) ^length(@1) | C 0
          outputmacro: ^second(^a ^b) ^argument(2)              | ^second(x y)                      | Y
          outputmacro: ^fn(^f ^v) ^f(^v)                        | ^fn( ^"\\^join" ab)               | Ab
          outputmacro: ^fn(^v) got ^v                           | $$f = ^"\\^fn" ^$$f(it)           | Got it
          dualmacro: ^both(^a) ^query(direct_s ^a)              | ^createfact(a b c) if (^both(a)) { yes } | Yes
          outputmacro: ^each(^t) ^t ,                           | ^walktopics('^each)               | ~keywordless,
          """)
  void runWithTheirArguments(String macro, String output, String reply) {
    Script script =
        Scripts.compiled(macro, "topic: ~keywordless keep repeat ()", "u: () " + output);

    assertThat(Scripts.reply(script, "hello")).isEqualTo(reply);
  }

  @Test
  void patternMacrosStandForTheirPatterns() {
    Script script =
        Scripts.compiled(
            "concept: ~pets (cat dog)",
            "patternmacro: ^have(^what) # where it lives",
            "  [have own] *~2 ^what",
            "patternmacro: ^two(^a ^b) ^have(^a) * ^b",
            "topic: ~keywordless keep repeat ()",
            "u: (< I ^have(_~pets)) A '_0!",
            "u: (you ^two(~pets fish)) Both.",
            "u: (!^have(bird) bird) No bird.");

    assertThat(
            Scripts.replies(
                script, "I own a dog", "you have a cat and a fish", "a bird", "they have a bird"))
        .containsExactly("A dog!", "Both.", "No bird.", "");
  }

  @Test
  void aPatternMacroThatCallsItselfIsAnError() {
    Compilation compilation =
        Scripts.compilation(
            "patternmacro: ^a(^x) ^x", "topic: ~x ()", "u: (^a(b c)) hi", "u: (^a(y)) hi");

    assertThat(compilation.problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.message()).contains("not called with 1"));
  }

  @Test
  void tablesFillConceptsAndFacts() {
    Script script =
        Scripts.compiled(
            "concept: ~author ()",
            "concept: ~book ()",
            "table: authors (^author ^work ^year)",
            "^createfact(^author member ~author)",
            "^createfact(^work member ~book)",
            "^createfact(^work exemplar ^author)",
            "if (^year != *) { ^createfact(^year date ^work) }",
            "DATA:",
            "\"Mark Twain\" \"Tom Sawyer\" * # the year is not known",
            "Homer Odyssey -800 \\n Dante Comedy 1320",
            "topic: ~books (~author ~book)",
            "u: (_~author) ^keep() ^repeat() ^query(direct_vo ? exemplar '_0) @0subject .",
            "u: (_~book) ^keep() ^repeat() ^query(direct_sv _0 exemplar) @0object .");

    assertThat(
            Scripts.replies(
                script, "who is Mark Twain", "and Homer", "Tom Sawyer", "the comedy then"))
        .containsExactly("Tom Sawyer.", "Odyssey.", "Mark Twain.", "Dante.");
  }

  @Test
  void tableMacrosAreFilledWhereverTheyAreNamed() {
    Script script =
        Scripts.compiled(
            "concept: ~accidents ()",
            "concept: ~sea ()",
            "tablemacro: ^keys(^topic ^key) ^createfact(^key member ^topic)",
            "table: ^keys(~accidents)",
            "crash injury",
            "repair",
            "topic: ~keywordless keep repeat ()",
            "u: (~accidents) Ouch.",
            "u: (~sea) Wet.",
            "datum: ^keys(~sea) wave",
            "u: (tide) Moon.");

    assertThat(Scripts.replies(script, "a crash", "many injuries", "repair", "a wave", "tide"))
        .containsExactly("Ouch.", "Ouch.", "Ouch.", "Wet.", "Moon.");
  }

  @Test
  void valuesKeepQuotesScriptsAndShortNames() {
    Script script =
        Scripts.compiled(
            "table: t (^name ^say.KEEP_QUOTES ^do)",
            "^createfact(^name say ^say) ^createfact(^name do ^do)",
            "DATA:",
            "\"Paris, France\" (Paris \"City of Light\") \"on the Seine\" ^\"[bon] jour %user\"",
            "topic: ~keywordless keep repeat ()",
            "u: (say) ^query(direct_sv Paris say) @0object",
            "u: (do) ^query(direct_sv \"City of Light\" do) $x = @0object ^eval($x)",
            "u: (raw) ^query(direct_sv Paris do) @0object");

    assertThat(Scripts.replies(script, "say", "do", "raw"))
        .containsExactly("\"on the Seine\"", "Bon jour guest", "^\"[bon] jour %user\"");
  }

  @Test
  void rowsMustBeWholeUnlessTheTableSaysOtherwise() {
    String rules = "topic: ~keywordless keep () u: () ^query(direct_v ? is) ^length(@0)";

    Compilation broken = Scripts.compilation("table: t (^a ^b) DATA:", "a b", "c", rules);
    Script variable =
        Scripts.compiled(
            "table: t variable (^a ^b) ^createfact(^a is ^b) DATA:", "a b", "c", rules);
    Script filled =
        Scripts.compiled("table: t (^a ^b) ^createfact(^a is ^b)", "DATA:", "a b", "c ...", rules);

    assertThat(broken.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.line()).isEqualTo(3);
              assertThat(problem.message()).contains("the row has 1 of 2 values");
            });
    assertThat(Scripts.reply(variable, "x")).isEqualTo("2");
    assertThat(Scripts.reply(filled, "x")).isEqualTo("2");
  }

  @Test
  void aTableLeavesVariablesThatAConversationMayChange() {
    Script script =
        Scripts.compiled(
            "table: t (^a) $home = ^a DATA: Cebu",
            "topic: ~keywordless keep repeat ()",
            "u: (move _*) $home = '_0 Ok.",
            "u: (forget) $home = null Ok.",
            "u: () [$home In $home .][!$home Nowhere.]");

    assertThat(Scripts.replies(script, "where", "move Davao", "where", "forget", "where"))
        .containsExactly("In Cebu.", "Ok.", "In Davao.", "Ok.", "Nowhere.");
    assertThat(script.respond(ScriptState.start(), "x", Scripts.SETTINGS).after().variables())
        .isEmpty();
  }

  @Test
  void replacementsAndCanonicalFormsAreTheScriptsOwn() {
    Script script =
        Scripts.compiled(
            "replace: gonna \"going to\" <hiya hello \"lol cat\" cat",
            "canon: doggo dog",
            "describe: $x \"what it holds\" ^f \"what it does\"",
            "topic: ~keywordless keep repeat ()",
            "u: (I be go to _*) '_0",
            "u: (< hello) Hi.",
            "u: (_dog) _0 from '_0 .",
            "u: (<< cat mat >>) Cat.");

    assertThat(Scripts.replies(script, "i am gonna sleep", "hiya", "a doggo", "lol cat on the mat"))
        .containsExactly("Sleep", "Hi.", "Dog from doggo.", "Cat.");
  }

  @Test
  void theCompiledFormHoldsWhatTablesAndMacrosMade() {
    Script script =
        Scripts.compiled(
            "concept: ~author ()",
            "patternmacro: ^by(^who) << write ^who >>",
            "outputmacro: ^say(^what) It was ^what .",
            "replace: scribble write",
            "table: t (^a ^w ^do) ^createfact(^a wrote ^w) ^createfact(^a member ~author) $n += 1",
            "^createfact(^a do ^do)",
            "DATA:",
            "Homer Odyssey ^\"[Sing] muse\"",
            "topic: ~keywordless keep repeat () ($n)",
            "u: (^by(_~author)) $n = 7 ^query(direct_sv _0 wrote) say(@0object)",
            "u: (count) $n",
            "u: (do) ^query(direct_v ? do) ^eval(@0object)");

    Script loaded = ScriptImage.read(ScriptImage.write(script));

    for (Script either : List.of(script, loaded)) {
      assertThat(Scripts.replies(either, "did Homer scribble", "count", "do"))
          .containsExactly("It was Odyssey.", "1", "Sing muse");
    }
  }
}
