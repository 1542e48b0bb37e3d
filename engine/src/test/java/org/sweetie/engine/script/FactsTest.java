package org.sweetie.engine.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactsTest {
  private static final String[] WORLD = {
    "concept: ~animals (~canine cat)",
    "concept: ~canine (dog wolf)",
    "concept: ~like (like love)",
    "query: likers \"1vt 2oq:o:v1:\"",
    "table: ~pets (^who ^pet ^age)",
    "^createfact(^who pet ^pet)",
    "if (^age != *) { ^createfact(^pet age ^age) }",
    "DATA:",
    "Ana cat 3",
    "Ben dog 12",
    "\"Carl May\" goldfish *",
    "topic: ~keywordless keep repeat ()"
  };

  static Script world(String... rules) {
    String[] lines = new String[WORLD.length + rules.length];
    System.arraycopy(WORLD, 0, lines, 0, WORLD.length);
    System.arraycopy(rules, 0, lines, WORLD.length, rules.length);
    return Scripts.compiled(lines);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      ignoreLeadingAndTrailingWhitespace = true,
      textBlock =
          """
          if (^query(direct_sv Ana pet ?)) { a @0object }            | A cat
          if (^query(direct_sv Dora pet ?)) { a } else { none }      | None
          if (!^query(direct_sv Dora pet ?)) { none }                | None
          ^query(direct_vo ? pet dog) @0subject has a @0object .     | Ben has a dog.
          ^query(direct_so Ana ? cat) @0verb                         | Pet
          ^query(direct_svo ben PET Dog) yes                         | Yes
          ^query(direct_svo Ana pet dog) yes                         | ``
          ^query(direct_v ? pet ?) ^length(@0)                       | 3
          ^query(direct_v ? pet ? 1) ^length(@0)                     | 1
          ^query(direct_s "Carl May") @0object                       | Goldfish
          ^query(direct_vo ? pet ~animals) ^length(@0)               | 2
          ^nofail(RULE ^query(direct_vo ? pet '~animals)) ^length(@0) | 0
          ^query(direct_vo ? member '~canine) ^length(@0)            | 2
          ^query(direct_svo wolf member '~canine) in                 | In
          ^query(exact_vo ? pet cat) @0subject                       | Ana
          ^query(exact_vrange ? age ? -1 ? ? 10 20) @0subject        | Dog
          ^query(unipropogate dog ? ~animals 1) @0subject            | ~canine
          ^query(up2set dog ? '~animals) @0subject                   | ~canine
          ^query(direct_sotherv dog member) @0verb                   | Age
          ^query(riccochet_vo_vo ? pet cat 1 ? ? pet cat) @0subject  | Ana
          ^query(likers ? pet dog) @0subject                         | Ben
          ^query(direct_v ? pet ? 1 ? @5) @5subject                  | Carl May
          $x = ^query(direct_sv Ana pet ? 1 ? @5object) $x           | Cat
          $x = ^query(direct_sv Zoe pet ? 1 ? @5object) [$x some][none] | None
          @3 = ^query(direct_sv Zoe pet ?) ^length(@3)               | 0
          @3 = ^query(direct_v ? pet ?) @4 = @3 ^length(@4)          | 3
          ^query(direct_sv Ana pet) $x = @0subject $x                | Ana
          ^query(direct_sv Ana pet) _4 = @0all _4 / _5 / _6          | Ana / pet / cat
          ^query(direct_sv Ana pet) _4 = @0- _4 / _5 / _6            | Cat / pet / Ana
          ^query(direct_sv Ana pet) _4 = ^first(@0all) _6 ^length(@0) | Cat 0
          ^query(direct_sv Ana pet) _4 = ^first(@0all KEEP) _6 ^length(@0) | Cat 1
          ^query(direct_v ? pet) ^nth(@0subject 2)                   | Ben
          ^query(direct_v ? pet) ^last(@0subject) ^first(@0subject)  | Ana Carl May
          ^query(direct_v ? age) ^sort(@0object) @0object            | 12
          ^query(direct_v ? pet) ^sort(alpha @0subject) @0subject    | Ana
          ^query(direct_v ? age) loop () { $x = ^first(@0subject) $x , } ^length(@0) | Dog, cat, 0
          ^query(direct_v ? pet) loop (@0) { hm }                    | Hm hm hm
          ^query(direct_v ? pet) $n = 0 loop () { _1 = ^next(FACT @0subject) $n += 1 } $n ^length(@0) | 3 3
          ^query(direct_v ? pet) @1 = ^query(direct_vo ? pet dog) @0 -= @1 ^length(@0) | 2
          @1 += ^query(direct_sv Ana pet) @1 += ^query(direct_sv Ben pet) ^length(@1) | 2
          @1 = ^query(direct_v ? pet) @2 = ^query(direct_vo ? pet cat) @3 = ^intersectfacts(@1 @2object) @3subject | Ana
          @1 = ^query(direct_v ? pet) @2 = ^query(direct_vo ? pet cat) @3 = ^uniquefacts(@1 @2) ^length(@3) | 2
          @1 = ^query(direct_v ? pet) @1 += ^query(direct_v ? pet) @2 = ^unduplicate(@1) ^length(@2) | 3
          @1 = null if (@1) { full } else { empty }                  | Empty
          ^find(~canine wolf)                                        | 1
          ^length(~canine) ^first(~canine) ^last(~canine)            | 2 dog wolf
          loop () { $x = ^iterator(? member ~canine) $x }            | Dog wolf
          loop () { $x = ^iterator(?? member ~animals) $x }          | Dog wolf cat
          """)
  void areFoundByQueries(String output, String reply) {
    assertThat(Scripts.reply(world("u: () " + output), "hello")).isEqualTo(reply);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      ignoreLeadingAndTrailingWhitespace = true,
      textBlock =
          """
          ^createfact(I own fish) ^query(direct_sv I own) @0object   | Fish
          ^createfact(I own fish) ^createfact(I own fish) ^query(direct_s I) ^length(@0) | 1
          ^createfact(I own fish FACTDUPLICATE) ^createfact(I own fish FACTDUPLICATE) ^query(direct_s I) ^length(@0) | 2
          ^createfact(Bob own fish) ^createfact(Bob own dog) ^query(direct_s Bob) @0object | Dog
          $f = ^createfact(Bob own fish) $f.subject $f.object        | Bob fish
          $f = ^createfact(Bob own fish) ^field($f verb)             | Own
          $f = ^createfact(Bob own fish) $g = ^createfact($f Ana pet FACTSUBJECT) ^field($g Subject) | ( Bob own fish )
          ^createfact((Bob eat fish) how slowly) ^query(direct_v ? how) _1 = @0subject ^field(_1 object) | Fish
          $f = ^createfact(Bob own fish) $t = ^writefact($f) ^delete($f) ^createfact($t) ^query(direct_s Bob) @0object | Fish
          $f = ^createfact(Bob own fish) ^revisefact($f null null dog) ^query(direct_s Bob) @0object | Dog
          ^createattribute(car cost 15) ^createattribute(car cost 10) ^query(direct_s car) ^length(@0) @0object | 1 10
          ^createfact(a b c) ^query(direct_s a) ^delete(@0) if (^query(direct_s a)) { still } else { gone } | Gone
          $m = ^createfact(x y z FACTDEAD) ^createfact(a b c) ^flushfacts($m) if (^query(direct_s a)) { still } else { gone } | Gone
          ^createfact(a b c) $x = ^findfact(a b c) [$x found][!$x lost] | Found
          ^createfact(a b c USER_FLAG1) ^createfact(a b d) ^query(directflag_v ? b ? -1 ? @0 ? USER_FLAG1) ^length(@0) | 1
          ^createfact(a b c) ^query(direct_s a) ^addproperty(@0 USER_FLAG2) ^query(directflag_v ? b ? -1 ? @1 ? USER_FLAG2) @1object | C
          ^query(direct_s Ana) ^delete(@0) if (^query(direct_s Ana)) { the script's own stay } | The script's own stay
          @1 += ^createfact(a load (b load 5)) @2 = ^unpackfactref(@1) @2object | 5
          $t = ^createfact(I love you) @0 = $t @0object              | You
          hi ^createfact(a b c) there                                | Hi there
          """)
  void areMadeAndEndedByScripts(String output, String reply) {
    assertThat(Scripts.reply(world("u: () " + output), "hello")).isEqualTo(reply);
  }

  @Test
  void lastWithTheConversationUnlessTransient() {
    Script script =
        world(
            "u: (my dog is _*) ^createfact(dog name '_0) ^createfact(dog now '_0 FACTTRANSIENT) Ok.",
            "u: (who) if (^query(direct_sv dog name ?)) { It is @0object . }",
            "u: (now) if (^query(direct_sv dog now ?)) { Yes. } else { No. }");

    List<String> replies =
        Scripts.replies(script, "my dog is Rex of \"Old (Town)\"", "who is it", "and now");

    assertThat(replies).containsExactly("Ok.", "It is Rex of Old (Town).", "No.");
  }

  @Test
  void surviveTheTextOfTheState() {
    Script script =
        world(
            "u: (my dog is _*) ^createfact((dog name '_0) told you) Ok.",
            "u: (who) ^query(direct_v ? told) _1 = @0subject ^field(_1 object)");
    ScriptState state =
        script.respond(ScriptState.start(), "my dog is a \"b\" (c", Scripts.SETTINGS).after();

    ScriptState read = ScriptState.decode(state.encode());

    assertThat(read).isEqualTo(state);
    assertThat(read.facts()).hasSize(2);
    assertThat(script.respond(read, "who", Scripts.SETTINGS).reply()).contains("(c");
  }

  @Test
  void areKeptUpToALimitThatTheTraceNames() {
    Script script = world("u: () $n = 0 loop (150) { $n += 1 ^createfact($n is number) } Done.");

    ScriptTurn turn = script.respond(ScriptState.start(), "x", Scripts.SETTINGS);

    assertThat(turn.after().facts()).hasSize(Facts.MOST_KEPT).last().asString().contains("150");
    assertThat(turn.trace()).anyMatch(note -> note.startsWith("the oldest 50 facts are forgotten"));
    assertThat(turn.after().encode().length()).isLessThan(6_000);
  }

  @Test
  void thatGoOnWithoutEndEndTheTurn() {
    Script script =
        world("u: () $n = 0 loop () { loop () { $n += 1 ^createfact($n is number) } } Done.");

    ScriptTurn turn = script.respond(ScriptState.start(), "x", Scripts.SETTINGS);

    assertThat(turn.trace()).anyMatch(note -> note.startsWith("error: "));
  }

  @Test
  void tellWhatWasSaidInThisTurn() {
    Script script =
        Scripts.compiled(
            "outputmacro: ^bot() $cs_control_main = ~main $cs_control_post = ~after",
            "topic: ~main system ()",
            "u: () ^print(One.) ^print(Two.)",
            "topic: ~after system ()",
            "t: (^query(direct_v ? chatoutput ? -1 ? @9)) $said = ^last(@9subject)",
            "   $why = ^first(@9object) ^log($said)");

    ScriptTurn turn = script.respond(ScriptState.start(), "x", Scripts.SETTINGS);

    assertThat(turn.reply()).isEqualTo("One. Two.");
    assertThat(turn.trace()).contains("log: One.");
  }

  @Test
  void standInPatternsToo() {
    Script script =
        world(
            "u: (cat ^query(direct_vo ? pet cat)) @0subject has one.",
            "u: (age ^query(direct_s dog age) @0object>10) Old.");

    assertThat(Scripts.replies(script, "a cat", "what age"))
        .containsExactly("Ana has one.", "Old.");
  }
}
