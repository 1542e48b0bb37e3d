package org.sweetie.engine.script;

import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The {@code %} variables. */
enum SystemVariable implements Operand {
  BOT(c -> c.settings().bot()),
  USER(c -> c.settings().user()),
  INPUT(c -> Integer.toString(c.turn())),
  USERFIRSTLINE(c -> "1"),
  RESPONSE(c -> Integer.toString(c.responses().size())),
  LENGTH(c -> Integer.toString(c.sentence().count())),
  QUESTION(c -> flag(c.sentence().isQuestion())),
  EXCLAMATION(c -> flag(c.sentence().isExclamation())),
  SENTENCE(c -> flag(c.sentence().count() > 0)),
  MORE(c -> flag(c.hasMoreSentences())),
  TOPIC(Conversation::currentTopicName),
  LASTQUESTION(c -> flag(c.askedNow())),
  OUTPUTREJOINDER(c -> flag(c.hasNextRejoinder())),
  INPUTREJOINDER(c -> flag(c.hasRejoinder())),
  ORIGINALINPUT(Conversation::message),
  ORIGINALSENTENCE(c -> c.sentence().text(1, c.sentence().count(), true)),
  RAND(c -> Integer.toString(c.performer().chance().below(100) + 1)),
  HOUR(c -> Integer.toString(now(c).getHour())),
  MINUTE(c -> Integer.toString(now(c).getMinute())),
  SECOND(c -> Integer.toString(now(c).getSecond())),
  TIME(c -> String.format(Locale.ROOT, "%02d:%02d", now(c).getHour(), now(c).getMinute())),
  DATE(c -> Integer.toString(now(c).getDayOfMonth())),
  MONTH(c -> Integer.toString(now(c).getMonthValue())),
  MONTHNAME(c -> now(c).getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH)),
  YEAR(c -> Integer.toString(now(c).getYear())),
  DAY(c -> now(c).getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH)),
  DAYNUMBER(c -> Integer.toString(now(c).getDayOfWeek().getValue() % 7)),
  WEEK(c -> Integer.toString((now(c).getDayOfMonth() - 1) / 7 + 1)),
  FULLTIME(c -> Long.toString(c.settings().now().getEpochSecond()));

  /** How a value is found. */
  private interface Source {
    String value(Conversation conversation);
  }

  private final transient Source source;

  SystemVariable(Source source) {
    this.source = source;
  }

  @Override
  public String value(Conversation conversation) {
    return source.value(conversation);
  }

  static Optional<SystemVariable> named(String name) {
    return Arrays.stream(values())
        .filter(variable -> variable.name().equalsIgnoreCase(name))
        .findFirst();
  }

  private static String flag(boolean set) {
    return set ? "1" : "";
  }

  private static ZonedDateTime now(Conversation conversation) {
    return conversation.settings().now().atZone(conversation.settings().zone());
  }
}
