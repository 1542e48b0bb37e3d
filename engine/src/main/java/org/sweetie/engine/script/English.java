package org.sweetie.engine.script;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the engine knows of English, read once from the table beside this class. */
final class English implements Lemmas {
  /** The table as shipped. */
  static final English SHIPPED = new English(shippedTable());

  private final Map<String, String[]> contractions = new HashMap<>();
  private final Map<String, String> endings = new HashMap<>();
  private final Map<String, String> canonical = new HashMap<>();
  private final Map<String, String> numbers = new HashMap<>();
  private final Map<String, List<List<String>>> interjections = new HashMap<>();
  private final Map<String, Set<String>> questions = new HashMap<>();
  private final Set<String> abbreviations = new HashSet<>();
  private final Set<String> faces = new HashSet<>();
  private final Set<String> spoken = new HashSet<>();

  English(List<String> table) {
    String section = "";
    for (String line : table) {
      if (line.startsWith("[") && line.endsWith("]")) {
        section = line.substring(1, line.length() - 1);
      } else if (!line.isBlank() && !line.startsWith("#")) {
        readEntry(section, line);
      }
    }
  }

  private static List<String> shippedTable() {
    try (InputStream in = English.class.getResourceAsStream("english.txt")) {
      if (in == null) {
        throw new ScriptException(
            "english.txt is missing beside the script engine's classes; rebuild the engine");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void readEntry(String section, String line) {
    int equals = line.lastIndexOf(" = ");
    if (equals < 0) {
      throw new ScriptException(
          "The language table holds '" + line + "'; expected 'given, given = meant'");
    }
    String meant = line.substring(equals + 3).strip();
    for (String given : line.substring(0, equals).split(", ", -1)) {
      readPair(section, Fold.word(given.strip()), meant);
    }
  }

  private void readPair(String section, String given, String meant) {
    switch (section) {
      case "contractions", "substitutions" -> contractions.put(given, meant.split(" ", -1));
      case "endings" -> endings.put(given, meant);
      case "canonical" -> canonical.put(given, meant);
      case "numbers" -> numbers.put(given, meant);
      case "interjections" -> readInterjection(given, meant);
      case "questions" -> questions.computeIfAbsent(meant, kind -> new HashSet<>()).add(given);
      case "abbreviations" -> abbreviations.add(given);
      default ->
          throw new ScriptException(
              "The language table has the section ["
                  + section
                  + "]; expected contractions, endings, substitutions, canonical, numbers,"
                  + " interjections, questions or abbreviations");
    }
  }

  private void readInterjection(String given, String concept) {
    interjections
        .computeIfAbsent(concept, name -> new ArrayList<>())
        .add(List.of(given.split(" ", -1)));
    (Character.isLetterOrDigit(given.codePointAt(0)) ? spoken : faces).add(given);
  }

  /** Whether a single word is an interjection. */
  boolean isInterjection(String word) {
    return spoken.contains(word);
  }

  /** Whether a piece of text between spaces is a face such as {@code :)}. */
  boolean isFace(String chunk) {
    return faces.contains(chunk);
  }

  /** The words a word in lower case stands for, or null when it stands for itself. */
  String @Nullable [] expansion(String word) {
    String[] whole = contractions.get(word);
    if (whole != null) {
      return whole;
    }
    int apostrophe = word.lastIndexOf('\'');
    if (apostrophe <= 0) {
      return null;
    }
    int from = word.endsWith("n't") && word.length() > 3 ? apostrophe - 1 : apostrophe;
    String ending = endings.get(word.substring(from));
    return ending == null ? null : new String[] {word.substring(0, from), ending};
  }

  boolean isAbbreviation(String word) {
    return abbreviations.contains(word);
  }

  /** The interjection concepts with the phrases that mean them. */
  Map<String, List<List<String>>> interjections() {
    return interjections;
  }

  /** Whether a sentence without a closing mark reads as a question. */
  boolean readsAsQuestion(String first, String second) {
    return isIn("begins", first) || (isIn("helps", first) && isIn("subject", second));
  }

  private boolean isIn(String kind, String word) {
    return questions.getOrDefault(kind, Set.of()).contains(word);
  }

  boolean isNumber(String word) {
    return numbers.containsKey(word) || isFigure(word);
  }

  private static boolean isFigure(String word) {
    int digits = 0;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (Character.isDigit(c)) {
        digits++;
      } else if (".,-+".indexOf(c) < 0) {
        return false;
      }
    }
    return digits > 0;
  }

  @Override
  public String canonical(String word, Predicate<String> isKnown) {
    String irregular = canonical.get(word);
    if (irregular != null) {
      return irregular;
    }
    String figure = numbers.get(word);
    if (figure != null) {
      return figure;
    }
    String regular = regular(word, isKnown);
    return regular == null ? word : regular;
  }

  /**
   * A second form of a word whose first form is irregular: {@code lives} is {@code life}, and may
   * be {@code live}; null when no word of the script comes out.
   */
  @Nullable String secondForm(String word, Predicate<String> isKnown) {
    boolean irregular = canonical.containsKey(word) || numbers.containsKey(word);
    return irregular ? regular(word, isKnown) : null;
  }

  private static @Nullable String regular(String word, Predicate<String> isKnown) {
    int length = word.length();
    if (length < 4 || isDigit(word.charAt(0))) {
      return null;
    }
    if (word.endsWith("s") && !word.endsWith("ss")) {
      return plural(word, isKnown);
    }
    if (word.endsWith("ed")) {
      return stemmed(word, 2, isKnown);
    }
    if (word.endsWith("ing") && length > 4) {
      return stemmed(word, 3, isKnown);
    }
    if (word.endsWith("est") && length > 5) {
      return stemmed(word, 3, isKnown);
    }
    return word.endsWith("er") && length > 4 ? stemmed(word, 2, isKnown) : null;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static @Nullable String plural(String word, Predicate<String> isKnown) {
    String bare = word.substring(0, word.length() - 1);
    if (isKnown.test(bare)) {
      return bare;
    }
    if (word.endsWith("ies")) {
      return known(word.substring(0, word.length() - 3) + "y", isKnown);
    }
    return word.endsWith("es") ? known(word.substring(0, word.length() - 2), isKnown) : null;
  }

  /** Takes an ending off: walk-ed, lik(e)-ing, stop(p)-ed, happ(y)i-er. */
  private static @Nullable String stemmed(String word, int ending, Predicate<String> isKnown) {
    String stem = word.substring(0, word.length() - ending);
    int last = stem.length() - 1;
    if (last < 1) {
      return null;
    }
    if (isKnown.test(stem)) {
      return stem;
    }
    if (isKnown.test(stem + "e")) {
      return stem + "e";
    }
    if (stem.charAt(last) == stem.charAt(last - 1)) {
      return known(stem.substring(0, last), isKnown);
    }
    return stem.charAt(last) == 'i' ? known(stem.substring(0, last) + "y", isKnown) : null;
  }

  private static @Nullable String known(String candidate, Predicate<String> isKnown) {
    return isKnown.test(candidate) ? candidate : null;
  }
}
