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

  /** Applies one of {@code + - * / % | &}; dividing by zero gives zero. */
  static String apply(String left, char operator, String right) {
    BigDecimal a = parse(left);
    BigDecimal b = parse(right);
    return switch (operator) {
      case '+' -> show(a.add(b));
      case '-' -> show(a.subtract(b));
      case '*' -> show(a.multiply(b));
      case '/' -> b.signum() == 0 ? "0" : show(divide(a, b));
      case '|' -> Long.toString(a.longValue() | b.longValue());
      case '&' -> Long.toString(a.longValue() & b.longValue());
      case '%' -> b.signum() == 0 ? "0" : show(a.remainder(b));
      default -> throw new IllegalArgumentException("No arithmetic sign: " + operator);
    };
  }

  /** Whole numbers divide to whole numbers, as in ChatScript. */
  private static BigDecimal divide(BigDecimal a, BigDecimal b) {
    boolean whole = a.stripTrailingZeros().scale() <= 0 && b.stripTrailingZeros().scale() <= 0;
    return whole ? a.divide(b, 0, RoundingMode.DOWN) : a.divide(b, MathContext.DECIMAL32);
  }

  private static String show(BigDecimal value) {
    BigDecimal rounded = value.round(MathContext.DECIMAL64).stripTrailingZeros();
    String text = rounded.toPlainString();
    return text.length() <= LONGEST ? text : "0";
  }
}
