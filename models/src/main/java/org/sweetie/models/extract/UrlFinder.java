package org.sweetie.models.extract;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.commons.validator.routines.InetAddressValidator;
import org.sweetie.engine.signal.IdentifierType;

/**
 * Web addresses (RFC 3986), with a scheme or as a bare domain under a registered top-level domain.
 *
 * <p>What ends one: white space, quotes, angle brackets, a bracket that was not opened inside it,
 * and punctuation at its end.
 */
final class UrlFinder implements Finder {
  private static final int WITH_SCHEME = 100;
  private static final int BARE = 75;
  private static final int DEEPEST = 16;
  private static final Set<String> SCHEMES = Set.of("http", "https", "ftp", "hxxp", "hxxps");
  private static final String STOPS = "<>|`\\^";
  private static final String OPEN = "([{";
  private static final String CLOSE = ")]}";
  private static final String TRAILING = ".,;:!?'*~@";
  private static final String QUOTES = "\"'";
  private static final String JOINTS = "_=/-";
  private static final int LONGEST_QUOTE = 64;

  private final Domains domains;
  private final InetAddressValidator addresses = InetAddressValidator.getInstance();

  UrlFinder(Domains domains) {
    this.domains = domains;
  }

  @Override
  public void find(Passage passage, String region, Consumer<Candidate> found) {
    if (!passage.contains('.') && !passage.contains(':')) {
      return;
    }
    for (int i = 0; i < passage.length(); ) {
      int after = withScheme(passage, i, found);
      if (after == i) {
        after = bare(passage, i, found);
      }
      i = Math.max(after, i + 1);
    }
  }

  /** A scheme's colon is at {@code colon}: gives where the address ends, or {@code colon}. */
  private int withScheme(Passage passage, int colon, Consumer<Candidate> found) {
    if (passage.at(colon) != ':' || passage.at(colon + 1) != '/' || passage.at(colon + 2) != '/') {
      return colon;
    }
    int start = colon;
    while (start > colon - 6 && Chars.isAsciiLetter(passage.at(start - 1))) {
      start--;
    }
    String scheme = passage.text().substring(start, colon).toLowerCase(Locale.ROOT);
    if (!SCHEMES.contains(scheme) || isGlued(passage.at(start - 1))) {
      return colon;
    }
    int host = afterUser(passage, colon + 3);
    boolean isSymbol = Character.getType(passage.at(host)) == Character.OTHER_SYMBOL;
    int end = endOfHost(passage, isSymbol ? host + 1 : host);
    Optional<String> name = host(passage.text().substring(host, end));
    int port = endOfPort(passage, end);
    if (name.isEmpty() || port < 0) {
      return colon;
    }
    int stop = endOfPath(passage, port);
    String plain = scheme.replace("hxxp", "http") + "://";
    String user = passage.text().substring(colon + 3, host);
    String rest = passage.text().substring(end, stop);
    found.accept(
        Candidate.of(
            IdentifierType.URL, start, stop, plain + user + name.get() + rest, 1.0, WITH_SCHEME));
    return stop;
  }

  private static boolean isGlued(char before) {
    return (Chars.isWord(before) && !Chars.isIdeograph(before)) || before == '_';
  }

  private Optional<String> host(String host) {
    return domains.anyHost(host).filter(name -> !isBrokenAddress(name));
  }

  private boolean isBrokenAddress(String name) {
    boolean isNumeric = name.chars().allMatch(c -> c == '.' || Chars.isDigit((char) c));
    return isNumeric && name.indexOf('.') >= 0 && !addresses.isValidInet4Address(name);
  }

  /** A host ends where a script without spaces goes on after a Latin ending. */
  private static int endOfHost(Passage passage, int start) {
    int end = Domains.endOfHost(passage, start);
    int label = end;
    while (label > start && passage.at(label - 1) != '.') {
      label--;
    }
    boolean isMixed = label > start && Chars.isAsciiLetter(passage.at(label));
    for (int i = label; isMixed && i < end; i++) {
      if (Chars.isIdeograph(passage.at(i))) {
        return i;
      }
    }
    return end;
  }

  /** Skips {@code user:password@}. */
  private static int afterUser(Passage passage, int start) {
    int i = start;
    while (i - start < 128 && (Domains.isHostChar(passage.at(i)) || isUserSign(passage.at(i)))) {
      i++;
    }
    return i > start && passage.at(i) == '@' ? i + 1 : start;
  }

  private static boolean isUserSign(char c) {
    return c != '\0' && ":%+!$&*=".indexOf(c) >= 0;
  }

  /** Where the port ends; {@code end} where there is none; -1 where it is none a host can have. */
  private static int endOfPort(Passage passage, int end) {
    if (passage.at(end) != ':' || !Chars.isDigit(passage.at(end + 1))) {
      return end;
    }
    int i = end + 1;
    int port = 0;
    while (Chars.isDigit(passage.at(i)) && i - end <= 6) {
      port = port * 10 + passage.at(i) - '0';
      i++;
    }
    return port > 0 && port <= 65_535 ? i : -1;
  }

