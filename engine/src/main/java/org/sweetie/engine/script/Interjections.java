package org.sweetie.engine.script;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sweetie.engine.script.English.Where;
import org.sweetie.engine.script.Sentence.Word;

/**
 * Words that mean something of their own where a sentence begins ({@code sure}, {@code no way}),
 * and faces, which mean it anywhere. Only concepts that the script uses are marked.
 */
final class Interjections {
  private final English english;
  private final Map<String, List<Entry>> byFirstWord = new HashMap<>();

  /** A phrase and the concept it stands for, {@link Vocabulary#NONE} when no rule asks for it. */
  record Entry(List<String> words, Where where, int concept) {}

  Interjections(English english, Vocabulary vocabulary) {
    this.english = english;
    for (English.Said said : english.interjections()) {
      Entry entry = new Entry(said.words(), said.where(), vocabulary.find(said.concept()));
      byFirstWord.computeIfAbsent(said.words().get(0), first -> new ArrayList<>(2)).add(entry);
    }
  }

  /**
   * The entries that are said at a position.
   *
   * @param begins whether nothing but interjections and commas stands before it
   */
  List<Entry> at(Sentence sentence, int position, boolean begins) {
    List<Entry> candidates = byFirstWord.get(sentence.word(position).folded());
    if (candidates == null) {
      return List.of();
    }
    List<Entry> said = new ArrayList<>(2);
    for (Entry entry : candidates) {
      if ((begins || entry.where() == Where.ANYWHERE)
          && isSaid(entry, sentence.words(), position - 1)) {
        said.add(entry);
      }
    }
    return said;
  }

  /** How many words the longest interjection at the beginning has; 0 when there is none. */
  int lengthAt(List<Word> words, int from) {
    List<Entry> candidates = from < words.size() ? byFirstWord.get(words.get(from).folded()) : null;
    int longest = 0;
    if (candidates != null) {
      for (Entry entry : candidates) {
        if (entry.words().size() > longest && isSaid(entry, words, from)) {
          longest = entry.words().size();
        }
      }
    }
    return longest;
  }

  private boolean isSaid(Entry entry, List<Word> words, int from) {
    int length = entry.words().size();
    if (from + length > words.size()) {
      return false;
    }
    for (int i = 1; i < length; i++) {
      if (!entry.words().get(i).equals(words.get(from + i).folded())) {
        return false;
      }
    }
    return switch (entry.where()) {
      case START, ANYWHERE -> true;
      case ALONE -> endsBefore(words, from + length);
      case APART ->
          endsBefore(words, from + length) || english.beginsAnew(words.get(from + length).folded());
    };
  }

  private static boolean endsBefore(List<Word> words, int next) {
    if (next >= words.size()) {
      return true;
    }
    String word = words.get(next).folded();
    return word.equals(",") || word.equals("-");
  }
}
