package org.sweetie.engine.script;

import static org.sweetie.engine.script.FunctionSupport.argument;
import static org.sweetie.engine.script.FunctionSupport.lower;
import static org.sweetie.engine.script.FunctionSupport.number;
import static org.sweetie.engine.script.FunctionSupport.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.script.OutputNode.Call;
import org.sweetie.engine.script.OutputNode.Words;

/** Functions that cut, join and search text. */
final class TextFunctions {
  /** A text in pieces; more than these are one. */
  private static final int MOST_PIECES = 1_000;

  private TextFunctions() {}

  static void addTo(FunctionSupport.Library library) {
    library.gives("^join", 1, 30, TextFunctions::join);
    library.both("^burst", 1, 3, TextFunctions::burst, TextFunctions::burstFacts);
    library.finds("^explode", 1, 1, TextFunctions::explode);
    library.finds("^tokenize", 1, 100, TextFunctions::tokenize);
    library.gives("^extract", 3, 3, TextFunctions::extract);
    library.gives("^findtext", 2, 4, TextFunctions::findText);
    library.gives("^substitute", 4, 4, TextFunctions::substitute);
    library.gives("^lowercase", 1, 1, (p, call) -> argument(p, call, 0).toLowerCase(Locale.ROOT));
    library.gives("^capitalize", 1, 1, (p, call) -> Replies.capitalised(argument(p, call, 0)));
    library.gives("^uppercase", 1, 1, TextFunctions::startsInUpperCase);
    library.tests("^isnormalword", 1, 1, TextFunctions::isNormalWord);
    library.finds("^intersectwords", 2, 3, TextFunctions::intersectWords);
  }

  private static String join(Performer performer, Call call) {
    boolean spaced =
        call.arguments().get(0) instanceof Words words && words.text().equals("AUTOSPACE");
    List<String> parts = FunctionSupport.all(performer, call, spaced ? 1 : 0);
    return String.join(spaced ? " " : "", parts);
  }

  // Pieces.

  /** The pieces of a text between separators; without one, of words at blanks and underscores. */
  private static List<String> pieces(String text, @Nullable String separator, boolean once) {
    if (separator == null) {
      return List.of(text.strip().split("[ _]+", once ? 2 : MOST_PIECES));
    }
    if (separator.isEmpty()) {
      return text.codePoints().limit(MOST_PIECES).mapToObj(Character::toString).toList();
    }
    if (separator.equals("digitsplit")) {
      return List.of(text.split("(?<=\\d)(?=[^\\d.])|(?<=[^\\d.])(?=\\d)", 2));
    }
    String find = separator.equals("_") ? "_" : separator.replace('_', ' ');
    return List.of(text.split(Pattern.quote(find), once ? 2 : MOST_PIECES));
  }

  private static boolean hasMode(Performer performer, Call call) {
    return call.arguments().size() > 1 && lower(performer, call, 0).matches("count|once");
  }

  private static List<String> burst(Performer performer, Call call) {
    int first = hasMode(performer, call) ? 1 : 0;
    boolean separated = call.arguments().size() > first + 1;
    String separator = separated ? argument(performer, call, first + 1) : null;
    boolean once = first == 1 && lower(performer, call, 0).equals("once");
    return pieces(argument(performer, call, first), separator, once);
  }

  /** Says the first piece; match variables in an assignment take all of them. */
  private static Flow burst(Performer performer, Call call, StringBuilder out) {
    List<String> pieces = burst(performer, call);
    if (hasMode(performer, call) && lower(performer, call, 0).equals("count")) {
      return FunctionSupport.say(out, Integer.toString(pieces.size()));
    }
    List<String> ended = new ArrayList<>(pieces);
    ended.add("");
    performer.assigning().offer(ended);
    return FunctionSupport.say(out, pieces.get(0));
  }

  private static List<Fact> burstFacts(Performer performer, Call call) {
    return facts(performer, burst(performer, call), "^burst");
  }

  private static List<Fact> facts(Performer performer, List<String> subjects, String verb) {
    return subjects.stream()
        .map(subject -> FactFunctions.passing(performer, subject, verb, verb))
        .toList();
  }

  private static List<Fact> explode(Performer performer, Call call) {
    return facts(performer, pieces(argument(performer, call, 0), "", false), "^explode");
  }

