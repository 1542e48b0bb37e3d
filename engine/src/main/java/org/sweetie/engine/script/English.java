package org.sweetie.engine.script;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What the engine knows of English, read once from the tables beside this class. */
final class English {
  /** The tables as shipped. */
  static final English SHIPPED = shipped();

  private static final int LONGEST_GIVEN = 24;

  private final Map<String, Expansion> expansions = new HashMap<>();
  private final Map<String, String> endings = new HashMap<>();
  private final Map<String, String> canonical = new HashMap<>();
  private final Map<String, String> numbers = new HashMap<>();
  private final Map<String, Form> irregular = new HashMap<>();
  private final Map<String, Integer> kinds = new HashMap<>();
  private final Map<String, Long> concepts = new HashMap<>();
  private final Map<String, Set<String>> sets = new HashMap<>();
  private final List<Said> interjections = new ArrayList<>();
  private final Set<String> spoken = new HashSet<>();
  private final Set<String> faces = new HashSet<>();

  /** The words that something stands for, under the setting that allows it. */
  private record Expansion(int flag, String[] words) {}

  /** An irregular form: what it is of its base. */
  record Form(String base, int kinds) {}

  /** Where an interjection must stand to be one. */
  enum Where {
    /** At the beginning of a sentence. */
    START,
    /** There, and nothing or a word that begins anew follows. */
    APART,
    /** There, and nothing follows but a comma. */
    ALONE,
    ANYWHERE
  }

  /** A phrase that means a concept. */
  record Said(String concept, Where where, List<String> words) {}

  English() {}

  private static English shipped() {
    English english = new English();
    for (String table :
        List.of("english.txt", "irregular.txt", "spelling.txt", "interjections.txt")) {
      LanguageTable.readShipped(table, english::readLine);
    }
    return english;
  }

  void readLine(String section, List<String> givens, String meant) {
    switch (section) {
      case "contractions" -> expand(TokenFlags.CONTRACTIONS, givens, meant);
      case "texting" -> expand(TokenFlags.TEXTING, givens, meant);
      case "misspelled" -> expand(TokenFlags.SPELLING, givens, meant);
      case "british" -> expand(TokenFlags.BRITISH, givens, meant);
      case "endings" -> givens.forEach(given -> endings.put(given, meant));
      case "canonical" -> givens.forEach(given -> canonical.put(given, meant));
      case "numbers" -> readNumbers(givens, meant);
      case "verbs", "plurals", "comparison" -> readForms(section, givens, meant);
      case "kinds" -> givens.forEach(given -> kinds.merge(given, kindsNamed(meant), (a, b) -> b));
      case "concepts" -> concepts.put(meant, traitsNamed(givens));
      case "start", "apart", "alone", "anywhere" -> readInterjections(section, givens, meant);
      case "questions", "abbreviations", "domains", "units", "pronouns", "parser", "follows" ->
          sets.computeIfAbsent(section + " " + meant, name -> new HashSet<>()).addAll(givens);
      default ->
          throw new ScriptException(
              "The language table has the section ["
                  + section
                  + "]; English has none of that name");
    }
  }

  private void expand(int flag, List<String> givens, String meant) {
    Expansion expansion = new Expansion(flag, meant.split(" ", -1));
    givens.forEach(given -> expansions.putIfAbsent(given, expansion));
  }

  private void readNumbers(List<String> givens, String figure) {
    numbers.put(givens.get(0), figure);
    for (String place : givens.subList(1, givens.size())) {
      numbers.put(place, figure);
      sets.computeIfAbsent("places", name -> new HashSet<>()).add(place);
    }
  }

  /** The first of several forms is the past or comparative, the last participle or superlative. */
  private void readForms(String section, List<String> givens, String base) {
    WordKind first =
        switch (section) {
          case "verbs" -> WordKind.PAST;
          case "plurals" -> WordKind.PLURAL;
          default -> WordKind.COMPARATIVE;
        };
    WordKind last =
        switch (section) {
          case "verbs" -> WordKind.PARTICIPLE;
          case "plurals" -> WordKind.PLURAL;
          default -> WordKind.SUPERLATIVE;
        };
    for (int i = 0; i < givens.size(); i++) {
      int form = (i == 0 ? first.bit() : 0) | (i == givens.size() - 1 ? last.bit() : 0);
      irregular.merge(
          givens.get(i),
          new Form(base, form == 0 ? last.bit() : form),
          (a, b) -> new Form(a.base(), a.kinds() | b.kinds()));
    }
  }

