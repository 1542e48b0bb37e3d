package org.sweetie.engine.script;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the {@code %} variables can be. */
final class SystemValues {
  private static final Set<String> FLAG = Set.of("", "1");

  /** Words of a sentence that are read. */
  private static final int MOST_WORDS = 254;

  private SystemValues() {}

  static String nameOf(SystemVariable variable) {
    return "%" + variable.name().toLowerCase(Locale.ROOT);
  }

  /**
   * Every value of a variable; {@code %bot} is the persona's name and counts as it, {@code %user}
   * is what the counterpart calls himself.
   */
  static Possible of(String name, String bot, Set<String> topicNames) {
    SystemVariable variable = SystemVariable.named(name.substring(1)).orElse(null);
    if (variable == null) {
      return Possible.unlisted(
          Unlisted.of(Sayings.Cause.UNKNOWN, "the proof does not know " + name), name);
    }
    return switch (variable) {
      case USER, ORIGINALINPUT, ORIGINALSENTENCE ->
          Possible.unlisted(
              Unlisted.of(Sayings.Cause.COUNTERPART, name + ", which the counterpart wrote"), name);
      case QUESTION, EXCLAMATION, SENTENCE, MORE, LASTQUESTION, USERFIRSTLINE -> Possible.of(FLAG);
      case BOT -> Possible.of(bot);
      case TOPIC -> {
        Set<String> names = new LinkedHashSet<>(topicNames);
        names.add("");
        yield Possible.of(names);
      }
      case HOUR -> numbers(0, 23);
      case MINUTE, SECOND -> numbers(0, 59);
      case RAND -> numbers(1, 100);
      case DATE -> numbers(1, 31);
      case MONTH -> numbers(1, 12);
      // Sunday is 1.
      case DAYNUMBER -> numbers(1, 7);
      case WEEK -> numbers(1, 5);
      case DAY -> names(java.time.DayOfWeek.values());
      case MONTHNAME -> names(java.time.Month.values());
      case TIME ->
          each(
              IntStream.range(0, 24 * 60)
                  .mapToObj(m -> String.format(Locale.ROOT, "%02d:%02d", m / 60, m % 60)));
      case MOREQUESTION, LEAPYEAR, DAYLIGHTSAVINGS -> Possible.of(FLAG);
      case USERINPUT -> Possible.of("1");
      case LANGUAGE -> Possible.of("english");
      case HOST -> Possible.of("local");
      case TRACE, VOLLEYTIME -> Possible.of("0");
      case VERSION -> Possible.of("14.1");
      case MAXMATCHVARIABLES -> Possible.of(Integer.toString(Captures.COUNT - 1));
      case MAXFACTSETS -> Possible.of(Integer.toString(FactSets.COUNT - 1));
      case REVISEDINPUT,
          COMMAND,
          FOREIGN,
          QUOTATION,
          IP,
          SERVER,
          DOCUMENT,
          REGRESSION,
          TIMEOUT,
          OS ->
          Possible.NOTHING;
      case LENGTH -> Possible.numbers(0, MOST_WORDS);
      case RESPONSE, INPUT, FACT, YEAR, FULLTIME -> Possible.numbers(unbounded(name));
      // A rule's or topic's name and what was said are never to be said.
      case ACTUALTOPIC, RULE, OUTPUTREJOINDER, INPUTREJOINDER, LASTOUTPUT, TIMENUMBERS, ZULUTIME ->
          Possible.unlisted(unbounded(name), name);
    };
  }

  private static Unlisted unbounded(String name) {
    return Unlisted.of(Sayings.Cause.UNBOUNDED, name + ", which nothing bounds");
  }

  private static Possible numbers(int low, int high) {
    return each(IntStream.rangeClosed(low, high).mapToObj(Integer::toString));
  }

  private static Possible each(Stream<String> texts) {
    Set<String> all = new LinkedHashSet<>();
    texts.forEach(all::add);
    return Possible.of(all);
  }

  private static Possible names(Enum<?>[] values) {
    Set<String> names = new LinkedHashSet<>();
    for (Enum<?> value : values) {
      String name = value.name();
      names.add(name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT));
    }
    return Possible.of(names);
  }
}
