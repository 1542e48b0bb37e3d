package org.sweetie.models.extract;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.validator.routines.DomainValidator;

/** Domain names in running text. */
final class Domains {
  /** Units of the longest name (RFC 1035). */
  static final int LONGEST = 253;

  private final DomainValidator validator = DomainValidator.getInstance(false);
  private final Set<String> strong;
  private final Set<String> words;

  Domains() {
    Lexicon lexicon = Lexicon.load("tlds.txt");
    strong = lexicon.set("strong");
    words = lexicon.set("word");
  }

  /**
   * Where a run of host characters from {@code start} ends: labels and dots, without a dot at the
   * end.
   */
  static int endOfHost(Passage passage, int start) {
    int end = start;
    while (isHostChar(passage.at(end))) {
      end++;
    }
    while (end > start && passage.at(end - 1) == '.') {
      end--;
    }
    return end;
  }

  static boolean isHostChar(char c) {
    return Chars.isWord(c) || c == '.' || c == '-' || c == '_';
  }

  /**
   * A name under a registered top-level domain, in lower case and IDNA; empty for anything else.
   */
  Optional<String> registered(String host) {
    return ascii(host).filter(validator::isValid);
  }

  /** A host as a URL with a scheme may have it: labels need not end in a registered one. */
  Optional<String> anyHost(String host) {
    return ascii(host).filter(Domains::hasProperLabels);
  }

  private static Optional<String> ascii(String host) {
    if (host.isEmpty() || host.length() > LONGEST || host.contains("..")) {
      return Optional.empty();
    }
    try {
      String ascii = IDN.toASCII(host, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
      return ascii.length() <= LONGEST ? Optional.of(ascii) : Optional.empty();
    } catch (IllegalArgumentException notAName) {
      return Optional.empty();
    }
  }

  private static boolean hasProperLabels(String host) {
    for (String label : host.split("\\.", -1)) {
      if (label.isEmpty()
          || label.length() > 63
          || label.startsWith("-")
          || label.endsWith("-")
          || label.endsWith("_")) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether a name that stands alone is meant as one: its top-level domain is neither a word nor a
   * file's ending, or it has more than two labels.
   */
  boolean standsAlone(String host) {
    String last = host.substring(host.lastIndexOf('.') + 1);
    boolean isCode = last.length() == 2 && !words.contains(last);
    if (strong.contains(last) || isCode || last.startsWith("xn--")) {
      return true;
    }
    return host.indexOf('.') != host.lastIndexOf('.') && host.indexOf('.') > 1;
  }

  /** Whether a word is a top-level domain that no one would say for anything else. */
  boolean isStrongEnding(String word) {
    return strong.contains(word)
        || (word.length() == 2 && !words.contains(word) && validator.isValidCountryCodeTld(word));
  }

  /** Whether a word is one of the few top-level domains that everyone knows, codes apart. */
  boolean isCommonEnding(String word) {
    return strong.contains(word);
  }

  /** Whether a word is a top-level domain at all. */
  boolean isEnding(String word) {
    return validator.isValidTld(word);
  }
}
