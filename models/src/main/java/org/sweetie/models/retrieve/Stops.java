package org.sweetie.models.retrieve;

import java.util.List;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.hu.HungarianAnalyzer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.ro.RomanianAnalyzer;

/** Stop words that Lucene does not bring in this form: all folded. */
final class Stops {
  static final CharArraySet HUNGARIAN_FOLDED = folded(HungarianAnalyzer.getDefaultStopSet());
  static final CharArraySet ROMANIAN_FOLDED = folded(RomanianAnalyzer.getDefaultStopSet());

  /** Articles, pronouns, prepositions, conjunctions and auxiliaries, without accents. */
  static final CharArraySet ALBANIAN =
      new CharArraySet(
          List.of(
              ("a ai ajo ama ane apo asaj ashtu asnje ata atij ato atyre ben beni bejme bere cdo cfare"
                      + " cila cilat cilen cilet cili cka deri dhe do duhet duke e edhe eshte gjate gje i"
                      + " ia io ishte ishin ja jam jane jeni jemi juaj jua ju ka kam kane keni kemi ke"
                      + " kesaj keta keto ketij ketyre kjo ku kur kush ky larg me megjithese mos mund mua"
                      + " na ndaj ndersa nga nje njeri nese ne nen neper nuk ose pa para pas per perse"
                      + " por pra prej pse sa se sepse si sic sipas sikur saj te tek tij tyre tone tona"
                      + " tu ty une vetem veten vet yne yt")
                  .split(" ")),
          true);

  private Stops() {}

  private static CharArraySet folded(CharArraySet words) {
    CharArraySet folded = new CharArraySet(words.size(), true);
    for (Object word : words) {
      char[] letters = (char[]) word;
      char[] plain = new char[4 * letters.length];
      int length = ASCIIFoldingFilter.foldToASCII(letters, 0, plain, 0, letters.length);
      folded.add(new String(plain, 0, length));
    }
    return folded;
  }
}
