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
    Optional<String> domain = domains.registered(passage.text().substring(at + 1, end));
    if (domain.isPresent() && validator.isValid(local + "@" + domain.get())) {
      String normalized = local.toLowerCase(Locale.ROOT) + "@" + domain.get();
      found.accept(Candidate.of(IdentifierType.EMAIL, start, end, normalized, 1.0, WEIGHT));
    }
  }

  /** Where the part before the sign begins; the sign's place where it is empty, -1 if too long. */
  private static int startOfLocal(Passage passage, int at) {
    int start = at;
    while (at - start <= LONGEST_LOCAL + 1 && isLocal(passage.at(start - 1))) {
      start--;
    }
    while (start < at && !Chars.isWord(passage.at(start)) && passage.at(start) != '_') {
      start++;
    }
    return at - start > LONGEST_LOCAL ? -1 : start;
  }

  private static boolean isLocal(char c) {
    return Chars.isWord(c) || (c != '\0' && SIGNS.indexOf(c) >= 0);
  }
}
