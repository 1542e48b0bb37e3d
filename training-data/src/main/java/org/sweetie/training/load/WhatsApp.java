package org.sweetie.training.load;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * "Export chat" of WhatsApp, without media: {@code 05/01/2026, 16:02 - Name: text} as Android
 * writes it, {@code [05.01.26, 16:02:11] Name: text} as iOS does, with dates of any locale that are
 * numbers. A message may have many lines. Lines of the program itself have no name, or begin with a
 * left-to-right mark.
 */
final class WhatsApp implements LineFormat {
  private static final String MARK = "\u200e";

  /** What stands in place of a picture: {@code <Media omitted>} in the phone's language. */
  private static final String PLACEHOLDER = "<(?!explicit>)[^<>]{3,60}>";

  private final Stamp.Order order;

  private WhatsApp(Stamp.Order order) {
    this.order = order;
  }

  /** Reads the dates of the whole file first, to know which number is the month. */
  static WhatsApp of(Path file) {
    boolean halves = false;
    try (TextLines lines = new TextLines(file, bad -> {})) {
      for (String line = lines.next(); line != null; line = lines.next()) {
        Head head = head(line);
        Stamp.Order proved = head == null ? null : head.stamp().proves();
        if (proved != null) {
          return new WhatsApp(proved);
        }
        halves |= head != null && head.around().toLowerCase(java.util.Locale.ROOT).contains("pm");
      }
    }
    return new WhatsApp(halves ? Stamp.Order.MONTH_FIRST : Stamp.Order.DAY_FIRST);
  }

  /** The stamp, the words about the time, and where what was said begins. */
  private record Head(Stamp stamp, String around, int end) {}

  private static @Nullable Head head(String line) {
    int from = line.startsWith(MARK) ? 1 : 0;
    boolean bracket = line.startsWith("[", from);
    Stamp stamp = Stamp.at(line, bracket ? from + 1 : from);
    if (stamp == null) {
      return null;
    }
    String close = bracket ? "]" : " - ";
    int end = line.indexOf(close, stamp.end());
    if (end < 0 || end - stamp.end() > 16) {
      return null;
    }
    String before = line.substring(from, stamp.end()).replaceAll("г\\.", "");
    String around = before + line.substring(stamp.end(), end).replaceAll("ч\\.", "");
    return new Head(stamp, around, end + close.length());
  }

  /** Whether a line begins as a message of such an export. */
  static boolean begins(String line) {
    Head head = head(line);
    return head != null && line.indexOf(": ", head.end()) > 0;
  }

  @Override
  public Line read(String line) {
    Head head = head(line);
    if (head == null) {
      return Line.goesOn(line);
    }
    int colon = line.indexOf(": ", head.end());
    if (colon < 0) {
      return Line.NOTICE;
    }
    String author = line.substring(head.end(), colon).replace(MARK, "").strip();
    String text = line.substring(colon + 2);
    boolean ofTheProgram = text.startsWith(MARK) || text.strip().matches(PLACEHOLDER);
    return ofTheProgram
        ? Line.NOTICE
        : Line.begins(author, head.stamp().instant(order, head.around()), text.replace(MARK, ""));
  }
}