  /** A bare domain that begins at {@code start}: gives where its run ends, or {@code start}. */
  private int bare(Passage passage, int start, Consumer<Candidate> found) {
    boolean isSymbol = isLabelOfOneSymbol(passage, start);
    boolean isWord = Chars.isWord(passage.at(start));
    if (!(isWord || isSymbol) || Domains.isHostChar(passage.at(start - 1))) {
      return start;
    }
    int end = endOfHost(passage, isSymbol ? start + 1 : start);
    if (isPartOfMore(passage, start, end)) {
      return end;
    }
    int port = endOfPort(passage, end);
    String host = end - start <= Domains.LONGEST ? passage.text().substring(start, end) : "";
    if (host.indexOf('.') < 0) {
      return end;
    }
    boolean isAddress = Chars.isDigit(host.charAt(host.length() - 1)) && isPathNext(passage, port);
    Optional<String> name =
        isAddress ? IpAddresses.v4(host).map(bits -> host) : domains.registered(host);
    if (port < 0 || name.isEmpty()) {
      return end;
    }
    int stop = endOfPath(passage, port);
    boolean isSaid = stop > port + 1 || name.get().startsWith("www.");
    if (isSymbol && stop == port) {
      return end;
    }
    if (!isSaid && (!domains.standsAlone(name.get()) || isFramework(name.get()))) {
      return end;
    }
    int from = slashes(passage, start);
    String rest = passage.text().substring(end, stop);
    found.accept(
        Candidate.of(
            IdentifierType.URL, from, stop, "http://" + name.get() + rest, isSaid ? 1 : .9, BARE));
    return stop;
  }

  /** An arrow or a star right before a dot is a label; before a word it only points at it. */
  private static boolean isLabelOfOneSymbol(Passage passage, int at) {
    return passage.at(at + 1) == '.' && Character.getType(passage.at(at)) == Character.OTHER_SYMBOL;
  }

  /** A path with something in it; a slash and digits alone are a network's width. */
  private static boolean isPathNext(Passage passage, int at) {
    return passage.at(at) == '/' && Chars.isAsciiLetter(passage.at(at + 1));
  }

  /** Names of software that have the form of a domain. */
  private static boolean isFramework(String name) {
    return name.equals("asp.net") || name.equals("vb.net") || name.equals("ado.net");
  }

  /** Two slashes before a domain belong to it, where nothing else stands before them. */
  private static int slashes(Passage passage, int start) {
    return passage.at(start - 1) == '/' && passage.at(start - 2) == '/' ? start - 2 : start;
  }

  private static boolean isPartOfMore(Passage passage, int start, int end) {
    char before = passage.at(start - 1);
    char next = passage.at(end);
    boolean isPath =
        before == '/' && !(passage.at(start - 2) == '/' && !isSlashOrColon(passage.at(start - 3)));
    return isPath
        || before == '@'
        || before == '\\'
        || before == '='
        || (before == ':' && Chars.isWord(passage.at(start - 2)))
        || next == '@'
        || (next == ':' && !Chars.isDigit(passage.at(end + 1)) && Chars.isWord(passage.at(end + 1)))
        || passage.at(end - 1) == '-'
        || passage.at(end - 1) == '_';
  }

  private static boolean isSlashOrColon(char c) {
    return c == '/' || c == ':' || c == '_' || Chars.isWord(c);
  }

  private static int endOfPath(Passage passage, int start) {
    char first = passage.at(start);
    if (first != '/' && first != '?' && first != '#') {
      return start;
    }
    Deque<Integer> open = new ArrayDeque<>();
    int kept = start;
    int i = start;
    for (; i < passage.length() && !isStop(passage.at(i)) && open.size() <= DEEPEST; i++) {
      char c = passage.at(i);
      int quoted = QUOTES.indexOf(c) >= 0 ? endOfQuote(passage, i) : i;
      if (quoted > i) {
        kept = quoted;
        i = quoted - 1;
      } else if (c == '"') {
        break;
      } else if (OPEN.indexOf(c) >= 0) {
        open.push(i);
      } else if (CLOSE.indexOf(c) >= 0 && (open.isEmpty() || open.pop() < 0)) {
        break;
      }
    }
    return withoutTail(passage, kept, open.isEmpty() ? i : open.peekLast());
  }

  /** Past the second of two quotes that stand inside an address, as in "a_'b'"; else its place. */
  private static int endOfQuote(Passage passage, int quote) {
    if (JOINTS.indexOf(passage.at(quote - 1)) < 0) {
      return quote;
    }
    int i = quote + 1;
    while (i - quote <= LONGEST_QUOTE && Chars.isWord(passage.at(i))) {
      i++;
    }
    return i > quote + 1 && passage.at(i) == passage.at(quote) ? i + 1 : quote;
  }

  /** Leaves off the punctuation at an end, and the ending of a genitive. */
  private static int withoutTail(Passage passage, int from, int to) {
    int end = to;
    if (end > from + 1 && passage.at(end - 1) == 's' && passage.at(end - 2) == '\'') {
      end--;
    }
    while (end > from && TRAILING.indexOf(passage.at(end - 1)) >= 0) {
      end--;
    }
    return end;
  }

  private static boolean isStop(char c) {
    if (c < 0x80) {
      return c <= ' ' || c == 0x7F || STOPS.indexOf(c) >= 0;
    }
    int type = Character.getType(c);
    return Chars.isSpace(c)
        || Character.isSpaceChar(c)
        || type == Character.OTHER_PUNCTUATION
        || type == Character.START_PUNCTUATION
        || type == Character.END_PUNCTUATION
        || type == Character.INITIAL_QUOTE_PUNCTUATION
        || type == Character.FINAL_QUOTE_PUNCTUATION;
  }
}
