package org.sweetie.engine.script;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Finds the word of a script that a misspelt word was meant to be: one letter more, one less, one
 * other, or two in the wrong order. Words are filed under what is left of them when one letter is
 * taken out; two words one edit apart have such a remainder in common. Made when first needed.
 */
final class Spelling {
  static final int SHORTEST = 4;
  static final int LONGEST = 20;

  private static final int EMPTY = -1;
  private static final int TOO_FAR = 100;
  private static final String NEAR_SOUNDS = "ckc szs scs fvf mnm gjg dtd bpb lrl iyi qkq";
  private static final String[] KEYS = {"qwertyuiop", "asdfghjkl", "zxcvbnm"};

  private final Vocabulary vocabulary;
  private final int[] slots;
  private final int[] hashes;

  Spelling(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    int entries = 0;
    for (int id = 0; id < vocabulary.size(); id++) {
      entries += isPlain(vocabulary.name(id)) ? vocabulary.name(id).length() + 1 : 0;
    }
    int size = Integer.highestOneBit(Math.max(entries, 8)) << 2;
    this.slots = new int[size];
    this.hashes = new int[size];
    Arrays.fill(slots, EMPTY);
    for (int id = 0; id < vocabulary.size(); id++) {
      if (isPlain(vocabulary.name(id))) {
        file(id, vocabulary.name(id));
      }
    }
  }

  private static boolean isPlain(String word) {
    if (word.length() < SHORTEST || word.length() > LONGEST) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (!Character.isLetter(word.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private void file(int id, String word) {
    for (int left = -1; left < word.length(); left++) {
      int hash = hash(word, left);
      int slot = slot(hash);
      while (slots[slot] != EMPTY && (slots[slot] != id || hashes[slot] != hash)) {
        slot = (slot + 1) & (slots.length - 1);
      }
      slots[slot] = id;
      hashes[slot] = hash;
    }
  }

  /** The hash of a word without the letter at a position; of the whole word for -1. */
  private static int hash(String word, int left) {
    int hash = 0;
    for (int i = 0; i < word.length(); i++) {
      hash = i == left ? hash : 31 * hash + word.charAt(i);
    }
    return hash;
  }

  private int slot(int hash) {
    return (hash ^ (hash >>> 16)) & (slots.length - 1);
  }

  /**
   * The script's word that an unknown word was most likely meant to be, or null when there is none
   * or more than one.
   */
  @Nullable String near(String word) {
    if (!isPlain(word)) {
      return null;
    }
    int best = mostAllowed(word.length()) + 1;
    String found = null;
    for (int left = -1; left < word.length(); left++) {
      int hash = hash(word, left);
      for (int slot = slot(hash); slots[slot] != EMPTY; slot = (slot + 1) & (slots.length - 1)) {
        if (hashes[slot] != hash) {
          continue;
        }
        String candidate = vocabulary.name(slots[slot]);
        if (candidate.equals(found)) {
          continue;
        }
        int cost = cost(word, candidate);
        if (cost < best) {
          best = cost;
          found = candidate;
        } else if (cost == best && cost < TOO_FAR) {
          found = null;
        }
      }
    }
    return found;
  }

  /** The shorter a word, the surer the guess must be. */
  private static int mostAllowed(int length) {
    return length == SHORTEST ? 2 : length == SHORTEST + 1 ? 3 : 4;
  }

  /** How unlikely it is that someone who meant one word typed the other. */
  private static int cost(String typed, String meant) {
    int same = 0;
    int shorter = Math.min(typed.length(), meant.length());
    while (same < shorter && typed.charAt(same) == meant.charAt(same)) {
      same++;
    }
    int difference = typed.length() - meant.length();
    if (difference == 0 && same == typed.length()) {
      // The stem of a word with an ending may itself be spelled well.
      return 0;
    }
    if (difference == 0) {
      return costOfOther(typed, meant, same);
    }
    if (difference == 1 && typed.startsWith(meant.substring(same), same + 1)) {
      return costOfLetter(typed, same);
    }
    if (difference == -1 && meant.startsWith(typed.substring(same), same + 1)) {
      return costOfLetter(meant, same);
    }
    return TOO_FAR;
  }

  private static int costOfOther(String typed, String meant, int at) {
    if (at + 1 < typed.length()
        && typed.charAt(at) == meant.charAt(at + 1)
        && typed.charAt(at + 1) == meant.charAt(at)
        && typed.startsWith(meant.substring(at + 2), at + 2)) {
      return 1;
    }
    if (!typed.startsWith(meant.substring(at + 1), at + 1)) {
      return TOO_FAR;
    }
    char a = typed.charAt(at);
    char b = meant.charAt(at);
    int first = at == 0 ? 2 : 0;
    if ((isVowel(a) && isVowel(b)) || soundsNear(a, b)) {
      return 2 + first;
    }
    return (isKeyBeside(a, b) ? 3 : 4) + first;
  }

  /** A letter too many or missing: least when it is doubled, more for a consonant or the first. */
  private static int costOfLetter(String longer, int at) {
    char letter = longer.charAt(at);
    if (at > 0 && longer.charAt(at - 1) == letter) {
      return 1;
    }
    int first = at == 0 ? 2 : 0;
    return (isVowel(letter) || letter == 'h' ? 2 : 3) + first;
  }

  private static boolean isVowel(char c) {
    return "aeiouy".indexOf(c) >= 0;
  }

  private static boolean soundsNear(char a, char b) {
    int at = NEAR_SOUNDS.indexOf(a);
    while (at >= 0) {
      if ((at > 0 && NEAR_SOUNDS.charAt(at - 1) == b)
          || (at + 1 < NEAR_SOUNDS.length() && NEAR_SOUNDS.charAt(at + 1) == b)) {
        return true;
      }
      at = NEAR_SOUNDS.indexOf(a, at + 1);
    }
    return false;
  }

  private static boolean isKeyBeside(char a, char b) {
    for (String row : KEYS) {
      int at = row.indexOf(a);
      if (at >= 0) {
        return Math.abs(at - row.indexOf(b)) == 1 && row.indexOf(b) >= 0;
      }
    }
    return false;
  }
}
