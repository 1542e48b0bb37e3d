package org.sweetie.engine.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompilerProblemsTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          plan: ^x() hi                            | 1:1  | plan: is not supported
          table: ~x (^a)                           | 1:8  | the table ~x has no data
          u: (x) hi                                | 1:1  | begins neither
          topic: nice (x)                          | 1:8  | names no topic
          topic: ~x wild (x)                       | 1:11 | no flag of a topic
          topic: ~x (x                             | 1:11 | not closed
          topic: ~x (x) ~u: (x hi                  | 2:4  | not closed
          topic: ~x (x) ~u: (x]) hi                | 2:4  | not closed
          topic: ~x (x) ~u: hi                     | 2:1  | has no pattern
          topic: ~x (x) ~a: (x) hi                 | 2:1  | no rule above it
          topic: ~x (x) ~u: (@3 x) hi              | 2:5  | '@3' is not supported
          topic: ~x (x) ~u: (*22 x) hi             | 2:5  | '*22' is not supported
          topic: ~x (x) ~u: (!* x) hi              | 2:5  | a gap such as *
          topic: ~x (x) ~u: (%moon x) hi           | 2:5  | no variable %moon
          topic: ~x (x) ~u: (^jsonparse(x)) hi     | 2:5  | ^jsonparse is not supported
          topic: ~x (x) ~u: (_0=#NOUN) hi          | 2:5  | '#NOUN' is not supported
          topic: ~x (x) ~u: (x) ^nonsense(x)       | 2:8  | ^nonsense is not supported
          topic: ~x (x) ~u: (x) ^reuse()           | 2:8  | ^reuse has 0 arguments
          topic: ~x (x) ~u: (x) ^end(WORLD)        | 2:13 | cannot be ended
          topic: ~x (x) ~u: (x) $y = @1colour      | 2:13 | '@1colour' names no part
          topic: ~x (x) ~u: (x) @1 *= 5            | 2:8  | cannot be multiplied
          topic: ~x (x) ~u: (x) ^retry(WORLD)      | 2:15 | cannot be tried again
          topic: ~x (x) ~u: (x) ^end(PLAN)         | 2:13 | plans are not supported
          topic: ~x (x) ~u: (x) ^query(mine a b c) | 2:15 | there is no query mine
          topic: ~x (x) ~u: (x) ^enable(write @3)  | 2:8  | what is kept between turns
          query: mine 1zq:s::                      | 1:8  | the query has no code
          table: ^t(x) DATA: a                     | 1:11 | cannot be a parameter
          patternmacro: ^p(^a) [ ^a                | 1:22 | not closed
          outputmacro: ^reuse() hi                 | 1:14 | cannot name a macro
          outputmacro: x(a) hi                     | 1:16 | cannot be a parameter
          outputmacro: x(^a) hi ~outputmacro: y() ^x() | 1:41 | ^x has 0 arguments
          topic: ~x (x) ~u: (x) ^getrule(length ~) | 2:17 | 'length' of a rule
          topic: ~x (x) ~u: (x) $x.y = 5           | 2:8  | '$x.y' is part of a JSON object
          topic: ~x (x) ~u: (x) $x.$y.z = 5        | 2:8  | '$x.$y.z' is part of a JSON
          topic: ~x (x) ~u: (x) it is $$x[$i].name | 2:14 | '$$x[$i].name' is part of a JSON
          topic: ~x (x) ~u: (x) $x[] = 5           | 2:8  | '$x[]' is part of a JSON
          topic: ~x (x) ~u: (x) $y = $x.y          | 2:13 | '$x.y' is part of a JSON
          topic: ~x (x) ~u: (x) ^"it is $x.y"      | 2:16 | '$x.y' is part of a JSON
          topic: ~x (x) ~u: (x) ^join(a $x[0])     | 2:16 | '$x[0]' is part of a JSON
          topic: ~x (x) ~u: (x) if ($x.y) { hi }   | 2:12 | '$x.y' is part of a JSON
          topic: ~x (x) ~u: (x) if ($x.y > 5) { hi } | 2:12 | '$x.y' is part of a JSON
          topic: ~x (x) ~u: (x) [$x.y hi][no]      | 2:9  | '$x.y' is part of a JSON
          topic: ~x (x) ~u: (x $x.y) hi            | 2:7  | '$x.y' is part of a JSON
          topic: ~x (x) ~u: (x $x.y=5) hi          | 2:7  | '$x.y' is part of a JSON
          topic: ~x (x) ~u: (x $x[0]) hi           | 2:7  | '$x[0]' is part of a JSON
          outputmacro: ^f(^o) ^o.name              | 1:21 | '^o.name' is part of a JSON
          topic: ~x (x) ~u: (x) $x = {a}           | 2:13 | a value is missing
          topic: ~x (x) ~u: (x) ^reset(OUTPUT)     | 2:15 | 'OUTPUT' cannot be reset
          topic: ~x (x) ~u: (x) ^pos(syllable cat) | 2:13 | asks a dictionary
          rename: _food _5                         | 1:1  | rename: is not supported
          language: japanese                       | 1:1  | language: is not supported
          table: x tab (^a) DATA: a                | 1:10 | 'tab' cannot stand before parameters
          topic: ~x (x) ~u: (x) [one               | 2:9  | not closed
          topic: ~x (x) ~u: (x) one ]              | 2:12 | ']' does not belong here
          topic: ~x (x) ~u: (x) if ($a) hi         | 2:16 | '{' is missing
          topic: ~x (x) ~u: (x) _44                | 2:8  | no match variable _44
          topic: ~x (x) ~topic: ~x (y)             | 2:8  | declared twice
          concept: ~x (x) ~concept: ~x (y)         | 2:10 | defined twice
          """)
  void namesThePlaceAndARemedy(String source, String place, String message) {
    Compilation compilation = Scripts.compilation(source.replace(") ~", ")\n~").split("\n~"));

    assertThat(compilation.succeeded()).isFalse();
    assertThat(compilation.problems())
        .filteredOn(ScriptProblem::isError)
        .anySatisfy(
            problem -> {
              assertThat(problem.line() + ":" + problem.column()).isEqualTo(place);
              assertThat(problem.message()).contains(message);
              assertThat(problem.remedy()).isNotBlank();
            });
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "^jsonparse, facts",
    "^mysqlinit, table:",
    "^role, no parser",
    "^hasanyproperty, no dictionary",
    "^nonsense, docs/script.md"
  })
  void aFunctionThatIsNotHereIsAnsweredWithWhatIs(String function, String remedy) {
    Compilation compilation = Scripts.compilation("topic: ~x ()", "t: " + function + "(a)");

    assertThat(compilation.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.isError()).isTrue();
              assertThat(problem.remedy()).contains(remedy);
            });
  }

  @Test
  void everyProblemIsFoundInOneRun() {
    Compilation compilation =
        Scripts.compilation(
            "topic: ~x (x)", "u: (x) ^nonsense()", "u: (y) ^rubbish()", "plan: ~t (^a)", "a b");

    assertThat(compilation.problems()).extracting(ScriptProblem::line).containsExactly(2, 3, 4);
    assertThatThrownBy(compilation::script)
        .isInstanceOf(ScriptException.class)
        .hasMessageContaining("test.top:2:8")
        .hasMessageContaining("test.top:3:8")
        .hasMessageContaining("test.top:4:1");
  }

  @Test
  void anUndefinedConceptIsAWarningAndNeverMatches() {
    Compilation compilation = Scripts.compilation("topic: ~x (x)", "u: (~animals) Yes.");

    assertThat(compilation.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.isError()).isFalse();
              assertThat(problem.message()).contains("~animals");
              assertThat(problem.line()).isEqualTo(2);
            });
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ^reuse(NOWHERE)    | no rule is labelled NOWHERE
          ^reuse(~x.5.0)     | no rule is labelled ~x.5.0
          ^gambit(~nowhere)  | there is no topic ~nowhere
          ^pos(verb go soon) | 'soon' says nothing to ^pos
          ^pos(wild cat)     | 'wild' says nothing to ^pos
          ^position(middle _0) | 'middle' says nothing to ^position
          ^lastused(~x soon) | 'soon' says nothing to ^lastused
          ^compute(1 or 2)   | 'or' says nothing to ^compute
          ^enable(all ~x)    | 'all' says nothing to ^enable
          """)
  void aNameThatLeadsNowhereIsAWarning(String call, String message) {
    Compilation compilation = Scripts.compilation("topic: ~x (x)", "u: (x) " + call, "u: (x) Hi.");

    assertThat(compilation.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.isError()).isFalse();
              assertThat(problem.message()).contains(message);
            });
    assertThat(Scripts.reply(compilation.script(), "x")).isEqualTo("Hi.");
  }

  @Test
  void aCallThatReachesOutsideFailsWhenItRuns() {
    Compilation compilation =
        Scripts.compilation("topic: ~x (x)", "u: (x) ^system(ls) Done.", "u: (x) Other.");

    ScriptTurn turn = compilation.script().respond(ScriptState.start(), "x", Scripts.SETTINGS);

    assertThat(compilation.problems()).extracting(ScriptProblem::isError).containsExactly(false);
    assertThat(turn.reply()).isEqualTo("Other.");
    assertThat(turn.trace()).anyMatch(note -> note.contains("^system reaches outside"));
  }

  @Test
  void problemsShowAsCompilersShowThem() {
    Compilation compilation = Scripts.compilation("topic: ~x (x)", "u: (x) ^nonsense()");

    assertThat(compilation.problems().get(0))
        .hasToString(
            "test.top:2:8: error: the function ^nonsense is not supported; use one of those in"
                + " docs/script.md, define 'outputmacro: ^nonsense(…)', or take the call out");
  }

  @Test
  void theHashFollowsFromFilesAndOrder() {
    ScriptSource one = new ScriptSource("1.top", "topic: ~a ()\nt: A.\n");
    ScriptSource two = new ScriptSource("2.top", "topic: ~b ()\nt: B.\n");

    String hash = ScriptCompiler.compile(List.of(one, two)).script().hash();

    assertThat(hash).matches("[0-9a-f]{64}");
    assertThat(ScriptCompiler.compile(List.of(one, two)).script().hash()).isEqualTo(hash);
    assertThat(ScriptCompiler.compile(List.of(two, one)).script().hash()).isNotEqualTo(hash);
  }
}
