package org.sweetie.models.extract;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.commons.validator.routines.EmailValidator;
import org.sweetie.engine.signal.IdentifierType;

/** Electronic mail addresses (RFC 5321) under a registered top-level domain. */
final class EmailFinder implements Finder {
  private static final int WEIGHT = 80;
  private static final int LONGEST_LOCAL = 64;
  private static final String SCHEME = "mailto:";
  private static final String SIGNS = "!#$%&'*+-/=?^_`{|}~.";

  private final Domains domains;
  private final EmailValidator validator = EmailValidator.getInstance(false, true);

  EmailFinder(Domains domains) {
    this.domains = domains;
  }

  @Override
  public void find(Passage passage, String region, Consumer<Candidate> found) {
    for (int at = passage.text().indexOf('@'); at >= 0; at = passage.text().indexOf('@', at + 1)) {
      address(passage, at, found);
    }
  }

  private void address(Passage passage, int at, Consumer<Candidate> found) {
    int start = startOfLocal(passage, at);
    int end = Domains.endOfHost(passage, at + 1);
    char next = passage.at(end);
    if (start == at || start < 0 || end - at < 4 || next == '@') {
      return;
    }
    // A path after a colon, as in "git@host.example:project", is another kind of address.
    if (next == ':' && Chars.isWord(passage.at(end + 1))) {
      return;
    }
    String local = passage.text().substring(start, at);
    String host = passage.text().substring(at + 1, end);
    int from = withScheme(passage, start);
    // Said to be an address: then its domain may be a local one.
    Optional<String> domain = from < start ? domains.anyHost(host) : domains.registered(host);
    boolean isLocalKept =
        local.indexOf('"') >= 0 || domain.filter(d -> d.indexOf('.') < 0).isPresent();
    if (domain.isPresent() && (isLocalKept || validator.isValid(local + "@" + domain.get()))) {
      String normalized = local.toLowerCase(Locale.ROOT) + "@" + domain.get();
      found.accept(Candidate.of(IdentifierType.EMAIL, from, end, normalized, 1.0, WEIGHT));
    }
  }

  /** {@code mailto:} before an address is part of how it is written. */
  private static int withScheme(Passage passage, int start) {
    int from = start - SCHEME.length();
    return passage.text().regionMatches(true, from, SCHEME, 0, SCHEME.length()) ? from : start;
  }

  /** Where the part before the sign begins; the sign's place where it is empty, -1 if too long. */
  private static int startOfLocal(Passage passage, int at) {
    int start = at;
    while (at - start <= LONGEST_LOCAL + 1) {
      int before = startOfPart(passage, start);
      if (before == start) {
        break;
      }
      start = before;
    }
    // A text that is one address and nothing else is read by the letter: signs may lead.
    boolean isAlone =
        start == 0
            && passage.at(0) != '#'
            && Domains.endOfHost(passage, at + 1) == passage.length();
    while (!isAlone && start < at && !Chars.isWord(passage.at(start)) && passage.at(start) != '_') {
      start++;
    }
    return at - start > LONGEST_LOCAL ? -1 : start;
  }

  /** One character back, or past a quoted part between dots (RFC 5322, obs-local-part). */
  private static int startOfPart(Passage passage, int from) {
    if (isLocal(passage.at(from - 1))) {
      return from - 1;
    }
    if (passage.at(from - 1) != '"' || passage.at(from) != '.') {
      return from;
    }
    int i = from - 2;
    while (from - i < LONGEST_LOCAL && Chars.isWord(passage.at(i))) {
      i--;
    }
    return passage.at(i) == '"' && passage.at(i - 1) == '.' ? i : from;
  }

  private static boolean isLocal(char c) {
    return Chars.isWord(c) || (c != '\0' && SIGNS.indexOf(c) >= 0);
  }
}
