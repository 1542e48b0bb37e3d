package org.sweetie.engine.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sweetie.engine.script.Sayings.Cause;

class SayingsTest {
  private static Sayings of(String... lines) {
    return Sayings.of(Scripts.compiled(lines), "maria", Set.of());
  }

  private static Sayings ofRules(String... rules) {
    String[] lines = new String[rules.length + 1];
    lines[0] = "topic: ~keywordless keep ()";
    System.arraycopy(rules, 0, lines, 1, rules.length);
    return of(lines);
  }

  private static List<String> texts(Sayings sayings) {
    assertThat(sayings.unproved()).isEmpty();
    return sayings.sayings().stream().map(Saying::text).toList();
  }

  private static List<Cause> causes(Sayings sayings) {
    return sayings.unproved().stream().map(Sayings.Unproved::cause).distinct().toList();
  }

  @Test
  void everyWayThroughChoicesIsListedAsItWouldGoOut() {
    assertThat(texts(ofRules("u: () [i like][we like] also [ice_cream .][rice]")))
        .containsExactlyInAnyOrder(
            "I like also ice cream.",
            "We like also ice cream.",
            "I like also rice",
            "We like also rice");
  }

  @Test
  void conditionsThatContradictEachOtherGoNoWay() {
    assertThat(
            texts(
                ofRules(
                    "u: ( cat ) $pet = cat good.",
                    "u: () if ( $pet == cat ) { a cat } else { nothing }"
                        + " if ( $pet == cat ) { again } else { again nothing }")))
        .containsExactlyInAnyOrder("Good.", "A cat again", "Nothing again nothing");
  }

  @Test
  void aVariableCanBeWhatAnyRulePutsInIt() {
    assertThat(
            texts(
                ofRules(
                    "u: ( a ) $x = one ok",
                    "u: ( b ) $x = two ok.",
                    "u: () if ( $x ) { it is $x } else { it is not }")))
        .contains("It is one", "It is two", "It is not")
        .doesNotContain("It is");
  }

  @Test
  void aCounterThatIsBoundedIsListedAndOneThatIsNotIsNot() {
    assertThat(texts(ofRules("u: () if ( $n < 3 ) { $n += 1 number $n } else { $n = 0 done }")))
        .containsExactlyInAnyOrder("Number 1", "Number 2", "Number 3", "Done");
    assertThat(causes(ofRules("u: () $n += 1 number $n"))).containsExactly(Cause.UNBOUNDED);
  }

  @Test
  void macrosAreGoneThroughWithTheirArguments() {
    assertThat(
            texts(
                of(
                    "outputmacro: ^like(^what) i like ^what ^end(CALL) never said",
                    "outputmacro: ^give(^what) ^return(^join(^what s))",
                    "topic: ~keywordless keep ()",
                    "u: () [^like(rice)][^like(^give(dog))]")))
        .containsExactlyInAnyOrder("I like rice", "I like dogs");
  }

  @Test
  void onlyAClosedListIsEchoed() {
    String list = "concept: ~pet ( dog cat guinea_pig )";

    assertThat(texts(of(list, "topic: ~keywordless keep ()", "u: ( _~pet ) so '_0 .", "u: () no")))
        .containsExactlyInAnyOrder("So dog.", "So cat.", "So guinea pig.", "No");
    assertThat(causes(ofRules("u: ( i like _* ) so '_0"))).containsExactly(Cause.COUNTERPART);
    assertThat(causes(ofRules("u: ( _~number ) so _0"))).containsExactly(Cause.COUNTERPART);
    assertThat(causes(ofRules("u: ( _~unknown ) so _0"))).containsExactly(Cause.COUNTERPART);
    assertThat(causes(ofRules("u: ( my * _[dog ~unknown] ) so _0")))
        .containsExactly(Cause.COUNTERPART);
  }

  @Test
  void anIrregularFormOfAMemberIsListed() {
    assertThat(texts(ofRules("u: ( _[mouse wolf] ) so '_0 .")))
        .containsExactlyInAnyOrder("So mouse.", "So mice.", "So wolf.", "So wolves.");
  }

