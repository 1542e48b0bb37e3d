package org.sweetie.engine.script;

import static org.sweetie.engine.script.FunctionSupport.argument;
import static org.sweetie.engine.script.FunctionSupport.lower;
import static org.sweetie.engine.script.FunctionSupport.number;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.Month;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.IllegalFormatException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.script.OutputNode.Call;

/** Functions about the forms of words, and about numbers and times. */
final class WordFunctions {
  private WordFunctions() {}

  static void addTo(FunctionSupport.Library library) {
    library.gives("^canon", 1, 1, WordFunctions::canon);
    library.gives("^pos", 2, 4, WordFunctions::pos);
    library.tests("^isnumber", 1, 1, (p, call) -> isNumber(argument(p, call, 0)));
    library.gives("^compute", 3, 3, WordFunctions::compute);
    library.gives("^format", 3, 3, WordFunctions::format);
    library.gives("^tally", 1, 2, WordFunctions::tally);
    library.gives("^timefromseconds", 1, 2, WordFunctions::timeFromSeconds);
    library.gives("^timeinfofromseconds", 1, 1, WordFunctions::timeInfo);
    library.gives("^timetoseconds", 6, 7, WordFunctions::timeToSeconds);
    library.gives("^wordinconcept", 2, 2, WordFunctions::wordInConcept);
  }

  private static String canon(Performer performer, Call call) {
    StringBuilder words = new StringBuilder();
    for (String word : argument(performer, call, 0).split("[ _]+", -1)) {
      Joining.append(words, performer.conversation().script().canonical(word));
    }
    return words.toString();
  }

  /** {@code ^pos(noun cat plural)}: a form of a word; null when it is not known. */
  private static @Nullable String pos(Performer performer, Call call) {
    String kind = lower(performer, call, 0);
    String word = argument(performer, call, 1);
    String form = lower(performer, call, 2);
    if (kind.equals("raw")) {
      Sentence sentence = performer.conversation().sentence();
      int index = number(performer, call, 1, 0);
      return index < 1 || index > sentence.count() ? null : sentence.word(index).typed();
    }
    if (kind.equals("canonical") || form.equals("infinitive") || kind.equals("infinitive")) {
      return performer.conversation().script().canonical(word);
    }
    String base = performer.conversation().script().canonical(word);
    return Inflections.SHIPPED.form(kind, word, base, form);
  }

  /** A number, perhaps with the sign of a currency or of a percentage. */
  private static boolean isNumber(String text) {
    String bare = text.replaceAll("^\\p{Sc}|[%\\p{Sc}]$", "").replace(",", "");
    return Numbers.isNumber(bare);
  }

  // Arithmetic.

  private static @Nullable String compute(Performer performer, Call call) {
    String left = argument(performer, call, 0);
    String right = argument(performer, call, 2);
    String sign = lower(performer, call, 1);
    if (!Numbers.isNumber(left) || !Numbers.isNumber(right)) {
      return "?";
    }
    BigDecimal second = Numbers.parse(right);
    return switch (sign) {
      case "+", "plus", "add", "and" -> Numbers.apply(left, '+', right);
      case "-", "minus", "subtract", "deduct" -> Numbers.apply(left, '-', right);
      case "*", "x", "time", "times", "multiply" -> Numbers.apply(left, '*', right);
      case "/", "divide", "quotient" -> second.signum() == 0 ? "infinity" : quotient(left, right);
      case "%", "remainder", "modulo", "mod" ->
          second.signum() == 0 ? "infinity" : Numbers.apply(left, '%', right);
      case "^^", "^", "power", "exponent" -> power(Numbers.parse(left), second);
      case "root", "square_root" -> rounded(Math.sqrt(Numbers.parse(left).doubleValue()));
      case "<<" -> Numbers.apply(left, '<', right);
      case ">>" -> Numbers.apply(left, '>', right);
      case "random" -> Integer.toString(performer.chance().below(Math.max(second.intValue(), 1)));
      default -> null;
    };
  }

  /** Dividing is exact here, whatever the numbers look like. */
  private static String quotient(String left, String right) {
    String exact = Numbers.apply(left + (Numbers.isWhole(left) ? ".0" : ""), '/', right);
    return exact.endsWith(".00") ? exact.substring(0, exact.length() - 3) : exact;
  }

  private static String power(BigDecimal base, BigDecimal exponent) {
    return rounded(StrictMath.pow(base.doubleValue(), exponent.doubleValue()));
  }