  private static int kindsNamed(String names) {
    int all = 0;
    for (String name : names.split(" ", -1)) {
      all |= WordKind.named(name).bit();
    }
    return all;
  }

  private static long traitsNamed(List<String> names) {
    long all = 0;
    for (String name : names) {
      all |= TokenTrait.named(name);
    }
    return all;
  }

  private void readInterjections(String section, List<String> givens, String concept) {
    Where where =
        switch (section) {
          case "start" -> Where.START;
          case "apart" -> Where.APART;
          case "alone" -> Where.ALONE;
          default -> Where.ANYWHERE;
        };
    for (String given : givens) {
      interjections.add(new Said(concept, where, List.of(given.split(" ", -1))));
      (Character.isLetterOrDigit(given.codePointAt(0)) ? spoken : faces).add(given);
    }
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
  String @Nullable [] expansion(String word, int flags) {
    Expansion whole = word.length() > LONGEST_GIVEN ? null : expansions.get(word);
    if (whole != null && (whole.flag() & flags) != 0) {
      return whole.words();
    }
    int apostrophe = word.lastIndexOf('\'');
    if (apostrophe <= 0 || (flags & TokenFlags.CONTRACTIONS) == 0) {
      return null;
    }
    int from = word.endsWith("n't") && word.length() > 3 ? apostrophe - 1 : apostrophe;
    String ending = endings.get(word.substring(from));
    return ending == null ? null : new String[] {word.substring(0, from), ending};
  }

  /** Whether a piece that begins with an apostrophe is one word: {@code 'em}, {@code 's}. */
  boolean isEnding(String piece) {
    return endings.containsKey(piece) || expansions.containsKey(piece);
  }

  /** Whether a full stop behind a word in lower case ends no sentence. */
  boolean isTitle(String word) {
    return in("abbreviations title", word);
  }

  /** Whether a full stop behind a word ends a sentence only before a capital. */
  boolean isAbbreviation(String word) {
    return in("abbreviations mid", word);
  }

  boolean isDomain(String label) {
    return in("domains domain", label);
  }

  /** Whether letters stay together with the figures before them: {@code 5pm}, {@code 3rd}. */
  boolean isUnit(String letters) {
    return in("units figure", letters);
  }

  /** The interjections with the concepts they mean. */
  List<Said> interjections() {
    return interjections;
  }

  boolean isInterjectionConcept(String name) {
    return interjections.stream().anyMatch(said -> said.concept().equals(name));
  }

  /** The concepts that the engine itself marks, each with the traits of its words. */
  Map<String, Long> concepts() {
    return concepts;
  }

  /** Whether a concept tells a word's part in its sentence, which only a parser knows. */
  boolean needsParser(String concept) {
    return in("parser role", concept);
  }

  /** Whether a sentence without a closing mark reads as a question. */
  boolean readsAsQuestion(String first, String second) {
    return in("questions begins", first)
        || (in("questions helps", first) && in("questions subject", second));
  }

  private boolean in(String set, String word) {
    Set<String> words = sets.get(set);
    return words != null && words.contains(word);
  }

  /** The figures of a number word, or null. */
  @Nullable String figure(String word) {
    return numbers.get(word);
  }

  /** Whether a number word tells a place in a row. */
  boolean isPlace(String word) {
    return in("places", word);
  }

  /** Whether something new begins with a word: {@code no I will not}. */
  boolean beginsAnew(String word) {
    return in("follows follows", word);
  }

  boolean isSubject(String word) {
    return in("pronouns subject", word);
  }

  boolean isObject(String word) {
    return in("pronouns object", word);
  }

  /** The canonical form that is laid down for a word, or null. */
  @Nullable String fixed(String word) {
    return canonical.get(word);
  }

  /** Tells every irregular form with its base. */
  void irregularForms(BiConsumer<String, String> each) {
    irregular.forEach((word, form) -> each.accept(word, form.base()));
  }

  @Nullable Form irregular(String word) {
    return irregular.get(word);
  }

  /** What a small word may be, as bits of {@link WordKind}; 0 when nothing is laid down. */
  int kinds(String word) {
    return kinds.getOrDefault(word, 0);
  }
}
