package org.sweetie.models.extract;

import java.util.Optional;
import java.util.function.Consumer;
import org.sweetie.engine.signal.IdentifierType;

/** Addresses of Bitcoin and Ethereum, each by its checksum. */
final class CoinFinder implements Finder {
  private static final int WEIGHT = 95;
  private static final int SHORTEST = 26;
  private static final int LONGEST = 90;
  private static final char TWIN = '\u0445';

  @Override
  public void find(Passage passage, String region, Consumer<Candidate> found) {
    for (int i = 0; i < passage.length(); ) {
      int end = i;
      while (Chars.isAsciiWord(passage.at(end)) || isTwin(passage, i, end)) {
        end++;
      }
      if (end - i >= SHORTEST && end - i <= LONGEST && !isGlued(passage, i, end)) {
        word(passage.text().substring(i, end).replace(TWIN, 'x'), i, found);
      }
      i = Math.max(end, i + 1);
    }
  }

  /** The second sign of an Ethereum address in its Cyrillic twin. */
  private static boolean isTwin(Passage passage, int start, int at) {
    return at == start + 1 && passage.at(at) == TWIN && passage.at(start) == '0';
  }

  private static boolean isGlued(Passage passage, int start, int end) {
    return isPart(passage.at(start - 1)) || isPart(passage.at(end));
  }

  private static boolean isPart(char c) {
    return c == '_' || (Chars.isWord(c) && !Chars.isIdeograph(c));
  }

  private static void word(String word, int start, Consumer<Candidate> found) {
    bitcoin(word)
        .ifPresent(address -> accept(IdentifierType.BTC_ADDRESS, word, start, address, found));
    EtherAddress.checked(word)
        .ifPresent(address -> accept(IdentifierType.ETH_ADDRESS, word, start, address, found));
  }

  private static Optional<String> bitcoin(String word) {
    char first = word.charAt(0);
    return first == '1' || first == '3' ? Base58Check.bitcoin(word) : SegwitAddress.bitcoin(word);
  }

  private static void accept(
      IdentifierType type, String word, int start, String address, Consumer<Candidate> found) {
    found.accept(Candidate.of(type, start, start + word.length(), address, 1.0, WEIGHT));
  }
}
