package org.sweetie.engine.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Scripts of our own built as ChatScript's shipped bots are built. */
class WholeBotsTest {
  private static final String[] CONTROL = {
    "outputmacro: mika()",
    "$cs_token = #DO_INTERJECTION_SPLITTING | #DO_SUBSTITUTE_SYSTEM | #DO_NUMBER_MERGE | #DO_PARSE",
    "$cs_token += #NO_WITHIN | #STRICT_CASING",
    "$cs_token -= #DO_INTERJECTIONS",
    "^addtopic(~hello)",
    "$cs_control_main = ~steer",
    "$cs_control_post = ~aloud",
    "$userprompt = ^\"%user: >\"",
    "$single = 1",
    "table: defaultbot (^name)",
    "^createfact(^name defaultbot defaultbot)",
    "DATA:",
    "mika",
    "topic: ~steer system ()",
    "u: ( %input<%userfirstline ) gambit(~hello)",
    "u: (\\[ bell \\]) Bell seen.",
    "u: ()",
    "  $_count = %response",
    "  if ($single) {$_count = 0} # one reply for all sentences",
    "  $$now = %topic",
    "  if (%response == $_count) {nofail(TOPIC ^rejoinder())}",
    "  if (%length == 0 AND %response == $_count) { nofail(TOPIC ^gambit($$now)) }",
    "  if (%response == $_count) { nofail(TOPIC ^respond($$now)) }",
    "  if (%response == $_count)",
    "  {",
    "    @8 = ^keywordtopics()",
    "    loop()",
    "    {",
    "      $$topic = first(@8subject)",
    "      nofail(TOPIC ^respond($$topic))",
    "      if (%response != $_count) { ^end(RULE) }",
    "    }",
    "  }",
    "  if (%response == $_count) { nofail(TOPIC ^respond(~keywordless)) }",
    "  if (%response == $_count AND %rand > 101) { nofail(TOPIC respond(~QUIBBLES)) }",
    "  if (%outputrejoinder OR %lastquestion) { end(TOPIC) }",
    "  if (%response == $_count AND ^marked($$now)) { nofail(TOPIC ^gambit($$now)) }",
    "  if (%response == $_count)",
    "  {",
    "    @8 = ^GambitTopics()",
    "    loop() { $$topic = pick(@8subject) nofail(TOPIC ^Gambit($$topic))",
    "      if (%response != $_count) { ^end(RULE) } }",
    "  }",
    "  if (%response == $_count) { ^repeat() I have no word for that. }",
    "topic: ~aloud system ()",
    "t: (^query(direct_v ? chatoutput ? -1 ? @9))",
    "  loop()",
    "  {",
    "    $$said = ^last(@9subject)",
    "    if (!%server AND %os == windows AND !$QUIET) { popen(^\"talk \\\"$$said\\\" \" null) }",
    "    ^log($$said)",
    "  }",
    "topic: ~HELLO (~emohello name here)",
    "t: Have you been here before?",
    "  a: (~yes) Welcome back!",
    "  a: (~no) Then this is the first time.",
    "u: (what is your name) My name is Mika.",
    "topic: ~keywordless nostay()",
    "u: (< say _*) keep() repeat() '_0",
    "?: (who be _*~2 >) ^keep()",
    "  $$who = ^pos(capitalize ^original(_0))",
    "  $$url = ^\"\\\"https://example.org/w?titles=$$who\\\"\"",
    "  $$found = jsonopen(GET $$url \"\" \"an agent\")",
    "  @0 = ^query(direct_v ? extract ? 1)",
    "  @0object",
    "topic: ~QUIBBLES system ()",
    "u: ([never not]) Never?",
    "topic: ~courses (~course)",
    "t: ^repeat() ^keep() Ask me about the courses.",
    "u: ([many ~number] [point points] * _~course) ^repeat() ^keep()",
    "  if (^query(direct_sv '_0 points ?)) { You get @0object points for @0subject. }",
    "  else { I have no idea about '_0 . }",
    "t: ^reuse (~hello)",
    "concept: ~course (robots choir)",
    "table: ~points(^subject ^points ^tag ^term)",
    "if (^points != *) { createfact(^subject points ^points) }",
    "if (^tag != *) { createfact(^subject tag ^tag) }",
    "DATA:",
    "robots 6 project *",
  };