  @Test
  void aWordThatMattersIsTriedWhereItIsReadAsAMember() {
    Script script =
        Scripts.compiled(
            "concept: ~pet ( dog cat )",
            "topic: ~keywordless keep ()",
            "u: ( _~pet ) so '_0",
            "u: () no");

    assertThat(Sayings.of(script, "maria", Set.of("dogs", "cows")).sayings())
        .extracting(Saying::text)
        .contains("So dogs")
        .doesNotContain("So cows");
  }

  @Test
  void aChoiceOfAlternativesFillsTheSameVariable() {
    assertThat(
            texts(
                of(
                    "concept: ~pet ( dog cat )",
                    "topic: ~keywordless keep ()",
                    "u: ( [(i like _~pet) (my _[rat cow])] ) so '_0 .",
                    "u: () no")))
        .containsExactlyInAnyOrder("So dog.", "So cat.", "So rat.", "So cow.", "No");
  }

  @Test
  void theWayOfWhatTheCounterpartWroteIsTold() {
    Sayings sayings =
        ofRules("u: ( i like _* ) $liked = '_0 ok", "u: () if ( $liked ) { so $liked }");

    assertThat(sayings.unproved())
        .singleElement()
        .satisfies(
            open -> {
              assertThat(open.line()).isEqualTo(3);
              assertThat(open.text()).isEqualTo("So \u2039_0\u203a");
              assertThat(open.flow())
                  .containsExactly(
                      "_0, which the counterpart wrote",
                      "'_0 at test.top:2",
                      "kept in $liked",
                      "$liked at test.top:3");
            });
  }

  @Test
  void aNumberIsEchoedWhenItIsWholeAndBounded() {
    assertThat(
            texts(
                ofRules(
                    "u: ( _~number ) $n = _0 $n |= 0"
                        + " if ( $n > 1 AND $n <= 3 ) { so $n } else { so many }",
                    "u: () no")))
        .containsExactlyInAnyOrder("So 2", "So 3", "So many", "No");
  }

  @Test
  void factsHoldWhatIsPutInThemAndAQueryFindsThoseOfItsVerb() {
    assertThat(
            texts(
                of(
                    "table: t (^a ^b) ^createfact(^a eats ^b) DATA: dog bone",
                    "topic: ~keywordless keep ()",
                    "u: (a) ^createfact(dog eats rice) ok",
                    "u: (b) ^createfact(dog chases cats) fine",
                    "u: (i like _*) ^createfact(you like '_0) good",
                    "u: (c) if (^query(direct_sv dog eats ?)) { so @0object }",
                    "u: (d) @1 = ^query(direct_sv dog chases ?) if (@1object) { so @1object } else { no }",
                    "u: (e) @2 += ^createfact(x y z) $$x = ^first(@2object) so $$x",
                    "u: () else")))
        .containsExactlyInAnyOrder(
            "Ok", "Fine", "Good", "So bone", "So rice", "So cats", "No", "So z", "Else");
  }

  @Test
  void whatTheCounterpartWroteStaysSoInFacts() {
    assertThat(
            causes(
                ofRules(
                    "u: (i like _*) ^createfact(you like '_0) ok",
                    "u: () ^query(direct_sv you like ?) so @0object")))
        .containsExactly(Cause.COUNTERPART);
    assertThat(causes(ofRules("u: () $$f = ^createfact(a b c) so $$f")))
        .containsExactly(Cause.UNBOUNDED);
    assertThat(causes(ofRules("u: () ^query(direct_v ? member ?) so @0subject")))
        .contains(Cause.UNKNOWN);
  }

  @Test
  void aSetThatAnotherRuleMayHaveFilledHoldsThatToo() {
    assertThat(
            texts(
                of(
                    "topic: ~keywordless keep ()",
                    "u: (a) ^createfact(dog eats rice) @1 = ^query(direct_v ? eats ?)",
                    "u: () if (@1object) { so @1object } else { no }")))
        .containsExactlyInAnyOrder("So rice", "No");
  }

  @Test
  void aCallOfWhatAValueNamesIsEachOfThese() {
    assertThat(
            texts(
                of(
                    "outputmacro: ^one(^a) one ^a",
                    "outputmacro: ^two(^a) two ^a",
                    "topic: ~keywordless keep ()",
                    "u: () $$f = one if (%hour > 5) { $$f = two } ^$$f(x)")))
        .containsExactlyInAnyOrder("One x", "Two x");
    assertThat(causes(ofRules("u: (call _*) ^_0(x)"))).contains(Cause.UNKNOWN);
  }

