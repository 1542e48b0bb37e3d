package org.sweetie.engine.script;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Words that mean something of their own where a sentence begins ({@code sure}, {@code no way}),
 * and faces, which mean it anywhere. Only concepts that the script uses are looked for.
 */
final class Interjections {
  private final Map<String, List<Entry>> byFirstWord = new HashMap<>();

  /** A phrase and the concept it stands for. */
  record Entry(List<String> words, int concept) {}

  Interjections(English english, Vocabulary vocabulary) {
    english.interjections().forEach((name, phrases) -> register(vocabulary.find(name), phrases));
  }

  private void register(int concept, List<List<String>> phrases) {
    if (concept == Vocabulary.NONE) {
      return;
    }
    for (List<String> words : phrases) {
      byFirstWord
          .computeIfAbsent(words.get(0), first -> new ArrayList<>())
          .add(new Entry(words, concept));
    }
  }

  /** The entries that are said at a position. */
  List<Entry> at(Sentence sentence, int position) {
    String first = sentence.word(position).folded();
    List<Entry> candidates = byFirstWord.getOrDefault(first, List.of());
    if (candidates.isEmpty() || (position > 1 && Character.isLetter(first.codePointAt(0)))) {
      return List.of();
    }
    return candidates.stream().filter(entry -> isSaid(entry, sentence, position)).toList();
  }

  private static boolean isSaid(Entry entry, Sentence sentence, int position) {
    for (int i = 0; i < entry.words().size(); i++) {
      if (!entry.words().get(i).equals(sentence.foldedOrNull(position + i))) {
        return false;
      }
    }
    return true;
  }
}
