package org.sweetie.engine.script;

/** What a word shows by its letters alone. */
final class Shape {
  private static final String CURRENCIES = "$\u20ac\u00a3\u00a5\u20b1";

  private Shape() {}

  /** The traits of a word. */
  static long traits(English english, String typed, String folded) {
    long traits = punctuation(folded) | (isWide(folded) ? TokenTrait.WIDE.bit() : 0);
    char first = folded.isEmpty() ? ' ' : folded.charAt(0);
    if (isDigit(first) || "+-.".indexOf(first) >= 0 || CURRENCIES.indexOf(first) >= 0) {
      traits |= figure(folded);
    }
    String number = english.figure(folded);
    if (number != null) {
      traits |= number(number);
      traits |= english.isPlace(folded) ? TokenTrait.PLACE.bit() : 0;
    }
    traits |= english.isSubject(folded) ? TokenTrait.SUBJECT.bit() : 0;
    traits |= english.isObject(folded) ? TokenTrait.OBJECT.bit() : 0;
    return traits | address(folded) | capitals(typed) | emoji(folded);
  }

  private static long punctuation(String folded) {
    return switch (folded) {
      case "," -> TokenTrait.COMMA.bit();
      case "(", ")", "[", "]", "{", "}" -> TokenTrait.BRACKET.bit();
      case "'s" -> TokenTrait.OWNER.bit();
      case Script.MASKED -> TokenTrait.MASKED.bit();
      default -> 0;
    };
  }

  private static boolean isWide(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) > 127) {
        return true;
      }
    }
    return false;
  }

  private static long figure(String word) {
    int start = word.charAt(0) == '-' || word.charAt(0) == '+' ? 1 : 0;
    boolean money = start < word.length() && CURRENCIES.indexOf(word.charAt(start)) >= 0;
    start += money ? 1 : 0;
    int end = start;
    int slashes = 0;
    int colons = 0;
    int points = 0;
    int dashes = 0;
    for (;
        end < word.length()
            && (isDigit(word.charAt(end)) || ".,:/-".indexOf(word.charAt(end)) >= 0);
        end++) {
      char c = word.charAt(end);
      slashes += c == '/' ? 1 : 0;
      colons += c == ':' ? 1 : 0;
      points += c == '.' ? 1 : 0;
      dashes += c == '-' ? 1 : 0;
    }
    if (end == start) {
      return 0;
    }
    String unit = word.substring(end);
    if (slashes == 2 || dashes == 2 || points == 2) {
      return TokenTrait.DATE.bit();
    }
    if (colons > 0 || unit.equals("am") || unit.equals("pm")) {
      return TokenTrait.TIME.bit() | TokenTrait.NUMBER.bit();
    }
    if (isPlaceUnit(unit)) {
      return TokenTrait.PLACE.bit() | number(word.substring(start, end));
    }
    boolean plain = unit.isEmpty() || unit.equals("%") || (money && unit.length() == 1);
    if (!plain) {
      return TokenTrait.MODEL.bit();
    }
    long sign = word.charAt(0) == '-' ? TokenTrait.NEGATIVE.bit() : 0;
    return number(word.substring(start, end)) | sign | (money ? TokenTrait.MONEY.bit() : 0);
  }

  private static boolean isPlaceUnit(String unit) {
    return unit.equals("st") || unit.equals("nd") || unit.equals("rd") || unit.equals("th");
  }

  private static long number(String figures) {
    long traits = TokenTrait.NUMBER.bit();
    if (figures.indexOf('.') >= 0 || figures.indexOf('/') >= 0) {
      return traits | TokenTrait.FLOAT.bit();
    }
    traits |= TokenTrait.INTEGER.bit();
    int value = figures.length() <= 4 ? value(figures) : -1;
    traits |= value >= 1 && value <= 31 ? TokenTrait.DAY.bit() : 0;
    return traits | (figures.length() == 4 && value > 0 ? TokenTrait.YEAR.bit() : 0);
  }

  private static int value(String figures) {
    int value = 0;
    for (int i = 0; i < figures.length(); i++) {
      if (!isDigit(figures.charAt(i))) {
        return -1;
      }
      value = 10 * value + figures.charAt(i) - '0';
    }
    return value;
  }

  private static long address(String word) {
    int at = word.indexOf('@');
    if (at > 0 && word.indexOf('.', at) > 0) {
      return TokenTrait.EMAIL.bit();
    }
    if (word.length() > 2 && at == 0) {
      return TokenTrait.HANDLE.bit();
    }
    if (word.length() > 2 && word.charAt(0) == '#') {
      return TokenTrait.HASHTAG.bit();
    }
    boolean url = word.startsWith("www.") || word.contains("://");
    return url ? TokenTrait.URL.bit() : 0;
  }

  private static long capitals(String typed) {
    if (typed.length() < 2 || !Character.isUpperCase(typed.charAt(0))) {
      return 0;
    }
    for (int i = 1; i < typed.length(); i++) {
      if (!Character.isUpperCase(typed.charAt(i)) && typed.charAt(i) != '&') {
        return TokenTrait.CAPITAL.bit();
      }
    }
    return TokenTrait.CAPITALS.bit();
  }

  private static long emoji(String word) {
    return !word.isEmpty() && isEmoji(word.codePointAt(0)) ? TokenTrait.EMOJI.bit() : 0;
  }

  /** Pictures; the blocks of Unicode that hold little else. */
  static boolean isEmoji(int codePoint) {
    return (codePoint >= 0x1F300 && codePoint <= 0x1FAFF)
        || (codePoint >= 0x2600 && codePoint <= 0x27BF)
        || (codePoint >= 0x1F1E6 && codePoint <= 0x1F1FF)
        || codePoint == 0x2B50
        || codePoint == 0x2B55;
  }

  static boolean isCurrency(int codePoint) {
    return CURRENCIES.indexOf(codePoint) >= 0;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /**
   * The number that figures as people write them stand for: {@code 1,000} is 1000, {@code $5} is 5,
   * {@code 3rd} is 3, {@code 50%} is 0.5; the word itself when it is no number.
   */
  static String canonicalFigure(String word, long traits) {
    if (!TokenTrait.NUMBER.in(traits) || TokenTrait.TIME.in(traits)) {
      return word;
    }
    StringBuilder figures = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (isDigit(c) || c == '.' || c == '/' || (c == '-' && i == 0)) {
        figures.append(c);
      }
    }
    String bare = figures.toString();
    if (word.endsWith("%")) {
      return percent(bare);
    }
    return bare.isEmpty() ? word : bare;
  }

  private static String percent(String figures) {
    return Numbers.parse(figures).movePointLeft(2).stripTrailingZeros().toPlainString();
  }
}
