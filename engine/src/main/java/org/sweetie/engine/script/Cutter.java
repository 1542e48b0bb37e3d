package org.sweetie.engine.script;

/** Finds where a word of a text ends. It looks ahead by a bounded number of characters. */
final class Cutter {
  private static final int LONGEST_DOMAIN = 80;

  private final English english;
  private final String text;

  Cutter(English english, String text) {
    this.english = english;
    this.text = text;
  }

  static boolean isSpace(int codePoint) {
    return codePoint <= ' '
        || (codePoint > '~'
            && (Character.isWhitespace(codePoint)
                || Character.isSpaceChar(codePoint)
                || Character.isISOControl(codePoint)
                || Character.getType(codePoint) == Character.FORMAT));
  }

  static boolean isWordPart(int codePoint) {
    if (codePoint < 128) {
      return (codePoint >= 'a' && codePoint <= 'z')
          || (codePoint >= 'A' && codePoint <= 'Z')
          || (codePoint >= '0' && codePoint <= '9')
          || codePoint == '_';
    }
    int type = Character.getType(codePoint);
    return Character.isLetterOrDigit(codePoint)
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private int at(int position) {
    return position < text.length() ? text.charAt(position) : ' ';
  }

  private boolean isWordPartAt(int position) {
    return position < text.length() && isWordPart(text.codePointAt(position));
  }

  /**
   * The end of the word that begins at a position with a letter, a figure, a sign or a currency.
   */
  int wordEnd(int start) {
    int end = start;
    while (end < text.length()) {
      int codePoint = text.codePointAt(end);
      if (isWordPart(codePoint)) {
        end += Character.charCount(codePoint);
        continue;
      }
      int next = end == start ? end + 1 : joined(start, end, codePoint);
      if (next <= end) {
        return next == end ? end : -next;
      }
      end = next;
    }
    return end;
  }

  /**
   * What follows a character that is no letter: where the word goes on, the character's own place
   * when the word ends before it, the negative of an end when the word ends there for good.
   */
  private int joined(int start, int end, int codePoint) {
    return switch (codePoint) {
      case '\'', '\u2019' -> isWordPartAt(end + 1) ? end + 1 : end;
      case '-' -> isWordPartAt(end + 1) && !isRange(end) ? end + 1 : end;
      case '.' -> afterPoint(start, end);
      case ',' -> isThousands(end) ? end + 1 : end;
      case ':' -> afterColon(start, end);
      case '/' -> isDigit(at(end - 1)) && isDigit(at(end + 1)) ? end + 1 : end;
      case '%' -> isDigit(at(end - 1)) ? -(end + 1) : end;
      case '@' -> isWordPartAt(end + 1) ? mail(end) : end;
      case '&' -> isBetweenCapitals(end) ? end + 1 : end;
      default -> end;
    };
  }

  private boolean isRange(int end) {
    return isDigit(at(end - 1)) && isDigit(at(end + 1)) && !isDate(end);
  }

  /** Two hyphens among figures: {@code 2026-01-05}. */
  private boolean isDate(int hyphen) {
    int after = hyphen + 1;
    while (isDigit(at(after)) && after - hyphen < 5) {
      after++;
    }
    int before = hyphen - 1;
    while (before >= 0 && isDigit(at(before)) && hyphen - before < 5) {
      before--;
    }
    return (at(after) == '-' && isDigit(at(after + 1)))
        || (before > 0 && at(before) == '-' && isDigit(at(before - 1)));
  }

  private boolean isThousands(int end) {
    return isDigit(at(end - 1))
        && isDigit(at(end + 1))
        && isDigit(at(end + 2))
        && isDigit(at(end + 3))
        && !isDigit(at(end + 4));
  }

  private boolean isBetweenCapitals(int end) {
    return Character.isUpperCase(at(end - 1)) && Character.isUpperCase(at(end + 1));
  }

  private int afterColon(int start, int end) {
    if (at(end + 1) == '/' && at(end + 2) == '/' && isScheme(start, end)) {
      return -addressEnd(end);
    }
    return isDigit(at(end - 1)) && isDigit(at(end + 1)) ? end + 1 : end;
  }

  private boolean isScheme(int start, int end) {
    return text.regionMatches(true, start, "http", 0, end - start)
        || text.regionMatches(true, start, "https", 0, end - start)
        || text.regionMatches(true, start, "ftp", 0, end - start);
  }

  /** Everything up to the next space, without the marks that end a sentence. */
  private int addressEnd(int from) {
    int end = from;
    while (end < text.length() && !isSpace(text.codePointAt(end))) {
      end += Character.charCount(text.codePointAt(end));
    }
    while (end > from + 1 && ".,;:!?)]}\"'".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return end;
  }

  private int mail(int sign) {
    int end = sign + 1;
    int point = -1;
    while (end < text.length() && end - sign < LONGEST_DOMAIN && isDomainPart(text.charAt(end))) {
      point = text.charAt(end) == '.' && isWordPartAt(end + 1) ? end : point;
      end++;
    }
    while (end > sign + 1 && ".-".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return point < 0 ? sign : -end;
  }

  private static boolean isDomainPart(char c) {
    return c == '.' || c == '-' || (isWordPart(c) && c != '_');
  }

  /** A decimal point, initials, an address, or the end. */
  private int afterPoint(int start, int end) {
    int next = at(end + 1);
    if (isDigit(at(end - 1)) && isDigit(next)) {
      return end + 1;
    }
    if (isInitial(start, end)) {
      boolean more = isLetterAt(end + 1) && !isWordPartAt(end + 2);
      return more ? end + 1 : end > start + 1 ? -(end + 1) : end;
    }
    if (!isWordPartAt(end + 1)) {
      return end;
    }
    int domain = domainEnd(start, end);
    return domain > end ? -domain : end;
  }

  private boolean isLetterAt(int position) {
    return position < text.length() && Character.isLetter(text.charAt(position));
  }

  private boolean isInitial(int start, int end) {
    return isLetterAt(end - 1) && (end - 1 == start || at(end - 2) == '.');
  }

  /** The end of an address such as {@code example.org/x}, or 0. */
  private int domainEnd(int start, int point) {
    int end = point;
    int label = point;
    while (end < text.length() && end - start < LONGEST_DOMAIN && isDomainPart(text.charAt(end))) {
      label = text.charAt(end) == '.' && isWordPartAt(end + 1) ? end + 1 : label;
      end++;
    }
    int bare = end;
    while (bare > label && ".-".indexOf(text.charAt(bare - 1)) >= 0) {
      bare--;
    }
    boolean known =
        text.regionMatches(true, start, "www.", 0, 4)
            || english.isDomain(Fold.word(text.substring(label, bare)));
    if (!known) {
      return 0;
    }
    return at(bare) == '/' || at(bare) == '?' ? addressEnd(bare) : bare;
  }

  /** The end of a picture with everything that is joined to it. */
  int emojiEnd(int start) {
    int end = start + Character.charCount(text.codePointAt(start));
    boolean flag = isFlag(text.codePointAt(start));
    while (end < text.length()) {
      int codePoint = text.codePointAt(end);
      boolean joiner = codePoint == 0x200D;
      boolean modifier =
          codePoint == 0xFE0F
              || codePoint == 0x20E3
              || (codePoint >= 0x1F3FB && codePoint <= 0x1F3FF);
      if (joiner && end + 1 < text.length() && Shape.isEmoji(text.codePointAt(end + 1))) {
        end += 1 + Character.charCount(text.codePointAt(end + 1));
      } else if (modifier || joiner || (flag && isFlag(codePoint))) {
        end += Character.charCount(codePoint);
        flag = false;
      } else {
        break;
      }
    }
    return end;
  }

  private static boolean isFlag(int codePoint) {
    return codePoint >= 0x1F1E6 && codePoint <= 0x1F1FF;
  }
}
