package org.sweetie.engine.conduct;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.sweetie.engine.text.Readable;
import org.sweetie.engine.text.TextReader;

/**
 * What can be said of a line by itself, whoever says it and whatever went before. The gate asks at
 * run time and the proof of a persona beforehand, so both judge the same. Safe for use by many
 * threads.
 */
public final class LineRules {
  /** Longest reply in UTF-16 units: a child writes short lines. */
  public static final int LONGEST = 300;

  /** What CONDUCT B2 lets only the counterpart bring up. */
  static final List<String> RAISES =
      List.of("payment", "meeting", "image", "call", "secrecy", "channel");

  private static final int MOST_DIGITS = 6;

  /** Three letters and more that stand apart. */
  private static final Pattern SPELLED =
      Pattern.compile("(?<!\\p{L})\\p{L}(?: \\p{L}(?!\\p{L})){2,}");

  /** A token that stood there as such, as the mask of typed text writes it. */
  private static final String ESCAPED = "\u2039explicit\u203a";

  private final Phrases phrases;
  private final ChildPhrases child;
  private final Shapes shapes = Shapes.shipped();
  private final TextReader reader;

  /**
   * The shapes are the shipped ones.
   *
   * @param phrases the gate's phrase file
   * @param child what no child's line speaks of (CONDUCT A8)
   * @param reader the mask every outbound line is read through (CONDUCT A2, B2)
   */
  public LineRules(Phrases phrases, ChildPhrases child, TextReader reader) {
    this.phrases = phrases;
    this.child = child;
    this.reader = reader;
  }

  /**
   * One verdict for each rule that a line can break by itself: nothing sexual (B2), no other age
   * than the persona's (B3), no pressure (B4), plain text (B14), nothing a child's line leaves out
   * (A8); and one for each of {@link Shapes} that the line has.
   *
   * @param age the persona's, in years
   */
  public List<Verdict> judge(String line, int age) {
    List<Verdict> verdicts = new ArrayList<>();
    verdicts.add(nothingSexual(line));
    verdicts.add(noOtherAge(line, age));
    verdicts.add(noPressure(line));
    verdicts.add(plainText(line));
    verdicts.add(asAChildWrites(line));
    for (Shapes.Found found : shapes.in(line)) {
      verdicts.add(Verdict.fail(found.rule(), "'" + found.text() + "' reads as " + found.about()));
    }
    return verdicts;
  }

  /** The line as it may be shown: masked. */
  public String shown(String line) {
    return reader.read(line).text().replace(ESCAPED, TextReader.EXPLICIT);
  }

  /** The subjects of CONDUCT B2 that a line touches. */
  public List<String> raises(String line) {
    List<String> words = Phrases.words(line);
    return RAISES.stream()
        .filter(topic -> phrases.find("raises " + topic, words).isPresent())
        .toList();
  }

  /** The phrase by which a line touches one of {@link #raises}. */
  public Optional<String> raises(String topic, String line) {
    return phrases.find("raises " + topic, line);
  }

  /** Whether a line declines something; a line that puts it off ("not now, later") does not. */
  public boolean declines(String line) {
    return phrases.find("declines", line).isPresent() && putsOff(line).isEmpty();
  }

  /** The phrase that could be read as agreeing, now or later, where the line declines nothing. */
  public Optional<String> agrees(String line) {
    return declines(line) ? Optional.empty() : putsOff(line).or(() -> phrases.find("agrees", line));
  }

  private Optional<String> putsOff(String line) {
    return phrases.find("puts off", line);
  }

  /** Whether a line of the counterpart is one that nothing may agree to. */
  public boolean isDelicate(String line) {
    List<String> words = Phrases.words(line);
    return line.contains(TextReader.EXPLICIT)
        || RAISES.stream().anyMatch(topic -> phrases.find("raises " + topic, words).isPresent())
        || never(words).isPresent();
  }

  private Optional<String> never(List<String> words) {
    return phrases.find("never", words).or(() -> phrases.find("never written", words));
  }

  /** The phrase by which a line of the counterpart doubts the age. */
  public Optional<String> doubtsAge(String line) {
    return phrases.find("doubts age", line);
  }

