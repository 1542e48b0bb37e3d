package org.sweetie.engine.conduct;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Judges every line the persona is about to say, rule by rule, and lets it through only when all
 * pass.
 *
 * <p>It knows nothing of how the line came to be, so it holds for any script. Whatever it cannot
 * read it refuses: a fault in a rule's data stops the reply and never the rule. Safe for use by
 * many threads.
 */
public final class ConductGate {
  private final LineRules rules;
  private final String hash;

  /**
   * @param rules what can be said of a line by itself
   * @param hash hash of the phrase files and the mask, for the record
   */
  public ConductGate(LineRules rules, String hash) {
    this.rules = rules;
    this.hash = hash;
  }

  /** Hash of the policy: what was looked for, and the mask. */
  public String hash() {
    return hash;
  }

  /**
   * One verdict for each rule, in the order of the rules; the line may go out only when every one
   * passed.
   */
  public List<Verdict> judge(String line, GateContext context) {
    List<Verdict> verdicts = new ArrayList<>();
    verdicts.add(turn(context));
    verdicts.addAll(rules.judge(line, context.age()));
    LineRules.RAISES.forEach(topic -> raisesNothing(topic, line, context).ifPresent(verdicts::add));
    verdicts.add(agreesToNothing(line, context));
    verdicts.add(age(line, context));
    verdicts.add(noSecondTry(line, context));
    verdicts.add(mandate(context));
    verdicts.add(stop(context));
    return List.copyOf(verdicts);
  }

  /**
   * Judges the closing message (CONDUCT B9). It is the organisation's reviewed text and not the
   * persona's own word, so only the rules on when something may be sent apply, and it must be the
   * mandate's text to the letter.
   */
  public List<Verdict> judgeClosing(String line, GateContext context) {
    Mandate mandate = context.standing().mandate();
    boolean own = mandate != null && line.equals(mandate.closingText());
    return List.of(
        turn(context),
        mandate(context),
        stop(context),
        own
            ? Verdict.pass("B9", "the mandate's closing message")
            : Verdict.fail("B9", "not the mandate's closing message"));
  }

  private static Verdict mandate(GateContext context) {
    MandateOffice.Standing standing = context.standing();
    return standing.mandate() == null
        ? Verdict.fail("B7", standing.reason())
        : Verdict.pass("B7", standing.reason());
  }

  private static Verdict stop(GateContext context) {
    return context.stopped()
        ? Verdict.fail("B8", "the stop switch holds")
        : Verdict.pass("B8", "no stop holds");
  }

  private static Verdict turn(GateContext context) {
    if (!context.counterpartSpoke()) {
      return Verdict.fail("B1", "the counterpart has not written; the persona never writes first");
    }
    return context.alreadyAnswered()
        ? Verdict.fail("B1", "this message has had its one answer")
        : Verdict.pass("B1", "answers one message of the counterpart");
  }

  private Optional<Verdict> raisesNothing(String topic, String line, GateContext context) {
    return rules.raises(topic, line).map(said -> onlyDeclines(topic, said, line, context));
  }

  private Verdict onlyDeclines(String topic, String said, String line, GateContext context) {
    boolean raisedBefore =
        context.counterpartLines().stream().anyMatch(l -> rules.raises(topic, l).isPresent());
    if (!raisedBefore) {
      return Verdict.fail(
          "B2", "'" + said + "' would be the first word on " + topic + " in this conversation");
    }
    return rules.declines(line)
        ? Verdict.pass("B2", "'" + said + "' declines what the counterpart raised")
        : Verdict.fail("B2", "'" + said + "' takes up " + topic + " without declining it");
  }

  private Verdict agreesToNothing(String line, GateContext context) {
    Optional<String> agrees = rules.agrees(line);
    return agrees.isPresent() && rules.isDelicate(context.lastCounterpartLine())
        ? Verdict.fail(
            "B2", "'" + agrees.get() + "' could be read as agreeing to what the counterpart raised")
        : Verdict.pass("B2", "agrees to nothing the counterpart raised");
  }

  private Verdict age(String line, GateContext context) {
    boolean states = AgeStatement.states(line, context.age());
    if (!context.ageStated()) {
      return states
          ? Verdict.pass("B3", "states the age of " + context.age())
          : Verdict.fail("B3", "the first reply must state the age of " + context.age());
    }
    Optional<String> doubt = rules.doubtsAge(context.lastCounterpartLine());
    if (doubt.isPresent() && !states) {
      return Verdict.fail(
          "B3", "'" + doubt.get() + "' doubts the age; the answer must state it again");
    }
    return Verdict.pass("B3", "the age was stated before");
  }

  private static Verdict noSecondTry(String line, GateContext context) {
    boolean askedBefore =
        line.contains("?")
            && context.personaLines().stream()
                .anyMatch(l -> Phrases.words(l).equals(Phrases.words(line)));
    return askedBefore
        ? Verdict.fail("B4", "the same question was asked before; no second try")
        : Verdict.pass("B4", "no second try");
  }
}
