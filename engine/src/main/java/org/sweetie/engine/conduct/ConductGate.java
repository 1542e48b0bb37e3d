package org.sweetie.engine.conduct;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sweetie.engine.text.Readable;
import org.sweetie.engine.text.TextReader;

/**
 * Judges every line the persona is about to say, rule by rule, and lets it through only when all
 * pass.
 *
 * <p>It knows nothing of how the line came to be, so it holds for any script. Whatever it cannot
 * read it refuses: a fault in a rule's data stops the reply and never the rule. Safe for use by
 * many threads.
 */
public final class ConductGate {
  /** Longest reply in UTF-16 units: a child writes short lines. */
  static final int LONGEST = 300;

  private static final List<String> RAISES =
      List.of("payment", "meeting", "image", "call", "secrecy", "channel");

  private final Phrases phrases;
  private final TextReader reader;
  private final String hash;

  /**
   * @param phrases the gate's phrase file
   * @param reader the mask every outbound line is read through (CONDUCT A2, B2)
   * @param hash hash of the phrase file and the mask, for the record
   */
  public ConductGate(Phrases phrases, TextReader reader, String hash) {
    this.phrases = phrases;
    this.reader = reader;
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
    verdicts.add(nothingSexual(line));
    RAISES.forEach(topic -> raisesNothing(topic, line, context).ifPresent(verdicts::add));
    verdicts.add(agreesToNothing(line, context));
    verdicts.add(age(line, context));
    verdicts.add(noPressure(line, context));
    verdicts.add(mandate(context));
    verdicts.add(stop(context));
    verdicts.add(plainText(line));
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

  private Verdict nothingSexual(String line) {
    Readable readable = reader.read(line);
    if (readable.masked() > 0 || line.contains(TextReader.EXPLICIT)) {
      return Verdict.fail("B2", "the line holds a masked term");
    }
    Optional<String> never = phrases.find("never", readable.text());
    return never
        .map(
            phrase ->
                Verdict.fail(
                    "B2", "the line says '" + phrase + "', which the persona never speaks of"))
        .orElseGet(() -> Verdict.pass("B2", "nothing the persona never speaks of"));
  }

  private Optional<Verdict> raisesNothing(String topic, String line, GateContext context) {
    Optional<String> said = phrases.find("raises " + topic, line);
    if (said.isEmpty()) {
      return Optional.empty();
    }
    boolean raisedBefore = context.counterpartLines().stream().anyMatch(l -> raises(topic, l));
    if (!raisedBefore) {
      return Optional.of(
          Verdict.fail(
              "B2",
              "'"
                  + said.get()
                  + "' would be the first word on "
                  + topic
                  + " in this conversation"));
    }
    return Optional.of(
        phrases.find("declines", line).isPresent()
            ? Verdict.pass("B2", "'" + said.get() + "' declines what the counterpart raised")
            : Verdict.fail(
                "B2", "'" + said.get() + "' takes up " + topic + " without declining it"));
  }

  private boolean raises(String topic, String line) {
    return phrases.find("raises " + topic, line).isPresent();
  }

  private Verdict agreesToNothing(String line, GateContext context) {
    Optional<String> agrees = phrases.find("agrees", line);
    if (agrees.isPresent() && phrases.find("declines", line).isEmpty() && isDelicate(context)) {
      return Verdict.fail(
          "B2", "'" + agrees.get() + "' could be read as agreeing to what the counterpart raised");
    }
    return Verdict.pass("B2", "agrees to nothing the counterpart raised");
  }

  private boolean isDelicate(GateContext context) {
    String asked = context.lastCounterpartLine();
    List<String> words = Phrases.words(asked);
    return asked.contains(TextReader.EXPLICIT)
        || RAISES.stream().anyMatch(topic -> phrases.find("raises " + topic, words).isPresent())
        || phrases.find("never", words).isPresent();
  }

  private Verdict age(String line, GateContext context) {
    boolean states = AgeStatement.states(line, context.age());
    if (!context.ageStated()) {
      return states
          ? Verdict.pass("B3", "states the age of " + context.age())
          : Verdict.fail("B3", "the first reply must state the age of " + context.age());
    }
    Optional<String> doubt = phrases.find("doubts age", context.lastCounterpartLine());
    if (doubt.isPresent() && !states) {
      return Verdict.fail(
          "B3", "'" + doubt.get() + "' doubts the age; the answer must state it again");
    }
    return Verdict.pass("B3", "the age was stated before");
  }

  private Verdict noPressure(String line, GateContext context) {
    Optional<String> pressure = phrases.find("pressure", line);
    if (pressure.isPresent()) {
      return Verdict.fail("B4", "'" + pressure.get() + "' could press the counterpart");
    }
    boolean askedBefore =
        line.contains("?")
            && context.personaLines().stream()
                .anyMatch(l -> Phrases.words(l).equals(Phrases.words(line)));
    return askedBefore
        ? Verdict.fail("B4", "the same question was asked before; no second try")
        : Verdict.pass("B4", "no pressure and no second try");
  }

  private static Verdict plainText(String line) {
    if (line.isBlank() || line.length() > LONGEST) {
      return Verdict.fail("B14", line.length() + " characters: expected a line of 1 to " + LONGEST);
    }
    boolean identifier =
        line.contains("@")
            || line.contains("://")
            || line.chars().filter(Character::isDigit).count() > 6;
    boolean control =
        line.chars()
            .anyMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT);
    return identifier || control
        ? Verdict.fail(
            "B14",
            "a link, an identifier or a control character; the persona writes plain text alone")
        : Verdict.pass("B14", "plain text");
  }
}
