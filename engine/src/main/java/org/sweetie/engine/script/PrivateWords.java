package org.sweetie.engine.script;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.sweetie.engine.script.Sentence.Word;

/**
 * A script's own {@code replace:} and {@code canon:} pairs, applied to a sentence after the
 * engine's language has read it.
 */
final class PrivateWords {
  private static final PrivateWords NONE = new PrivateWords(Map.of(), Map.of());

  private final Map<String, List<Replacement>> replacements;
  private final Map<String, String> canonical;

  /**
   * A pair of {@code replace:}.
   *
   * @param given words in lower case; a {@code <} before the first and a {@code >} behind the last
   *     bind it to the start and the end of the sentence
   * @param meant what they are read as, nothing to leave them out
   */
  record Replacement(List<String> given, List<String> meant, boolean atStart, boolean atEnd) {
    Replacement {
      given = List.copyOf(given);
      meant = List.copyOf(meant);
    }
  }

  PrivateWords(Map<String, List<Replacement>> replacements, Map<String, String> canonical) {
    this.replacements = Map.copyOf(replacements);
    this.canonical = Map.copyOf(canonical);
  }

  static PrivateWords none() {
    return NONE;
  }

  /** Collects pairs while a script is read. */
  static final class Builder {
    private final Map<String, List<Replacement>> replacements = new HashMap<>();
    private final Map<String, String> canonical = new HashMap<>();

    void replace(Replacement replacement) {
      replacements
          .computeIfAbsent(replacement.given().get(0), first -> new ArrayList<>())
          .add(replacement);
    }

    void canon(String word, String form) {
      canonical.put(Fold.word(word), form);
    }

    PrivateWords build() {
      replacements
          .values()
          .forEach(list -> list.sort((a, b) -> b.given().size() - a.given().size()));
      return new PrivateWords(replacements, canonical);
    }
  }

  boolean isEmpty() {
    return replacements.isEmpty() && canonical.isEmpty();
  }

  /**
   * The sentence with the pairs applied.
   *
   * @param reads what a word that came in by a replacement is
   */
  Sentence apply(Sentence sentence, boolean replace, Function<String, Word> reads) {
    List<Word> words = new ArrayList<>();
    int at = 1;
    while (at <= sentence.count()) {
      Replacement found = replace ? at(sentence, at) : null;
      if (found == null) {
        words.add(withCanonical(sentence.word(at)));
        at++;
      } else {
        found.meant().forEach(word -> words.add(withCanonical(reads.apply(word))));
        at += found.given().size();
      }
    }
    return new Sentence(words, sentence.isQuestion(), sentence.isExclamation());
  }

  private Word withCanonical(Word word) {
    String form = canonical.get(word.folded());
    return form == null
        ? word
        : new Word(word.typed(), word.folded(), form, word.others(), word.traits());
  }

  private @org.jspecify.annotations.Nullable Replacement at(Sentence sentence, int at) {
    for (Replacement replacement :
        replacements.getOrDefault(sentence.word(at).folded(), List.of())) {
      if (stands(replacement, sentence, at)) {
        return replacement;
      }
    }
    return null;
  }

  private static boolean stands(Replacement replacement, Sentence sentence, int at) {
    int last = at + replacement.given().size() - 1;
    if ((replacement.atStart() && at != 1)
        || (replacement.atEnd() && last != sentence.count())
        || last > sentence.count()) {
      return false;
    }
    for (int i = at; i <= last; i++) {
      if (!sentence.word(i).folded().equals(replacement.given().get(i - at))) {
        return false;
      }
    }
    return true;
  }
}