  /** The sentences of a text, or with WORD its words. */
  private static List<Fact> tokenize(Performer performer, Call call) {
    String mode = argument(performer, call, 0);
    boolean hasMode = call.arguments().size() > 1 && mode.matches("WORD|SENTENCE");
    String text = stream(performer, call, hasMode ? 1 : 0);
    List<String> pieces = new ArrayList<>();
    for (Sentence sentence : performer.conversation().heard().read(text)) {
      if (mode.equals("WORD")) {
        for (int i = 1; i <= sentence.count(); i++) {
          pieces.add(sentence.word(i).typed());
        }
      } else if (sentence.count() > 0) {
        pieces.add(sentence.text(1, sentence.count(), true));
      }
    }
    return facts(performer, pieces, "^tokenize");
  }

  private static List<Fact> intersectWords(Performer performer, Call call) {
    boolean canonical = lower(performer, call, 2).equals("canonical");
    List<String> first = words(performer, argument(performer, call, 0), canonical);
    List<String> second = words(performer, argument(performer, call, 1), canonical);
    List<String> common = first.stream().filter(second::contains).distinct().toList();
    return facts(performer, common, "^intersectwords");
  }

  private static List<String> words(Performer performer, String text, boolean canonical) {
    return pieces(text, null, false).stream()
        .map(Fold::word)
        .map(word -> canonical ? performer.conversation().script().canonical(word) : word)
        .toList();
  }

  // Places in a text.

  /**
   * {@code ^extract(text start end)}: from a place up to another; a signed end is a length from the
   * start, a negative start counts from the end of the text.
   */
  private static @Nullable String extract(Performer performer, Call call) {
    String text = argument(performer, call, 0);
    String end = argument(performer, call, 2);
    int start = number(performer, call, 1, 0);
    int from = start < 0 ? text.length() + start : start;
    int to = number(performer, call, 2, text.length());
    if (end.startsWith("+")) {
      to = from + to;
    } else if (end.startsWith("-")) {
      int length = to;
      to = from;
      from = from + length;
    }
    from = Math.max(from, 0);
    to = Math.min(to, text.length());
    return from > to || from > text.length() ? null : text.substring(from, to);
  }

  /** Where a text goes on behind the first occurrence of another. */
  private static @Nullable String findText(Performer performer, Call call) {
    String text = spaced(argument(performer, call, 0));
    String find = spaced(argument(performer, call, 1));
    int offset = Math.max(number(performer, call, 2, 0), 0);
    boolean anyCase = lower(performer, call, 3).equals("insensitive");
    String in = anyCase ? text.toLowerCase(Locale.ROOT) : text;
    int start = in.indexOf(anyCase ? find.toLowerCase(Locale.ROOT) : find, offset);
    if (start < 0 || find.isEmpty()) {
      return null;
    }
    Variables variables = performer.conversation().variables();
    variables.set("$$findtext_start", Integer.toString(start));
    long wordsBefore = text.substring(0, start).chars().filter(c -> c == ' ').count();
    variables.set("$$findtext_word", Long.toString(wordsBefore + 1));
    return Integer.toString(start + find.length());
  }

  private static String spaced(String text) {
    return text.equals("_") ? text : text.replace('_', ' ');
  }

  /** {@code ^substitute(mode text find replacement)}: word, character, insensitive; no pattern. */
  private static @Nullable String substitute(Performer performer, Call call) {
    String mode = lower(performer, call, 0);
    String text = argument(performer, call, 1).replace('_', ' ');
    String find = argument(performer, call, 2).replace('_', ' ');
    String replacement = argument(performer, call, 3).replace('_', ' ');
    if (find.isEmpty()) {
      return null;
    }
    String quoted = Pattern.quote(find);
    if (mode.contains("word")) {
      quoted = "(?<![\\p{L}\\p{N}])" + quoted + "(?![\\p{L}\\p{N}])";
    }
    boolean anyCase = mode.contains("insensitive");
    int flags = anyCase ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0;
    String literal = java.util.regex.Matcher.quoteReplacement(replacement);
    return Pattern.compile(quoted, flags).matcher(text).replaceAll(literal);
  }

  /** As in ChatScript a question: whether the word begins with a capital. */
  private static String startsInUpperCase(Performer performer, Call call) {
    String word = argument(performer, call, 0);
    return !word.isEmpty() && Character.isUpperCase(word.codePointAt(0)) ? "1" : "0";
  }

  private static boolean isNormalWord(Performer performer, Call call) {
    return argument(performer, call, 0).matches("[\\p{L}\\p{M}\\p{N}_'-]*");
  }
}
