package org.sweetie.models.assist;

import java.util.ArrayList;
import java.util.List;
import org.sweetie.models.language.LanguageDetector;
import org.sweetie.models.language.Pool;
import org.sweetie.models.language.Reader;

/**
 * Tells the language of a question. A question is short, so where trigrams cannot be sure, the
 * language decides of which most of its words are function words.
 */
final class QuestionLanguage {
  private final LanguageDetector detector = new LanguageDetector();

  /** ISO 639-1, or {@code und}. */
  String detect(String question) {
    Pool pool = detector.pool();
    pool.add(question);
    String detected = pool.language();
    List<String> candidates = new ArrayList<>(List.of(detected));
    pool.readers().stream().map(Reader::file).sorted().forEach(candidates::add);
    String best = detected;
    int most = Integer.MIN_VALUE;
    for (String candidate : candidates) {
      int left = -Question.of(question, candidate).words().size();
      if (left > most && (candidate.equals(detected) || !isSame(candidate, detected))) {
        most = left;
        best = candidate;
      }
    }
    return best;
  }

  private static boolean isSame(String one, String other) {
    return Reader.ofTag(one).equals(Reader.ofTag(other));
  }
}
