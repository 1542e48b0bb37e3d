package org.sweetie.engine.script;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** The script's arithmetic: decimal, so that it is the same everywhere. */
final class Numbers {
  private static final int LONGEST = 18;

  private Numbers() {}

  static boolean isNumber(String text) {
    int start = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
    if (text.length() == start || text.length() > LONGEST) {
      return false;
    }
    boolean digit = false;
    boolean point = false;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        digit = true;
      } else if (c == '.' && !point) {
        point = true;
      } else {
        return false;
      }
    }
    return digit;
  }

  /** The number a text holds; zero when it holds none. */
  static BigDecimal parse(String text) {
    return isNumber(text) ? new BigDecimal(text) : BigDecimal.ZERO;
  }

  /**
   * Applies one of {@code + - * / % | & ^} or, for shifts, {@code <} and {@code >}; dividing by
   * zero gives zero.
   */
  static String apply(String left, char operator, String right) {
    BigDecimal a = parse(left);
    BigDecimal b = parse(right);
    boolean whole = isWhole(left) && isWhole(right);
    return switch (operator) {
      case '+' -> show(a.add(b), whole);
      case '-' -> show(a.subtract(b), whole);
      case '*' -> show(a.multiply(b), whole);
      case '/' -> b.signum() == 0 ? "0" : show(divide(a, b, whole), whole);
      case '%' -> b.signum() == 0 ? "0" : show(a.remainder(b), whole);
      case '|' -> Long.toString(a.longValue() | b.longValue());
      case '&' -> Long.toString(a.longValue() & b.longValue());
      case '^' -> Long.toString(a.longValue() ^ b.longValue());
      case '<' -> Long.toString(a.longValue() << b.intValue());
      case '>' -> Long.toString(a.longValue() >> b.intValue());
      default -> throw new IllegalArgumentException("No arithmetic sign: " + operator);
    };
  }

  /** Whether a text is a number without a point; as in ChatScript a point makes it a float. */
  static boolean isWhole(String text) {
    return text.indexOf('.') < 0;
  }

  private static BigDecimal divide(BigDecimal a, BigDecimal b, boolean whole) {
    return whole ? a.divide(b, 0, RoundingMode.DOWN) : a.divide(b, MathContext.DECIMAL64);
  }

  /** Floats show two digits behind the point, as ChatScript shows them. */
  private static String show(BigDecimal value, boolean whole) {
    BigDecimal shown = whole ? value : value.setScale(2, RoundingMode.HALF_EVEN);
    String text = shown.toPlainString();
    return text.length() <= LONGEST ? text : "0";
  }
}