  private static String rounded(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value) || Math.abs(value) > 1e15) {
      return "?";
    }
    String shown =
        BigDecimal.valueOf(value).setScale(2, java.math.RoundingMode.HALF_EVEN).toPlainString();
    return shown.endsWith(".00") ? shown.substring(0, shown.length() - 3) : shown;
  }

  /** {@code ^format(integer "%03d" 7)}, {@code ^format(float "%.1f" 7.25)}. */
  private static @Nullable String format(Performer performer, Call call) {
    String pattern = argument(performer, call, 1);
    BigDecimal value = Numbers.parse(argument(performer, call, 2));
    if (!pattern.matches("[^%]*%[-+ 0,]*[0-9]{0,2}(\\.[0-9]{1,2})?(ll|l)?[dxXf][^%]*")) {
      return null;
    }
    String plain = pattern.replaceFirst("(ll|l)([dxX])", "$2");
    try {
      return plain.matches(".*%[^a-zA-Z]*f.*")
          ? String.format(Locale.ROOT, plain, value)
          : String.format(Locale.ROOT, plain, value.longValue());
    } catch (IllegalFormatException e) {
      performer.conversation().fault("^format cannot use '" + pattern + "'");
      return null;
    }
  }

  /** A number kept beside a word while the turn runs. */
  private static String tally(Performer performer, Call call) {
    String name = "$$tally " + Fold.word(argument(performer, call, 0));
    Variables variables = performer.conversation().variables();
    if (call.arguments().size() > 1) {
      variables.set(name, argument(performer, call, 1));
      return "";
    }
    String value = variables.get(name);
    return value.isEmpty() ? "0" : value;
  }

  // Times.

  private static @Nullable ZonedDateTime at(Performer performer, Call call) {
    String seconds = argument(performer, call, 0);
    if (!seconds.matches("-?[0-9]{1,11}")) {
      return null;
    }
    Instant moment = Instant.ofEpochSecond(Long.parseLong(seconds));
    return moment.atZone(performer.conversation().settings().zone());
  }

  private static @Nullable String timeFromSeconds(Performer performer, Call call) {
    ZonedDateTime time = at(performer, call);
    if (time == null) {
      return null;
    }
    ZonedDateTime moved = time.plusHours(number(performer, call, 1, 0));
    return String.format(Locale.ROOT, "%02d:%02d", moved.getHour(), moved.getMinute());
  }

  /** The parts of a time, for match variables that follow each other. */
  private static @Nullable String timeInfo(Performer performer, Call call) {
    ZonedDateTime time = at(performer, call);
    if (time == null) {
      return null;
    }
    List<String> parts =
        List.of(
            Integer.toString(time.getSecond()),
            Integer.toString(time.getMinute()),
            Integer.toString(time.getHour()),
            Integer.toString(time.getDayOfMonth()),
            time.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH),
            Integer.toString(time.getYear()),
            time.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH),
            Integer.toString(time.getMonthValue() - 1),
            Integer.toString(time.getDayOfWeek().getValue() % 7));
    performer.assigning().offer(parts);
    return parts.get(0);
  }

  private static @Nullable String timeToSeconds(Performer performer, Call call) {
    int month = month(argument(performer, call, 4));
    try {
      ZonedDateTime time =
          ZonedDateTime.of(
              number(performer, call, 5, 0),
              month,
              number(performer, call, 3, 0),
              number(performer, call, 2, 0),
              number(performer, call, 1, 0),
              number(performer, call, 0, 0),
              0,
              performer.conversation().settings().zone());
      return Long.toString(time.toEpochSecond());
    } catch (DateTimeException e) {
      performer.conversation().fault("^timetoseconds names no time: " + e.getMessage());
      return null;
    }
  }

  private static int month(String text) {
    for (Month month : Month.values()) {
      String name = month.name();
      boolean named = text.length() >= 3 && name.startsWith(text.toUpperCase(Locale.ROOT));
      if (named || text.equals(Integer.toString(month.getValue()))) {
        return month.getValue();
      }
    }
    return 0;
  }

  /** How a concept writes one of its words. */
  private static @Nullable String wordInConcept(Performer performer, Call call) {
    String key = Fact.key(argument(performer, call, 0));
    return performer.conversation().script().membersOf(argument(performer, call, 1)).stream()
        .filter(member -> Fact.key(member).equals(key))
        .findFirst()
        .orElse(null);
  }
}