  @Test
  void aBotWithItsOwnControlLoadsAndTalks() {
    Compilation compilation = Scripts.compilation(CONTROL);
    Script script = compilation.script();

    assertThat(compilation.problems()).noneMatch(ScriptProblem::isError);
    assertThat(
            Scripts.replies(
                script,
                "",
                "yes",
                "what is your name?",
                "say good night",
                "how many points do I get for robots?",
                "many points for the choir",
                "who is Ada?",
                "\\[ bell \\]"))
        .startsWith("Have you been here before?", "Welcome back!", "My name is Mika.")
        .contains("Good night", "You get 6 points for robots.", "I have no idea about choir.");
  }

  @Test
  void whatReachesOutsideIsAWarningAndFails() {
    Compilation compilation = Scripts.compilation(CONTROL);
    ScriptTurn turn =
        compilation.script().respond(ScriptState.start(), "who is Ada?", Scripts.SETTINGS);

    assertThat(compilation.problems())
        .filteredOn(problem -> problem.message().contains("outside the engine"))
        .hasSize(2);
    assertThat(turn.trace())
        .anyMatch(note -> note.startsWith("error: ^jsonopen reaches outside"))
        .anyMatch(note -> note.startsWith("log: "));
  }

  /**
   * A world of facts that changes as the counterpart says, the way ChatScript's planner keeps it.
   */
  @Test
  void aWorldOfFactsIsKeptFromTurnToTurn() {
    Script script =
        Scripts.compiled(
            "concept: ~places (home market)",
            "concept: ~goods (rice fish)",
            "concept: ~carts (cart1)",
            "table: room (^kind ^space) createfact(^space space ^kind)",
            "DATA:",
            "  ~carts 5",
            "outputmacro: ^Connect (^x ^y)",
            "  createfact(^x road ^y)",
            "  createfact(^y road ^x)",
            "dualmacro: ^Joined (^x ^y) query(direct_svo ^x road ^y)",
            "patternmacro: ^Has(^what ^where ^much) ^query(direct_sv ^where ^what ? 1) @0object>=^much",
            "outputmacro: ^Put(^what ^where ^much)",
            "  $$new = ^much",
            "  if (query(direct_sv ^where ^what ? 1)) { $$new += @0object }",
            "  createattribute(^where ^what $$new)",
            "outputmacro: ^Take(^what ^where ^much)",
            "  query(direct_sv ^where ^what ? 1)",
            "  $$left = @0object - ^much",
            "  if ($$left > 0) { ^createattribute(^where ^what $$left) }",
            "  else if ($$left == 0) { delete(@0) }",
            "  else { fail(RULE) }",
            "outputmacro: ^begin()",
            "  ^Connect(home market)",
            "  ^Put(rice market 3)",
            "  query(riccochet_sv-oo cart1 member space 1)",
            "  createattribute(cart1 space @0subject)",
            "outputmacro: ^tell()",
            "  query(direct_vo ? member '~places -1 ? @4)",
            "  loop()",
            "  {",
            "    $$place = first(@4subject)",
            "    $$place :",
            "    nofail(RULE query(direct_vo ? member '~goods -1 ? @3))",
            "    loop()",
            "    {",
            "      $$good = first(@3subject)",
            "      nofail(RULE query(direct_sv $$place $$good ?))",
            "      if (@0object > 0) { $$good @0object }",
            "    }",
            "  }",
            "topic: ~keywordless keep repeat ()",
            "u: (begin) ^begin() ^tell()",
            "u: (< take _~number _~goods) ^Take('_1 market _0) ^Put('_1 home _0) ^tell()",
            "u: (enough ^Has(rice home 2)) Enough rice.",
            "u: (road) if (Joined(home market)) { There is one. }",
            "u: (room) ^query(direct_sv cart1 space ?) Room for @0object .",
            "u: () No.");

    assertThat(
            Scripts.replies(
                script,
                "begin",
                "enough?",
                "take 2 rice",
                "enough?",
                "take 2 rice",
                "road",
                "room"))
        .containsExactly(
            "Home: market: rice 3",
            "No.",
            "Home: rice 2 market: rice 1",
            "Enough rice.",
            "No.",
            "There is one.",
            "Room for 5.");
  }
}
