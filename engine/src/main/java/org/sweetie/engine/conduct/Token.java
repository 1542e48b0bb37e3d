package org.sweetie.engine.conduct;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A word of a line, as shapes look at it.
 *
 * @param word in lower case, apostrophes gone
 * @param isName whether it is capitalised and does not begin its sentence
 */
record Token(String word, boolean isName) {
  /** Words as they are spelled, hours with their minutes, and what ends a sentence. */
  private static final Pattern PIECE =
      Pattern.compile("\\d{1,2}[:.]\\d{2}|[\\p{L}\\p{N}'\u2019]+|[.!?\u2026]+");

  private static final Set<String> HOURS =
      Set.of(
          "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
          "twelve");
  private static final Pattern HOUR =
      Pattern.compile("(0?[1-9]|1\\d|2[0-4])([:.]\\d\\d)?(am|pm)?|\\d{1,2}[:.]\\d\\d");

  /** The sentences of a line. */
  static List<List<Token>> sentences(String line) {
    List<List<Token>> sentences = new ArrayList<>();
    List<Token> sentence = new ArrayList<>();
    Matcher piece = PIECE.matcher(line);
    while (piece.find()) {
      String text = piece.group();
      if (Character.isLetterOrDigit(text.charAt(0))) {
        boolean name = !sentence.isEmpty() && Character.isUpperCase(text.charAt(0));
        String plain = String.join("", ChildPhrases.plain(text).strip().split(" ", -1));
        boolean hour = Character.isDigit(text.charAt(0));
        sentence.add(new Token(hour ? text.toLowerCase(Locale.ROOT) : plain, name));
      } else if (!sentence.isEmpty()) {
        sentences.add(List.copyOf(sentence));
        sentence.clear();
      }
    }
    if (!sentence.isEmpty()) {
      sentences.add(List.copyOf(sentence));
    }
    return sentences;
  }

  static String text(List<Token> tokens) {
    return tokens.stream().map(Token::word).collect(Collectors.joining(" "));
  }

  /** Whether this may be an hour of the day. */
  boolean isHour() {
    return HOURS.contains(word) || HOUR.matcher(word).matches();
  }

  boolean isNumber() {
    return HOURS.contains(word) || Character.isDigit(word.charAt(0));
  }

  /** What is counted stands in the plural behind its number: {@code at three tables}. */
  boolean isCounted() {
    return (word.length() > 3 && word.endsWith("s") && !word.endsWith("ss"))
        || word.equals("and")
        || word.equals("or")
        || word.equals("of");
  }
}
