package org.sweetie.training.load;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Logs of IRC clients: irssi ({@code 16:02 <@nick> text}, the day in lines of its own), WeeChat
 * ({@code 2026-01-05 16:02:11}, tab, nick, tab, text) and ZNC and kin ({@code [16:02:11] <nick>
 * text}, the day in the file's name). A message is a line. Where no day is known, no time is given.
 */
final class IrcLog implements LineFormat {
  private static final Pattern TAGGED =
      Pattern.compile(
          "\\[?(\\d\\d):(\\d\\d)(?::(\\d\\d))?\\]? <([^>\\s]|[ @+%~&!][^>\\s])([^>]{0,63})> (.*)");
  private static final Pattern ACTION =
      Pattern.compile("\\[?(\\d\\d):(\\d\\d)(?::(\\d\\d))?\\]? {1,2}\\* ()(\\S{1,64}) (.*)");
  private static final Pattern NOTICE =
      Pattern.compile(
          "(?:\\[?\\d\\d:\\d\\d(?::\\d\\d)?\\]? )?(?:-!-|\\*\\*\\*|===|---|-[^\\s-][^\\s]{0,64}-).*|\\s*");
  private static final Pattern WEECHAT =
      Pattern.compile("(\\d{4}-\\d\\d-\\d\\d) (\\d\\d:\\d\\d:\\d\\d)\\t([^\\t]*)\\t(.*)");
  private static final Pattern DAY =
      Pattern.compile(
          "--- (?:Log opened|Day changed) \\w{3} (\\w{3}) (\\d\\d) (?:\\d\\d:\\d\\d:\\d\\d )?(\\d{4})");
  private static final Pattern IN_NAME = Pattern.compile("(\\d{4})-?(\\d\\d)-?(\\d\\d)");
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("yyyy MMM dd", Locale.ENGLISH);
  private static final String PREFIXES = " @+%~&!";

  private @Nullable LocalDate day;
  private @Nullable LocalTime last;

  IrcLog(Path file) {
    Matcher name = IN_NAME.matcher(String.valueOf(file.getFileName()));
    day = name.find() ? date(name.group(1) + "-" + name.group(2) + "-" + name.group(3)) : null;
  }

  /** Whether a line is a message of such a log. */
  static boolean begins(String line) {
    return TAGGED.matcher(line).matches() || WEECHAT.matcher(line).matches();
  }

  @Override
  public Line read(String line) {
    Matcher weechat = WEECHAT.matcher(line);
    if (weechat.matches()) {
      return weechat(weechat);
    }
    Matcher changed = DAY.matcher(line);
    if (changed.lookingAt()) {
      setDay(changed);
      return Line.NOTICE;
    }
    for (Pattern pattern : new Pattern[] {TAGGED, ACTION}) {
      Matcher said = pattern.matcher(line);
      if (said.matches()) {
        return Line.begins(nick(said.group(4) + said.group(5)), time(said), said.group(6));
      }
    }
    return NOTICE.matcher(line).matches() ? Line.NOTICE : Line.UNKNOWN;
  }

  private static Line weechat(Matcher line) {
    String nick = line.group(3);
    if (nick.matches("(?:-->|<--|--|=!=|)")) {
      return Line.NOTICE;
    }
    Instant time = instant(date(line.group(1)), clock(line.group(2)));
    if (nick.equals(" *")) {
      String[] did = line.group(4).split(" ", 2);
      return Line.begins(nick(did[0]), time, did.length > 1 ? did[1] : "");
    }
    return Line.begins(nick(nick), time, line.group(4));
  }

  private static String nick(String shown) {
    return !shown.isEmpty() && PREFIXES.indexOf(shown.charAt(0)) >= 0 ? shown.substring(1) : shown;
  }

  private @Nullable Instant time(Matcher said) {
    String seconds = said.group(3) == null ? "00" : said.group(3);
    LocalTime time = clock(said.group(1) + ":" + said.group(2) + ":" + seconds);
    LocalTime before = last;
    if (time != null
        && before != null
        && day != null
        && before.minusHours(12).isAfter(time)
        && before.getHour() >= 12) {
      day = day.plusDays(1);
    }
    last = time == null ? before : time;
    return instant(day, time);
  }

  private void setDay(Matcher changed) {
    last = null;
    try {
      day =
          LocalDate.parse(
              changed.group(3) + " " + changed.group(1) + " " + changed.group(2), MONTH);
    } catch (DateTimeException otherLanguage) {
      day = null;
    }
  }

  private static @Nullable LocalDate date(String iso) {
    try {
      return LocalDate.parse(iso);
    } catch (DateTimeException noDate) {
      return null;
    }
  }

  private static @Nullable LocalTime clock(String iso) {
    try {
      return LocalTime.parse(iso);
    } catch (DateTimeException noTime) {
      return null;
    }
  }

  private static @Nullable Instant instant(@Nullable LocalDate day, @Nullable LocalTime time) {
    return day == null || time == null ? null : day.atTime(time).toInstant(ZoneOffset.UTC);
  }
}