  @Test
  void whatNoMessageReachesIsNotListed() {
    assertThat(
            texts(
                of(
                    "topic: ~hidden system ()",
                    "u: () never",
                    "topic: ~led system ()",
                    "u: LED () led",
                    "s: OTHER ( never ) other",
                    "t: () not a gambit of a call",
                    "topic: ~keywordless keep ()",
                    "u: ( a ) ^respond(~led)",
                    "u: ( b ) ^reuse(~led.OTHER)",
                    "u: () hm",
                    "a: () below")))
        .containsExactlyInAnyOrder("Led", "Hm", "Below", "Other");
  }

  @Test
  void aRuleThatOnlyItsParentRefinesToKeepsWhatTheParentFound() {
    assertThat(
            texts(
                of(
                    "concept: ~pet ( dog cat )",
                    "topic: ~keywordless keep ()",
                    "u: ( _~pet ) ^refine()",
                    "\ta: ( nice ) nice '_0 .",
                    "\ta: () a '_0 .",
                    "u: () no")))
        .containsExactlyInAnyOrder("Nice dog.", "Nice cat.", "A dog.", "A cat.", "No");
  }

  @Test
  void twoPartsOfARuleThatMaySpeakAreReported() {
    assertThat(causes(ofRules("u: () one ^flushoutput() two"))).containsExactly(Cause.SEVERAL);
    assertThat(
            causes(
                of(
                    "topic: ~led system ()",
                    "u: () led",
                    "topic: ~keywordless keep ()",
                    "u: () one ^respond(~led)")))
        .containsExactly(Cause.SEVERAL);
  }

  @Test
  void tooManyTextsAreReportedAndNeverCutShort() {
    String choice = "[a b][b c][c d][d e][e f][f g][g h][h i][i j][j k] and ";

    assertThat(causes(ofRules("u: () " + choice.repeat(5)))).containsExactly(Cause.TOO_MANY);
  }

  @Test
  void aLoopThatIsWrittenOutIsGoneRoundByRoundAndAnOpenOneIsReported() {
    assertThat(texts(ofRules("u: () loop ( 2 ) { [a][b] } end")))
        .containsExactlyInAnyOrder("A a end", "A b end", "B a end", "B b end");
    assertThat(causes(ofRules("u: () loop () { la if ( $x ) { ^end(LOOP) } }")))
        .containsExactly(Cause.UNKNOWN);
  }

  @Test
  void whatKeepsATextFromBeingSaidTwiceIsTold() {
    Sayings sayings =
        of(
            "topic: ~keywordless keep repeat ()",
            "u: ( a !$asked ) $asked = 1 guarded?",
            "u: ( b ) again?",
            "topic: ~pets repeat ( dog )",
            "u: PET () used up?");

    assertThat(sayings.sayings())
        .extracting(saying -> saying.text() + saying.onceBy())
        .containsExactlyInAnyOrder("Guarded?[$asked]", "Again?[]", "Used up?[the rule ~pets.PET]");
  }

  @Test
  void anAnswerToWordsIsWhatTheyLeadToForCertainOrElseWhatIsPossible() {
    Sayings sayings =
        of(
            "concept: ~no ( photo camera )",
            "topic: ~turn priority keep repeat ( .* )",
            "u: ( %more ~no ) $$no = 1",
            "u: ( %more ) ^end(SENTENCE)",
            "u: ( [~no] ) never",
            "u: ( $$no ) never, i said",
            "topic: ~keywordless keep repeat ()",
            "u: ( a ) perhaps",
            "u: () else");

    assertThat(sayings.inAnswerTo("photo"))
        .extracting(Saying::text)
        .contains("Never", "Never, i said")
        .doesNotContain("Else");
    assertThat(sayings.inAnswerTo("house"))
        .extracting(Saying::text)
        .contains("Never", "Perhaps", "Else");
  }

  @Test
  void aFirstMessageFindsEveryLastingVariableEmpty() {
    Sayings sayings = ofRules("u: ( !$said ) ^repeat() $said = 1 first", "u: () later");

    assertThat(sayings.whenFirst()).extracting(Saying::text).containsExactly("First");
  }
}
