package org.sweetie.models.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sweetie.models.tokens.Forms;
import org.sweetie.models.tokens.SerbianLatin;

/** Words that carry no topic, by language: articles, pronouns, greetings. */
final class SmallWords {
  private static final String FILE = "words.txt";

  private final Map<String, Set<String>> languages = new HashMap<>();
  private final Map<String, Integer> sharedBy = new HashMap<>();

  private SmallWords() {}

  /**
   * How a text's words fall.
   *
   * @param words how many words it has
   */
  record Counts(int words, Map<String, Double> byLanguage) {
    double of(String code) {
      boolean serbian = code.equals("bs") || code.equals("hr");
      return byLanguage.getOrDefault(serbian ? "sr" : code, 0.0);
    }
  }

  static SmallWords load() {
    SmallWords words = new SmallWords();
    try (InputStream in = SmallWords.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IOException(FILE + " is not on the class path");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      text.lines().filter(l -> !l.startsWith("#")).forEach(words::add);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the small words of the languages", e);
    }
    return words;
  }

  private void add(String line) {
    List<String> words = List.of(line.split(" "));
    Set<String> own = new HashSet<>(words.subList(1, words.size()));
    languages.put(words.get(0), own);
    own.forEach(w -> sharedBy.merge(w, 1, Integer::sum));
  }

  /** Counts each small word once for each time it stands; one of n languages has an nth of it. */
  Counts count(String text) {
    Map<String, Double> counts = new HashMap<>();
    int words = 0;
    for (String raw : text.split("[^\\p{L}\\p{M}'’]+")) {
      String word = Forms.fold(raw);
      if (!word.isEmpty()) {
        words++;
        languages.forEach((language, own) -> count(language, own, word, counts));
      }
    }
    return new Counts(words, counts);
  }

  private void count(String language, Set<String> own, String word, Map<String, Double> counts) {
    String form = language.equals("sr") ? SerbianLatin.of(word) : word;
    if (own.contains(form)) {
      counts.merge(language, 1.0 / sharedBy.getOrDefault(form, 1), Double::sum);
    }
  }
}
