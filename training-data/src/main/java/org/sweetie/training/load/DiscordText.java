package org.sweetie.training.load;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Plain text of DiscordChatExporter: {@code [05/01/2026 16:02] name} on a line of its own, then the
 * lines of the message; {@code {Attachments}}, {@code {Embed}} and {@code {Reactions}} with what
 * they list, a header and a footer between lines of {@code =}.
 */
final class DiscordText implements LineFormat {
  private static final Pattern RULE = Pattern.compile("={20,}");
  private static final Pattern PART =
      Pattern.compile("\\{(?:Attachments|Embed|Reactions|Stickers|Poll|Inline emoji)\\}");

  private final Stamp.Order order;
  private boolean inHeader;
  private boolean inPart;

  private DiscordText(Stamp.Order order) {
    this.order = order;
  }

  /** Reads the dates of the whole file first, to know which number is the month. */
  static DiscordText of(Path file) {
    boolean halves = false;
    try (TextLines lines = new TextLines(file, bad -> {})) {
      for (String line = lines.next(); line != null; line = lines.next()) {
        Stamp stamp = begins(line) ? Stamp.at(line, 1) : null;
        Stamp.Order proved = stamp == null ? null : proves(stamp, line);
        if (proved != null) {
          return new DiscordText(proved);
        }
        halves |= stamp != null && line.matches("[^\\]]*[AP]M\\].*");
      }
    }
    return new DiscordText(halves ? Stamp.Order.MONTH_FIRST : Stamp.Order.DAY_FIRST);
  }

  /** {@code 05-Jan-26} needs no other to be understood. */
  private static Stamp.@Nullable Order proves(Stamp stamp, String line) {
    return line.matches("\\[\\d{1,2}-[A-Z].*") ? Stamp.Order.DAY_FIRST : stamp.proves();
  }

  /** Whether a line begins a message of such an export: a stamp, a name, no more. */
  static boolean begins(String line) {
    Stamp stamp = line.startsWith("[") ? Stamp.at(line, 1) : null;
    int close = stamp == null ? -1 : line.indexOf(']', stamp.end());
    return close > 0
        && close - String.valueOf(line).indexOf('[') < 30
        && close + 2 < line.length()
        && line.indexOf(": ", close) < 0;
  }

  @Override
  public Line read(String line) {
    if (RULE.matcher(line).matches()) {
      inHeader = !inHeader;
      return Line.NOTICE;
    }
    if (inHeader) {
      return Line.NOTICE;
    }
    if (begins(line)) {
      inPart = false;
      return message(line);
    }
    Matcher part = PART.matcher(line);
    inPart |= part.lookingAt();
    return inPart ? new Line(Kind.GOES_ON, "", null, "") : Line.goesOn(line);
  }

  private Line message(String line) {
    Stamp stamp = Stamp.at(line, 1);
    int close = line.indexOf(']', stamp == null ? 0 : stamp.end());
    String author = line.substring(close + 1).strip().replaceAll(" \\(pinned\\)$", "");
    if (stamp == null) {
      return Line.UNKNOWN;
    }
    return Line.begins(author, stamp.instant(order, line.substring(stamp.end(), close)), "");
  }
}
