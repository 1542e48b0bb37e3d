package org.sweetie.models.extract;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.sweetie.engine.signal.IdentifierType;

/** Internet addresses: four decimal parts, or IPv6 in any of its spellings (RFC 4291). */
final class IpFinder implements Finder {
  private static final int WEIGHT = 70;
  private static final int LONGEST_V4 = 15;
  private static final int LONGEST_V6 = 45;
  private static final Set<String> VERSIONS =
      Set.of("v", "version", "ver", "kernel", "build", "firmware", "release", "driver", "rev");

  @Override
  public void find(Passage passage, String region, Consumer<Candidate> found) {
    for (int i = 0; i < passage.length(); ) {
      char c = passage.at(i);
      if (!Chars.isHex(c) && c != ':') {
        i++;
        continue;
      }
      int end = endOfRun(passage, i);
      if (!isGlued(passage.at(i - 1)) && !isGlued(passage.at(end))) {
        run(passage, i, end, found);
      }
      i = end;
    }
  }

  private static int endOfRun(Passage passage, int start) {
    int end = start;
    while (Chars.isHex(passage.at(end)) || passage.at(end) == ':' || passage.at(end) == '.') {
      end++;
    }
    return end;
  }

  private static boolean isGlued(char c) {
    return Chars.isWord(c) || c == '_' || c == '-' || c == '.';
  }

  private static void run(Passage passage, int start, int end, Consumer<Candidate> found) {
    int stop = end;
    while (stop > start && (passage.at(stop - 1) == '.' || isLooseColon(passage, stop - 1))) {
      stop--;
    }
    if (stop - start > LONGEST_V6 + 6 || stop - start < 2) {
      return;
    }
    String text = passage.text().substring(start, stop);
    int port = text.indexOf(':');
    if (port > 0 && port == text.lastIndexOf(':') && text.indexOf('.') >= 0) {
      text = text.substring(0, port);
    }
    String address = text;
    Optional<String> canonical = text.indexOf(':') < 0 ? v4(passage, start, text) : v6(text);
    canonical.ifPresent(
        c ->
            found.accept(
                Candidate.of(IdentifierType.IP, start, start + address.length(), c, 1.0, WEIGHT)));
  }

  /** A colon after the address, not the double one that may end it. */
  private static boolean isLooseColon(Passage passage, int at) {
    return passage.at(at) == ':' && passage.at(at - 1) != ':';
  }

  private static Optional<String> v4(Passage passage, int start, String text) {
    if (text.length() > LONGEST_V4 || IpAddresses.v4(text).isEmpty()) {
      return Optional.empty();
    }
    Tokens tokens = passage.tokens();
    String before = tokens.lower(tokens.indexAfter(start) - 1);
    return VERSIONS.contains(before) ? Optional.empty() : Optional.of(text);
  }

  private static Optional<String> v6(String text) {
    boolean isSaid = text.chars().anyMatch(c -> Chars.isDigit((char) c));
    return isSaid && text.length() <= LONGEST_V6
        ? IpAddresses.v6(text.toLowerCase(Locale.ROOT))
        : Optional.empty();
  }
}
