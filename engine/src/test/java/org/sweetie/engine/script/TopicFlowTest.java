package org.sweetie.engine.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TopicFlowTest {
  private static final String[] SPINACH = {
    "topic: ~food (spinach eat)",
    "s: ( I like spinach ) Are you a fan of the cartoons?",
    "  a: ( yes ) I used to watch them. Did you like Olive?",
    "    b: ( no ) Me neither.",
    "    b: ( yes ) She was tall.",
    "  a: ( no ) What do you watch?",
    "    b: ( none ) Oh.",
    "    b: ( Mickey ) A mouse.",
    "topic: ~keywordless keep repeat ()",
    "u: () I do not follow."
  };

  @Test
  void rejoindersAnswerWhatTheReplyAskedFor() {
    Script script = Scripts.compiled(SPINACH);

    List<String> replies = Scripts.replies(script, "I like spinach", "no", "mickey mouse");

    assertThat(replies)
        .containsExactly("Are you a fan of the cartoons?", "What do you watch?", "A mouse.");
  }

  @Test
  void rejoindersGoDeeperLevelByLevel() {
    Script script = Scripts.compiled(SPINACH);

    List<String> replies = Scripts.replies(script, "I like spinach", "yes", "yes", "yes");

    assertThat(replies)
        .containsExactly(
            "Are you a fan of the cartoons?",
            "I used to watch them. Did you like Olive?",
            "She was tall.",
            "I do not follow.");
  }

  @Test
  void aRejoinderWaitsForOneMessageOnly() {
    Script script = Scripts.compiled(SPINACH);

    List<String> replies = Scripts.replies(script, "I like spinach", "hm", "no");

    assertThat(replies.get(2)).isEqualTo("I do not follow.");
  }

  @Test
  void aResponderIsUsedUpByItsOwnOutput() {
    Script script =
        Scripts.compiled("topic: ~pets (dog)", "u: (dog) I like dogs.", "u: (dog) Yes, dogs.");

    List<String> replies = Scripts.replies(script, "a dog", "a dog", "a dog");

    assertThat(replies).containsExactly("I like dogs.", "Yes, dogs.", "");
  }

  @Test
  void aKeepTopicKeepsItsRespondersButDoesNotRepeatItself() {
    Script script = Scripts.compiled("topic: ~pets keep (dog)", "u: (dog) I like dogs.");

    List<String> replies = Scripts.replies(script, "a dog", "a dog");

    assertThat(replies).containsExactly("I like dogs.", "");
  }

  @Test
  void keepAndRepeatTogetherAnswerAgain() {
    Script script =
        Scripts.compiled("topic: ~pets (dog)", "u: (dog) ^keep() ^repeat() I like dogs.");

    List<String> replies = Scripts.replies(script, "a dog", "a dog");

    assertThat(replies).containsExactly("I like dogs.", "I like dogs.");
  }

  @Test
  void aRuleThatSaysNothingLetsTheNextOneTry() {
    Script script =
        Scripts.compiled(
            "topic: ~love (love dog)",
            "u: ( I love ) $userloves = true",
            "u: ( dog ) $animal = dog",
            "u: ( love ) Glad to hear it",
            "u: ( dog ) I hate dogs");

    ScriptTurn turn = script.respond(ScriptState.start(), "I love dogs", Scripts.SETTINGS);

    assertThat(turn.reply()).isEqualTo("Glad to hear it");
    assertThat(turn.after().variables())
        .containsEntry("$userloves", "true")
        .containsEntry("$animal", "dog");
  }

  @Test
  void gambitsTellTheirStoryInOrder() {
    Script script =
        Scripts.compiled(
            "topic: ~home ()", "t: One.", "t: ($never) Never.", "t: Two.", "t: Three.");

    List<String> replies = Scripts.replies(script, "x", "y", "z", "w");

    assertThat(replies).containsExactly("One.", "Two.", "Three.", "");
  }

  @Test
  void anAttachedGambitFollowsItsRandomOne() {
    Script script =
        Scripts.compiled(
            "topic: ~beach ()",
            "r: Do you swim?",
            "t: I swim.",
            "r: Do you build castles?",
            "t: I build castles.");

    List<String> replies = Scripts.replies(script, "a", "b", "c", "d");

    assertThat(String.join(" ", replies))
        .isIn(
            "Do you swim? I swim. Do you build castles? I build castles.",
            "Do you build castles? I build castles. Do you swim? I swim.");
  }

  @Test
  void theTopicAtHandAnswersBeforeAnother() {
    Script script =
        Scripts.compiled(
            "topic: ~cats (cat)",
            "u: (cat) Cats!",
            "u: (tail) A cat tail.",
            "topic: ~dogs (dog tail)",
            "u: (dog) Dogs!",
            "u: (tail) A dog tail.");

    List<String> replies = Scripts.replies(script, "a cat", "the tail");

    assertThat(replies).containsExactly("Cats!", "A cat tail.");
  }

  @Test
  void theTopicWithMoreKeywordsAnswersFirst() {
    Script script =
        Scripts.compiled(
            "topic: ~one (dog)", "u: (dog) One.", "topic: ~two (dog bone)", "u: (dog) Two.");

    String reply = Scripts.reply(script, "a dog and a bone");

    assertThat(reply).isEqualTo("Two.");
  }

  @Test
  void aPriorityTopicAnswersFirst() {
    Script script =
        Scripts.compiled(
            "topic: ~one (dog bone)",
            "u: (dog) One.",
            "topic: ~two priority (dog)",
            "u: (dog) Two.");

    String reply = Scripts.reply(script, "a dog and a bone");

    assertThat(reply).isEqualTo("Two.");
  }

  @Test
  void aSystemTopicIsReachedByCallOnly() {
    Script script =
        Scripts.compiled(
            "topic: ~hidden system (dog)",
            "u: (dog) Hidden.",
            "topic: ~open (cat)",
            "u: (cat) ^respond(~hidden)",
            "u: (cat) Open.");

    List<String> replies = Scripts.replies(script, "a dog", "a cat and a dog", "a cat");

    assertThat(replies).containsExactly("", "Hidden.", "Open.");
  }

  @Test
  void aReusedRuleSpeaksInTheCallersPlaceAndIsUsedUp() {
    Script script =
        Scripts.compiled(
            "topic: ~me (name)",
            "t: NAME () My name is Ana.",
            "?: (what * name) ^reuse(NAME)",
            "topic: ~other (girl)",
            "u: (girl) ^reuse(~me.NAME)");

    ScriptTurn turn = script.respond(ScriptState.start(), "what is your name?", Scripts.SETTINGS);

    assertThat(turn.reply()).isEqualTo("My name is Ana.");
    assertThat(turn.fired()).extracting(FiredRule::tag).containsExactly("~me.0.0");
    assertThat(turn.fired()).extracting(FiredRule::line).containsExactly(2);
  }

  @Test
  void theCallerPaysWhenTheReusedRuleIsKept() {
    Script script =
        Scripts.compiled(
            "topic: ~me (name)",
            "s: NAME (?) ^keep() ^repeat() My name is Ana.",
            "?: (what * name) ^reuse(NAME)",
            "?: (name) You know it.");

    List<String> replies = Scripts.replies(script, "what is your name?", "what is your name?");

    assertThat(replies).containsExactly("My name is Ana.", "You know it.");
  }

  @Test
  void whatWasSaidBeforeAnotherRuleTakesOverIsSaid() {
    Script script =
        Scripts.compiled(
            "topic: ~fruit (fruit)",
            "u: (fruit) I like fruit. ^reuse(COMMON) And so do you.",
            "s: COMMON (?) Yes, a lot.");

    assertThat(Scripts.reply(script, "fruit"))
        .isEqualTo("I like fruit. Yes, a lot. And so do you.");
  }

  @Test
  void aFailedRuleTakesBackItsWords() {
    Script script =
        Scripts.compiled(
            "topic: ~fruit (fruit)", "u: (fruit) I love this ^fail(RULE)", "u: (fruit) Fruit.");

    assertThat(Scripts.reply(script, "fruit")).isEqualTo("Fruit.");
  }

  @Test
  void aFailedTopicGivesWayToTheNext() {
    Script script =
        Scripts.compiled(
            "topic: ~a priority (fruit)",
            "u: (fruit) ^fail(TOPIC)",
            "u: (fruit) Never.",
            "topic: ~b (fruit)",
            "u: (fruit) Fruit.");

    assertThat(Scripts.reply(script, "fruit")).isEqualTo("Fruit.");
  }

  @Test
  void setRejoinderLetsAnotherRulesRejoindersAnswer() {
    Script script =
        Scripts.compiled(
            "topic: ~a (cat dog)",
            "u: CAT (cat) A cat?",
            "  a: (yes) Meow.",
            "u: (dog) A dog. ^setrejoinder(CAT)");

    assertThat(Scripts.replies(script, "dog", "yes")).containsExactly("A dog.", "Meow.");
  }

  @Test
  void aDisabledRuleStaysSilentUntilItIsEnabled() {
    Script script =
        Scripts.compiled(
            "topic: ~a keep repeat (cat off on)",
            "u: (off) ^disable(RULE CAT) Off.",
            "u: (on) ^enable(RULE CAT) On.",
            "u: CAT (cat) Cat.");

    assertThat(Scripts.replies(script, "cat", "off", "cat", "on", "cat"))
        .containsExactly("Cat.", "Off.", "", "On.", "Cat.");
  }

  @Test
  void refineChoosesTheRejoinderThatMatches() {
    Script script =
        Scripts.compiled(
            "topic: ~school (school)",
            "u: (school) ^refine()",
            "  a: (math) Math is hard.",
            "  a: (art) I draw.",
            "  a: () I go to school.");

    List<String> replies = Scripts.replies(script, "art at school");

    assertThat(replies).containsExactly("I draw.");
  }

  @Test
  void theSentenceLoopEndsWithTheFirstReply() {
    Script script = Scripts.compiled("topic: ~all (dog cat)", "u: (cat) Cat.", "u: (dog) Dog.");

    String reply = Scripts.reply(script, "Well. I have a dog. And a cat.");

    assertThat(reply).isEqualTo("Dog.");
  }

  @Test
  void questionsAreToldFromStatementsWithoutAMark() {
    Script script = Scripts.compiled("topic: ~a (play)", "s: (play) Told.", "?: (play) Asked.");

    assertThat(Scripts.reply(script, "do you play")).isEqualTo("Asked.");
    assertThat(Scripts.reply(script, "I play")).isEqualTo("Told.");
  }

  @Test
  void theTildeMatchesOnlyInsideItsTopic() {
    Script script =
        Scripts.compiled(
            "topic: ~ice (cone cream)",
            "u: (chocolate ~) I love chocolate ice.",
            "u: (cone) Cones!");

    List<String> replies = Scripts.replies(script, "chocolate", "a cone", "chocolate");

    assertThat(replies).containsExactly("", "Cones!", "I love chocolate ice.");
  }

  @Test
  void nothingToSayIsAnEmptyReply() {
    Script script = Scripts.compiled("topic: ~a (play)", "u: (play) Yes.");

    assertThat(Scripts.reply(script, "unrelated")).isEmpty();
  }

  @Test
  void anEndedSentenceIsPassedOverAndNothingIsVolunteeredForIt() {
    Script script =
        Scripts.compiled(
            "topic: ~first priority nostay (.*)",
            "u: (%more) ^end(SENTENCE)",
            "topic: ~dogs (dog cat)",
            "u: (dog) Dogs!",
            "u: (cat) Cats!",
            "t: I like pets.");

    assertThat(Scripts.reply(script, "A dog. A cat.")).isEqualTo("Cats!");
    assertThat(Scripts.reply(script, "A dog. Well.")).isEqualTo("I like pets.");
  }

  @Test
  void aTopicTellsWhenItLastSpoke() {
    Script script =
        Scripts.compiled(
            "topic: ~dogs keep repeat (dog)",
            "u: (dog) Dogs!",
            "topic: ~keywordless keep repeat ()",
            "u: () Then: ^lastused(~dogs RESPONDER)");

    assertThat(Scripts.replies(script, "hm", "dog", "well", "hm"))
        .containsExactly("Then: 0", "Dogs!", "Then: 2", "Then: 2");
  }

  @Test
  void theCatchAllIsNeverAtHand() {
    Script script =
        Scripts.compiled(
            "topic: ~keywordless keep repeat ()",
            "u: () I see.",
            "topic: ~dogs (dog)",
            "u: (dog) Dogs!");

    List<String> replies = Scripts.replies(script, "hm", "a dog", "hm");

    assertThat(replies).containsExactly("I see.", "Dogs!", "I see.");
  }

  @Test
  void manyRulesAnswerAsFewDo() {
    StringBuilder source = new StringBuilder("topic: ~many keep repeat (I)\n");
    for (int i = 0; i < 500; i++) {
      source.append("u: (I * [word").append(i).append(" other").append(i).append("] !not) Number ");
      source.append(i).append(".\n");
    }
    source.append("u: ({maybe} ![never] ) None.\n");
    Script script = Scripts.compiled(source.toString());

    assertThat(Scripts.reply(script, "I have word321")).isEqualTo("Number 321.");
    assertThat(Scripts.reply(script, "I have other7 and word9")).isEqualTo("Number 7.");
    assertThat(Scripts.reply(script, "I have word9 not")).isEqualTo("None.");
  }

  @Test
  void aRuleThatMarksAConceptLeadsToRulesBehindIt() {
    List<String> lines = new ArrayList<>();
    lines.add("concept: ~made (nothing_at_all)");
    lines.add("topic: ~keywordless keep repeat ()");
    lines.add("u: (_cat) ^mark(~made _0)");
    for (int i = 0; i < 30; i++) {
      lines.add("u: (word" + i + ") No.");
    }
    lines.add("u: (my ~made) Yes.");
    Script script = Scripts.compiled(lines.toArray(String[]::new));

    assertThat(Scripts.reply(script, "my cat")).isEqualTo("Yes.");
  }
}
