package org.sweetie.engine.script;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Forms of English words, as {@code ^pos} gives them: rules, and a table of what breaks them. */
final class Inflections {
  /** What {@code ^pos} can be asked. */
  static final Set<String> KINDS =
      Set.of(
          "raw",
          "canonical",
          "infinitive",
          "noun",
          "verb",
          "present_participle",
          "past_participle",
          "past",
          "present3ps",
          "present",
          "adjective",
          "adverb",
          "more",
          "most",
          "singular",
          "plural",
          "pronoun",
          "aux",
          "determiner",
          "place",
          "integer",
          "capitalize",
          "uppercase",
          "allupper",
          "lowercase",
          "isinteger",
          "isfloat",
          "isuppercase",
          "isalluppercase",
          "ismixedcase",
          "ismodelnumber",
          "type");

  static final Inflections SHIPPED = new Inflections(table());

  private static final String VOWELS = "aeiou";

  private final Map<String, String[]> verbs = new HashMap<>();
  private final Map<String, String> plurals = new HashMap<>();
  private final Map<String, String[]> degrees = new HashMap<>();
  private final Map<String, String> persons = new HashMap<>();

  Inflections(List<String> lines) {
    for (String line : lines) {
      String[] words = line.split(" ", -1);
      switch (words[0]) {
        case "verb" -> verbs.put(words[1], words);
        case "noun" -> plurals.put(words[1], words[2]);
        case "degree" -> degrees.put(words[1], words);
        case "person" -> persons.put(words[1], words[2]);
        default ->
            throw new ScriptException(
                "forms.txt holds '" + line + "'; expected verb, noun, degree or person");
      }
    }
  }

