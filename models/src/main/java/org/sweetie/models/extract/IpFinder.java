package org.sweetie.models.extract;

import java.util.Arrays;
import java.util.List;
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
  private static final int LARGE = 32;
  private static final int WORDS_BEFORE = 4;
  private static final Set<String> CUES =
      Set.of("ip", "ips", "address", "addr", "host", "server", "ping", "dns", "gateway", "адрес");
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
      boolean isOpen = passage.at(end) == '-' && !Chars.isWord(passage.at(end + 1));
      if (!isGlued(passage.at(i - 1)) && (isOpen || !isGlued(passage.at(end)))) {
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
    return Chars.isWord(c) || (c != '\0' && "_-.+".indexOf(c) >= 0);
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
    int first = tokens.indexAfter(start);
    boolean isVersion = VERSIONS.contains(tokens.lower(first - 1));
    boolean isAddress = !isLikeVersion(text) || isCued(tokens, first);
    return !isVersion && isAddress ? Optional.of(text) : Optional.empty();
  }

  /** Four small numbers that are not all the same, as software is numbered. */
  private static boolean isLikeVersion(String text) {
    List<Integer> parts = Arrays.stream(text.split("\\.", -1)).map(Integer::valueOf).toList();
    return parts.get(0) < 10
        && parts.stream().allMatch(part -> part < LARGE)
        && parts.stream().distinct().count() > 1;
  }

  private static boolean isCued(Tokens tokens, int first) {
    for (int i = Math.max(0, first - WORDS_BEFORE); i < first; i++) {
      if (CUES.contains(tokens.lower(i))) {
        return true;
      }
    }
    return false;
  }

  private static Optional<String> v6(String text) {
    boolean isSaid = text.chars().anyMatch(c -> Chars.isDigit((char) c));
    return isSaid && text.length() <= LONGEST_V6
        ? IpAddresses.v6(text.toLowerCase(Locale.ROOT))
        : Optional.empty();
  }
}
