package org.sweetie.models.extract;

import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.sweetie.engine.signal.IdentifierType;

/**
 * References of payments, transfers and vouchers: a run of digits, capitals and hyphens after words
 * that say so; and the names of accounts that begin with a dollar sign, where their service is
 * named.
 */
final class PaymentFinder implements Finder {
  private static final int WEIGHT = 60;
  private static final int LONGEST_CUE = 4;
  private static final int MOST_CONNECTORS = 3;
  private static final int SHORTEST = 6;
  private static final int LONGEST = 40;
  private static final int FEWEST_DIGITS = 3;
  private static final int WORDS_NEAR = 8;

  private final Set<String> cues;
  private final Set<String> ends;
  private final Set<String> connectors;
  private final Set<String> dollars;

  PaymentFinder() {
    Lexicon lexicon = Lexicon.load("payments.txt");
    cues = PersonFinder.folded(lexicon, "cue");
    ends =
        cues.stream()
            .map(cue -> cue.substring(cue.lastIndexOf('_') + 1))
            .collect(Collectors.toUnmodifiableSet());
    connectors = PersonFinder.folded(lexicon, "connector");
    dollars = PersonFinder.folded(lexicon, "dollar");
  }

  @Override
  public void find(Passage passage, String region, Consumer<Candidate> found) {
    Words words = passage.words();
    for (int i = 0; i < words.size(); i++) {
      if (ends.contains(words.form(i)) && words.isAfter(cues, i + 1, LONGEST_CUE)) {
        after(passage, words, i + 1, found);
      }
    }
    if (passage.contains('$')) {
      tags(passage, words, found);
    }
  }

  private void after(Passage passage, Words words, int from, Consumer<Candidate> found) {
    for (int i = from; i < Math.min(words.size(), from + MOST_CONNECTORS + 1); i++) {
      int start = words.start(i);
      int end = endOfReference(passage, start);
      if (isReference(passage, start, end)) {
        String normalized = passage.text().substring(start, end).replace("-", "").replace(" ", "");
        found.accept(
            Candidate.of(IdentifierType.PAYMENT_REFERENCE, start, end, normalized, .8, WEIGHT));
        return;
      }
      if (!connectors.contains(words.form(i))) {
        return;
      }
    }
  }

  /** Capitals and digits, with single hyphens or spaces before digits or capitals inside. */
  private static int endOfReference(Passage passage, int start) {
    int end = start;
    while (end - start <= LONGEST && isPart(passage, end)) {
      end++;
    }
    return end;
  }

  private static boolean isPart(Passage passage, int at) {
    char c = passage.at(at);
    if (c == '-' || c == ' ') {
      return Chars.isDigit(passage.at(at + 1)) || (c == '-' && isCapital(passage.at(at + 1)));
    }
    return Chars.isDigit(c) || isCapital(c);
  }

  private static boolean isCapital(char c) {
    return c >= 'A' && c <= 'Z';
  }

  private static boolean isReference(Passage passage, int start, int end) {
    int digits = 0;
    for (int i = start; i < end; i++) {
      digits += Chars.isDigit(passage.at(i)) ? 1 : 0;
    }
    return end - start >= SHORTEST
        && end - start <= LONGEST
        && digits >= FEWEST_DIGITS
        && !Chars.isWord(passage.at(end));
  }

  private void tags(Passage passage, Words words, Consumer<Candidate> found) {
    for (int i = 0; i < words.size(); i++) {
      int start = words.start(i) - 1;
      boolean isTag = passage.at(start) == '$' && Chars.isAsciiLetter(passage.at(start + 1));
      if (isTag && isServiceNear(words, i)) {
        int end = start + 1;
        while (Chars.isAsciiWord(passage.at(end)) && end - start <= LONGEST) {
          end++;
        }
        String name = passage.text().substring(start, end);
        found.accept(
            new Candidate(
                IdentifierType.PAYMENT_REFERENCE, start, end, name, .8, WEIGHT, "cashapp"));
      }
    }
  }

  private boolean isServiceNear(Words words, int at) {
    for (int i = Math.max(0, at - WORDS_NEAR); i <= at + WORDS_NEAR; i++) {
      if (dollars.contains(words.form(i))) {
        return true;
      }
    }
    return false;
  }
}