  private static List<String> table() {
    try (InputStream in = Inflections.class.getResourceAsStream("forms.txt")) {
      if (in == null) {
        throw new ScriptException(
            "forms.txt is missing beside the script engine's classes; rebuild the engine");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A form of a word.
   *
   * @param kind what is asked for, or the sort of word when {@code form} says it
   * @param base the word's canonical form
   * @return null when the form is not known
   */
  @Nullable String form(String kind, String word, String base, String form) {
    return switch (kind) {
      case "noun" -> noun(word, base, form);
      case "verb" -> form.isEmpty() ? base : verb(base, form);
      case "present_participle", "past_participle", "past", "present3ps", "present" ->
          verb(base, kind);
      case "adjective" ->
          form.isEmpty() || form.matches("more|most")
              ? compared(word, form.isEmpty() ? "more" : form)
              : null;
      case "adverb" -> form.equals("more") ? adverb(word) : word;
      case "more", "most" -> compared(word, kind);
      case "singular" -> noun(word, base, Numbers.isNumber(word) ? "is one" : "singular");
      case "plural" -> noun(word, base, Numbers.isNumber(word) ? "are many" : "plural");
      case "pronoun" -> persons.get(word.toLowerCase(Locale.ROOT));
      case "aux" -> auxiliary(base, form);
      case "determiner" -> determined(word);
      case "place" -> place(word);
      case "integer" -> integer(word);
      case "capitalize" -> Replies.capitalised(word);
      case "uppercase", "allupper" -> word.toUpperCase(Locale.ROOT);
      case "lowercase" -> word.toLowerCase(Locale.ROOT);
      default -> tested(kind, word);
    };
  }

  private @Nullable String tested(String kind, String word) {
    boolean passes =
        switch (kind) {
          case "isinteger" -> word.matches("[0-9]+");
          case "isfloat" -> word.matches("[-+]?[0-9]*\\.[0-9]+");
          case "isuppercase" -> word.matches("\\p{Lu}.*");
          case "isalluppercase" -> word.matches("\\p{Lu}[\\p{Lu}_&-]*");
          case "ismixedcase" -> word.matches(".*\\p{Lu}.*") && word.matches(".*\\p{Ll}.*");
          case "ismodelnumber" -> word.matches(".*\\d.*") && word.matches(".*\\p{L}.*");
          default -> false;
        };
    if (kind.equals("type")) {
      return word.startsWith("~") ? "concept" : Numbers.isNumber(word) ? "number" : "word";
    }
    return passes ? "1" : null;
  }

  // Nouns.

  private @Nullable String noun(String word, String base, String form) {
    return switch (form) {
      case "is one" -> word.equals("1") ? "1" : null;
      case "are many" -> word.equals("1") ? null : "1";
      case "singular" -> base;
      case "plural" -> plural(base);
      case "irregular" -> plurals.get(base);
      case "proper" -> proper(word);
      case "" -> base;
      default -> Numbers.isNumber(form) ? (form.equals("1") ? base : plural(base)) : null;
    };
  }

  private static String proper(String word) {
    StringBuilder name = new StringBuilder();
    for (String part : word.split("(?<=[ _])", -1)) {
      name.append(Replies.capitalised(part));
    }
    return name.toString();
  }

  private String plural(String word) {
    String irregular = plurals.get(word);
    return irregular == null ? withS(word) : irregular;
  }

  private static String withS(String word) {
    if (word.matches(".*(s|x|z|ch|sh)")) {
      return word + "es";
    }
    return endsInConsonantY(word) ? word.substring(0, word.length() - 1) + "ies" : word + "s";
  }

  private static boolean endsInConsonantY(String word) {
    int last = word.length() - 1;
    return last > 0 && word.charAt(last) == 'y' && VOWELS.indexOf(word.charAt(last - 1)) < 0;
  }

  // Verbs.

  private @Nullable String verb(String base, String form) {
    String[] irregular = verbs.get(base);
    return switch (form) {
      case "present", "infinitive" -> base;
      case "past" -> irregular == null ? withEnding(base, "ed") : irregular[2];
      case "past_participle" -> irregular == null ? withEnding(base, "ed") : irregular[3];
      case "present_participle" -> withEnding(base, "ing");
      case "present3ps" ->
          base.equals("have") ? "has" : base.equals("be") ? "is" : thirdPerson(base);
      default -> null;
    };
  }

  private static String thirdPerson(String base) {
    return base.matches("(go|do)") ? base + "es" : withS(base);
  }

  /**
   * {@code like} is {@code liking}, {@code stop} is {@code stopped}, {@code try} is {@code tried}.
   */
  private static String withEnding(String base, String ending) {
    boolean ed = ending.equals("ed");
    if (base.endsWith("e") && !base.endsWith("ee") && base.length() > 2) {
      return base.endsWith("ie") && !ed
          ? base.substring(0, base.length() - 2) + "ying"
          : base.substring(0, base.length() - 1) + ending;
    }
    if (endsInConsonantY(base) && ed) {
      return base.substring(0, base.length() - 1) + "ied";
    }
    return doubles(base) ? base + base.charAt(base.length() - 1) + ending : base + ending;
  }

  /** One syllable, one vowel, one consonant behind it. */
  private static boolean doubles(String base) {
    return base.matches("[^aeiou]*[aeiou][bcdfgklmnprtvz]") && !base.endsWith("w");
  }

  private static @Nullable String auxiliary(String base, String pronoun) {
    boolean third = pronoun.matches("he|she|it");
    return switch (base) {
      case "be" -> pronoun.equals("i") ? "am" : third ? "is" : "are";
      case "have" -> third ? "has" : "have";
      case "do" -> third ? "does" : "do";
      default -> null;
    };
  }

  // Others.

  private @Nullable String compared(String word, String degree) {
    String[] irregular = degrees.get(word);
    boolean most = degree.equals("most");
    if (irregular != null) {
      return irregular[most ? 3 : 2];
    }
    long syllables = word.chars().filter(c -> VOWELS.indexOf(c) >= 0).count();
    if (syllables > 2) {
      return (most ? "most " : "more ") + word;
    }
    String stem = endsInConsonantY(word) ? word.substring(0, word.length() - 1) + "i" : word;
    return withEnding(stem, most ? "est" : "er");
  }

  private static String adverb(String word) {
    return endsInConsonantY(word) ? word.substring(0, word.length() - 1) + "ily" : word + "ly";
  }

  private static String determined(String word) {
    boolean vowel = !word.isEmpty() && VOWELS.indexOf(Character.toLowerCase(word.charAt(0))) >= 0;
    return (vowel ? "an " : "a ") + word;
  }

  private static @Nullable String place(String number) {
    if (!number.matches("[0-9]+")) {
      return null;
    }
    if (number.matches(".*1[123]")) {
      return number + "th";
    }
    return switch (number.charAt(number.length() - 1)) {
      case '1' -> number + "st";
      case '2' -> number + "nd";
      case '3' -> number + "rd";
      default -> number + "th";
    };
  }

  private static @Nullable String integer(String number) {
    return number.matches("[-+]?[0-9]+(\\.0*)?") ? number.replaceFirst("\\.0*$", "") : null;
  }
}
