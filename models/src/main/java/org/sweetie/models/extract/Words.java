package org.sweetie.models.extract;

import java.util.Set;
import org.sweetie.models.tokens.Forms;

/** The words of a passage as names are looked for among them: folded, and how they stand. */
final class Words {
  private static final int LONGEST = 40;
  private static final int LONGEST_GAP = 3;

  private final Passage passage;
  private final Tokens tokens;
  private final String[] folded;
  private final boolean hasCapitals;

  Words(Passage passage) {
    this.passage = passage;
    this.tokens = passage.tokens();
    this.folded = new String[tokens.size()];
    this.hasCapitals = passage.text().chars().anyMatch(Character::isUpperCase);
  }

  /** Whether the text has capitals at all. */
  boolean hasCapitals() {
    return hasCapitals;
  }

  int size() {
    return tokens.size();
  }

  int start(int word) {
    return tokens.start(word);
  }

  /** Where a word ends, a genitive's ending left off. */
  int end(int word) {
    int end = tokens.end(word);
    boolean isGenitive =
        end - tokens.start(word) > 3
            && passage.at(end - 1) == 's'
            && (passage.at(end - 2) == '\'' || passage.at(end - 2) == '\u2019');
    return isGenitive ? end - 2 : end;
  }

  boolean isGenitive(int word) {
    return end(word) < tokens.end(word);
  }

  boolean isNumber(int word) {
    return word >= 0 && word < size() && tokens.isNumber(word);
  }

  int length(int word) {
    return end(word) - start(word);
  }

  /** The folded form without a genitive's ending; empty outside the text. */
  String form(int word) {
    if (word < 0 || word >= size()) {
      return "";
    }
    String known = folded[word];
    if (known == null) {
      int end = end(word);
      boolean isEndless = end - start(word) > LONGEST;
      known = isEndless ? "" : Forms.fold(passage.text().substring(start(word), end));
      folded[word] = known;
    }
    return known;
  }

  /** Begins with a capital and is not part of a tag, a path or a signed name. */
  boolean isCapital(int word) {
    if (word < 0 || word >= size() || tokens.isNumber(word)) {
      return false;
    }
    return isPlain(word) && Character.isUpperCase(passage.text().codePointAt(start(word)));
  }

  /** Not part of a tag, a path, a signed name or a word with digits in it. */
  boolean isPlain(int word) {
    char before = passage.at(start(word) - 1);
    char next = passage.at(tokens.end(word));
    return !isBinding(before) && !isBinding(next);
  }

  private static boolean isBinding(char c) {
    return c != '\0' && (Chars.isDigit(c) || "#@/\\_$%&=~".indexOf(c) >= 0);
  }

  /** One capital at its beginning, as names are written, or a second after "Mc" and the like. */
  boolean isTitled(int word) {
    int capitals = 0;
    for (int i = start(word); i < end(word); i++) {
      boolean isInner = i > start(word) + 3 && Character.isUpperCase(passage.at(i));
      capitals += Character.isUpperCase(passage.at(i)) ? 1 : 0;
      if (isInner) {
        return false;
      }
    }
    return isCapital(word) && capitals <= 2 && (capitals == 1 || length(word) > 4);
  }

  boolean isAllCapitals(int word) {
    for (int i = start(word); i < end(word); i++) {
      if (Character.isLowerCase(passage.at(i))) {
        return false;
      }
    }
    return true;
  }

  /** A single letter: the initial of a name. */
  boolean isInitial(int word) {
    return isCapital(word) && length(word) == 1;
  }

  /**
   * Whether a word goes on where the one before it ends: a space, a hyphen, or an initial's dot.
   */
  boolean isJoined(int word) {
    if (word < 1 || word >= size() || isGenitive(word - 1)) {
      return false;
    }
    int from = tokens.end(word - 1);
    int gap = start(word) - from;
    char first = passage.at(from);
    if (gap == 1) {
      return first == ' ' || first == '-' || first == '\u00A0' || first == '\t';
    }
    return gap == 2 && first == '.' && passage.at(from + 1) == ' ' && isInitial(word - 1);
  }

  /** Whether nothing but spaces, and a dot or colon, is between a word and the one before it. */
  boolean isNext(int word) {
    if (word < 1 || word >= size()) {
      return false;
    }
    int from = tokens.end(word - 1);
    for (int i = from; i < start(word); i++) {
      if (start(word) - from > LONGEST_GAP + 5 || " .:\t\u00A0\"'".indexOf(passage.at(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether a sentence, a line or something quoted begins with a word. */
  boolean isOpening(int word) {
    if (word == 0) {
      return true;
    }
    for (int i = tokens.end(word - 1); i < start(word); i++) {
      if (".!?:\n\r>*\"\u201C\u2026(;|".indexOf(passage.at(i)) >= 0) {
        return !isInitial(word - 1);
      }
    }
    return false;
  }

  /** Whether one of these phrases ends right before a word; its parts are joined by "_". */
  boolean isAfter(Set<String> phrases, int word, int longest) {
    StringBuilder said = new StringBuilder();
    for (int i = word - 1; i >= Math.max(0, word - longest) && isNext(i + 1); i--) {
      if (said.length() > 0) {
        said.insert(0, '_');
      }
      said.insert(0, Forms.fold(passage.text().substring(start(i), fullEnd(i))));
      if (phrases.contains(said.toString())) {
        return true;
      }
    }
    return false;
  }

  private int fullEnd(int word) {
    return Math.min(tokens.end(word), start(word) + LONGEST);
  }

  /** Whether a phrase begins at a word. */
  boolean isBefore(Set<String> phrases, int word, int longest) {
    StringBuilder said = new StringBuilder();
    for (int i = word; i < Math.min(size(), word + longest); i++) {
      if (i > word && !isNext(i)) {
        return false;
      }
      said.append(said.length() > 0 ? "_" : "").append(form(i));
      if (phrases.contains(said.toString())) {
        return true;
      }
    }
    return false;
  }
}