  /** What makes a line delicate and a script may listen for: phrases, and the mask's token. */
  public List<String> delicatePhrases() {
    List<String> all = new ArrayList<>(phrases.of("never"));
    RAISES.forEach(topic -> all.addAll(phrases.of("raises " + topic)));
    all.add(TextReader.EXPLICIT);
    return all;
  }

  /** The phrases by which a counterpart raises one of the subjects of CONDUCT B2. */
  public List<String> phrasesRaising(String topic) {
    return phrases.of("raises " + topic);
  }

  /** The phrases that doubt the age. */
  public List<String> doubtingPhrases() {
    return phrases.of("doubts age");
  }

  /** Every word of every phrase, in lower case. */
  public Set<String> words() {
    Set<String> words = new TreeSet<>();
    phrases.all().forEach(phrase -> words.addAll(Phrases.words(phrase)));
    child.forEach((section, phrase) -> words.addAll(Phrases.words(phrase)));
    words.addAll(shapes.words());
    return words;
  }

  private Verdict nothingSexual(String line) {
    Verdict written = nothingSexualIn(line);
    String joined = joined(line);
    return written.passed() && !joined.equals(line) ? nothingSexualIn(joined) : written;
  }

  private Verdict nothingSexualIn(String line) {
    Readable readable = reader.read(line);
    if (readable.masked() > 0 || line.contains(TextReader.EXPLICIT)) {
      return Verdict.fail("B2", "the line holds a masked term");
    }
    return never(Phrases.words(readable.text()))
        .map(
            phrase ->
                Verdict.fail(
                    "B2", "the line says '" + phrase + "', which the persona never speaks of"))
        .orElseGet(() -> Verdict.pass("B2", "nothing the persona never speaks of"));
  }

  private static Verdict noOtherAge(String line, int age) {
    return AgeStatement.other(line, age)
        .map(
            other ->
                Verdict.fail(
                    "B3", "the line states the age of " + other + ", the persona is " + age))
        .orElseGet(() -> Verdict.pass("B3", "no other age than " + age));
  }

  private Verdict noPressure(String line) {
    return phrases
        .find("pressure", line)
        .map(phrase -> Verdict.fail("B4", "'" + phrase + "' could press the counterpart"))
        .orElseGet(() -> Verdict.pass("B4", "no pressure"));
  }

  private Verdict asAChildWrites(String line) {
    List<String> found = new ArrayList<>();
    child.check(line, true, (phrase, section) -> found.add("'" + phrase + "' (" + section + ")"));
    return found.isEmpty()
        ? Verdict.pass("A8", "nothing a child's line leaves out")
        : Verdict.fail("A8", String.join(", ", found) + ", which a child's line leaves out");
  }

  private static Verdict plainText(String line) {
    if (line.isBlank() || line.length() > LONGEST) {
      return Verdict.fail("B14", line.length() + " characters: expected a line of 1 to " + LONGEST);
    }
    boolean identifier =
        line.contains("@")
            || line.contains("://")
            || hasDomain(line)
            || line.codePoints().filter(Character::isDigit).count() > MOST_DIGITS;
    return identifier || line.codePoints().anyMatch(LineRules::isControl)
        ? Verdict.fail(
            "B14",
            "a link, an identifier or a control character; the persona writes plain text alone")
        : Verdict.pass("B14", "plain text");
  }

  /** Letters on both sides of a dot read as a link, as in {@code example.org}. */
  private static boolean hasDomain(String line) {
    for (int dot = line.indexOf('.'); dot >= 0; dot = line.indexOf('.', dot + 1)) {
      boolean letters =
          dot > 0
              && dot + 2 < line.length()
              && Character.isLetterOrDigit(line.charAt(dot - 1))
              && Character.isLetter(line.charAt(dot + 1))
              && Character.isLetter(line.charAt(dot + 2));
      if (letters) {
        return true;
      }
    }
    return false;
  }

  /** The line with letters that stand apart set together: a spelled word is a word. */
  private static String joined(String line) {
    return SPELLED.matcher(line).replaceAll(spelled -> spelled.group().replace(" ", ""));
  }

  private static boolean isControl(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }
}
