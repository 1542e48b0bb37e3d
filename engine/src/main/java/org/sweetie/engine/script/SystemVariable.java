package org.sweetie.engine.script;

import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The {@code %} variables. */
enum SystemVariable implements Operand {
  BOT(c -> c.settings().bot()),
  USER(c -> c.settings().user()),
  INPUT(c -> Integer.toString(c.turn())),
  USERFIRSTLINE(c -> "1"),
  USERINPUT(c -> "1"),
  REVISEDINPUT(c -> ""),
  COMMAND(c -> ""),
  FOREIGN(c -> ""),
  QUOTATION(c -> ""),
  LANGUAGE(c -> "english"),
  IP(c -> ""),
  HOST(c -> "local"),
  SERVER(c -> ""),
  DOCUMENT(c -> ""),
  REGRESSION(c -> ""),
  TRACE(c -> "0"),
  TIMEOUT(c -> ""),
  OS(c -> ""),
  VERSION(c -> "14.1"),
  MAXMATCHVARIABLES(c -> Integer.toString(Captures.COUNT - 1)),
  MAXFACTSETS(c -> Integer.toString(FactSets.COUNT - 1)),
  RESPONSE(c -> Integer.toString(c.responses().size())),
  LENGTH(c -> Integer.toString(c.sentence().count())),
  QUESTION(c -> flag(c.sentence().isQuestion())),
  EXCLAMATION(c -> flag(c.sentence().isExclamation())),
  SENTENCE(c -> flag(c.sentence().count() > 0)),
  MORE(c -> flag(c.heard().hasMore())),
  TOPIC(Conversation::currentTopicName),
  LASTQUESTION(c -> flag(c.askedNow())),
  ACTUALTOPIC(c -> name(c.running())),
  RULE(c -> tag(c, c.performer().current())),
  FACT(c -> Integer.toString(c.facts().newest())),
  LASTOUTPUT(c -> last(c.responses())),
  MOREQUESTION(c -> flag(c.heard().hasMoreQuestions())),
  OUTPUTREJOINDER(c -> tag(c, c.nextRejoinder())),
  INPUTREJOINDER(c -> tag(c, c.rejoinder())),
  ORIGINALINPUT(Conversation::message),
  ORIGINALSENTENCE(c -> c.sentence().text(1, c.sentence().count(), true)),
  RAND(c -> Integer.toString(c.performer().chance().below(100) + 1)),
  HOUR(c -> Integer.toString(moment(c).getHour())),
  MINUTE(c -> Integer.toString(moment(c).getMinute())),
  SECOND(c -> Integer.toString(moment(c).getSecond())),
  TIME(c -> String.format(Locale.ROOT, "%02d:%02d", moment(c).getHour(), moment(c).getMinute())),
  DATE(c -> Integer.toString(moment(c).getDayOfMonth())),
  MONTH(c -> Integer.toString(moment(c).getMonthValue())),
  MONTHNAME(c -> moment(c).getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH)),
  YEAR(c -> Integer.toString(moment(c).getYear())),
  DAY(c -> moment(c).getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH)),
  DAYNUMBER(c -> Integer.toString(moment(c).getDayOfWeek().getValue() % 7 + 1)),
  LEAPYEAR(c -> flag(moment(c).toLocalDate().isLeapYear())),
  DAYLIGHTSAVINGS(c -> flag(moment(c).getZone().getRules().isDaylightSavings(c.settings().now()))),
  TIMENUMBERS(SystemVariable::timeNumbers),
  ZULUTIME(c -> c.settings().now().truncatedTo(ChronoUnit.MILLIS).toString()),
  VOLLEYTIME(c -> "0"),
  WEEK(c -> Integer.toString((moment(c).getDayOfMonth() - 1) / 7 + 1)),
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

  private static String name(@Nullable Topic topic) {
    return topic == null ? "" : topic.name();
  }

  private static String tag(Conversation conversation, @Nullable Rule rule) {
    return rule == null ? "" : conversation.script().topic(rule.topic()).tag(rule);
  }

  private static String last(List<String> texts) {
    return texts.isEmpty() ? "" : texts.get(texts.size() - 1);
  }

  /** Second, minute, hour, day of the week from Sunday 0, date, month from 0, year. */
  private static String timeNumbers(Conversation conversation) {
    ZonedDateTime now = moment(conversation);
    return String.format(
        Locale.ROOT,
        "%02d %02d %02d %d %d %d %d",
        now.getSecond(),
        now.getMinute(),
        now.getHour(),
        now.getDayOfWeek().getValue() % 7,
        now.getDayOfMonth(),
        now.getMonthValue() - 1,
        now.getYear());
  }

  private static String flag(boolean set) {
    return set ? "1" : "";
  }

  private static ZonedDateTime moment(Conversation conversation) {
    return conversation.settings().now().atZone(conversation.settings().zone());
  }
}
