package org.sweetie.models.assist;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;
import org.sweetie.models.language.Reader;
import org.sweetie.models.retrieve.ContentWords;
import org.sweetie.models.retrieve.Word;
import org.sweetie.models.tokens.Forms;
import org.sweetie.models.tokens.SerbianLatin;

/**
 * What a question is about.
 *
 * @param words its content words as they stand, each once: no stop words, and none of those that
 *     merely ask
 */
record Question(List<String> words) {
  /** How many words of a question are looked at. */
  private static final int ENOUGH = 64;

  private static final ConcurrentMap<String, Set<String>> ASKING = new ConcurrentHashMap<>();

  Question {
    words = List.copyOf(words);
  }

  static Question of(String text, String language) {
    Set<String> asking = asking(language);
    List<String> words = new ArrayList<>();
    Set<Set<String>> seen = new HashSet<>();
    for (Word word : ContentWords.in(language).read(text)) {
      String surface = text.substring(word.start(), word.end());
      String form = SerbianLatin.of(Forms.fold(surface));
      boolean asks = asking.contains(Forms.fold(surface)) || asking.contains(form);
      if (!asks && seen.add(word.terms()) && words.size() < ENOUGH) {
        words.add(surface);
      }
    }
    return new Question(words);
  }

  /** The terms of each word as items of a language hold them. */
  List<Set<String>> terms(String language) {
    ContentWords reader = ContentWords.in(language);
    return words.stream()
        .map(
            word -> {
              Set<String> terms = reader.terms(word);
              return terms.isEmpty() ? Set.of(Forms.fold(word)) : terms;
            })
        .collect(Collectors.toList());
  }

  private static Set<String> asking(String language) {
    return Reader.ofTag(language)
        .map(reader -> ASKING.computeIfAbsent(reader.file(), Question::read))
        .orElse(Set.of());
  }

  private static Set<String> read(String language) {
    String file = "question-words-" + language + ".txt";
    try (InputStream in = Question.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is not on the class path: build again");
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.startsWith("#"))
          .flatMap(line -> List.of(line.strip().split("\\s+")).stream())
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
