package org.sweetie.training.load;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates and times as phones write them, in numbers. In {@code 5.1.26} nobody can tell the month;
 * the whole file can: {@link Order} is looked for first. No zone is ever written: UTC is assumed.
 */
final class Stamp {
  private static final Pattern DATE =
      Pattern.compile("(\\d{1,4})[./-] ?(\\d{1,2}|[A-Z][a-z]{2})[./-] ?(\\d{1,4})\\.?");
  private static final Pattern TIME =
      Pattern.compile("[^\\d\\]\\n]{0,16}?(\\d{1,2})[:.](\\d{2})(?:[:.](\\d{2}))?");
  private static final List<String> MONTHS =
      List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

  private final int first;
  private final int second;
  private final int third;
  private final int hour;
  private final int minute;
  private final int second60;
  private final int end;
  private final boolean yearFirst;

  private Stamp(Matcher date, Matcher time) {
    first = Integer.parseInt(date.group(1));
    int month = MONTHS.indexOf(date.group(2));
    second = month >= 0 ? month + 1 : Integer.parseInt(date.group(2));
    third = Integer.parseInt(date.group(3));
    yearFirst = date.group(1).length() == 4;
    hour = Integer.parseInt(time.group(1));
    minute = Integer.parseInt(time.group(2));
    second60 = time.group(3) == null ? 0 : Integer.parseInt(time.group(3));
    end = time.end();
  }

  /** Which of the first two numbers is the day. */
  enum Order {
    DAY_FIRST,
    MONTH_FIRST
  }

  /** The stamp that begins at a place; null where there is none. */
  static @Nullable Stamp at(String line, int from) {
    Matcher date = DATE.matcher(line).region(from, Math.min(line.length(), from + 20));
    if (!date.lookingAt()) {
      return null;
    }
    Matcher time = TIME.matcher(line).region(date.end(), Math.min(line.length(), date.end() + 26));
    return time.lookingAt() ? new Stamp(date, time) : null;
  }

  /** Where the minutes or seconds end. */
  int end() {
    return end;
  }

  /** What this stamp alone proves; null where both are possible. */
  @Nullable Order proves() {
    if (yearFirst || first > 12) {
      return Order.DAY_FIRST;
    }
    return second > 12 ? Order.MONTH_FIRST : null;
  }

  /**
   * The moment.
   *
   * @param around the words about the time, where "pm" may stand in the file's language
   * @return null where there is no such date
   */
  @Nullable Instant instant(Order order, String around) {
    int year = yearFirst ? first : third < 100 ? 2_000 + third : third;
    int month = yearFirst ? second : order == Order.DAY_FIRST ? second : first;
    int day = yearFirst ? third : order == Order.DAY_FIRST ? first : second;
    try {
      return LocalDateTime.of(year, month, day, hour(around), minute, second60)
          .toInstant(ZoneOffset.UTC);
    } catch (DateTimeException noSuchDate) {
      return null;
    }
  }

  private int hour(String around) {
    String words = around.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]+", "");
    if (hour <= 12 && Meridiem.AFTER_NOON.contains(words)) {
      return hour % 12 + 12;
    }
    return hour == 12 && Meridiem.BEFORE_NOON.contains(words) ? 0 : hour;
  }
}
