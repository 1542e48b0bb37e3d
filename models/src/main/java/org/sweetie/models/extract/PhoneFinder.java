package org.sweetie.models.extract;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Telephone numbers, found and validated by libphonenumber, in E.164.
 *
 * <p>Only runs that hold enough digits are shown to the library. What it finds must also look like
 * a number someone gives: a bare string of digits needs its prefix, or a word such as "call"
 * nearby. A number of another country written without its code is read when such a word stands by.
 */
final class PhoneFinder implements Finder {
  private static final int FEWEST = 7;
  private static final int MOST_TOGETHER = 60;

  private final Words words;

  PhoneFinder() {
    Lexicon lexicon = Lexicon.load("phones.txt");
    words =
        new Words(
            lexicon.set("cue"),
            lexicon.set("weak-cue"),
            lexicon.set("not-phone"),
            lexicon.set("label"),
            lexicon.list("region"),
            lexicon.list("fiction"));
  }

  @Override
  public void find(Passage passage, String region, Consumer<Candidate> found) {
    PhoneSearch search = new PhoneSearch(words, passage, region, found);
    for (int i = 0; i < passage.length(); ) {
      if (!Chars.isDigit(passage.at(i))) {
        i++;
        continue;
      }
      DigitRun run = DigitRun.at(passage, i);
      if (run.digits() >= FEWEST && run.digits() <= MOST_TOGETHER) {
        search.read(run);
      } else if (run.digits() > MOST_TOGETHER) {
        run.pieces(passage).stream()
            .filter(piece -> piece.digits() >= FEWEST + 2 && piece.digits() <= PhoneSearch.MOST)
            .forEach(search::read);
      }
      i = run.end();
    }
  }

  /**
   * The word file.
   *
   * @param cues said near a telephone number
   * @param weakCues said near one too, but of much else: not enough for seven digits
   * @param notPhones said right before another number
   * @param labels right beside a number, they make it one of a telephone
   * @param regions where a number of no known region is looked up, in order
   * @param fiction E.164 prefixes, without the plus, of numbers set aside for fiction
   */
  record Words(
      Set<String> cues,
      Set<String> weakCues,
      Set<String> notPhones,
      Set<String> labels,
      List<String> regions,
      List<String> fiction) {}
}
