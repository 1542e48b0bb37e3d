package org.sweetie.engine.script;

import java.util.List;
import org.sweetie.engine.script.Sentence.Word;

/** Reads a number of several words as one: {@code two hundred and five}, {@code 3 million}. */
final class NumberWords {
  private static final long LARGEST = 1_000_000_000_000L;

  private final List<Word> words;

  private NumberWords(List<Word> words) {
    this.words = words;
  }

  static void merge(List<Word> words) {
    NumberWords numbers = new NumberWords(words);
    for (int i = 0; i < words.size(); i++) {
      if (numbers.value(i) >= 0) {
        numbers.mergeAt(i);
      }
    }
  }

  private void mergeAt(int start) {
    long total = 0;
    long part = value(start);
    long before = part;
    int end = start + 1;
    while (end < words.size()) {
      int at = end + (isAnd(end) && before >= 100 ? 1 : 0);
      long next = value(at);
      if (next < 0 || isFigures(at)) {
        break;
      }
      if (next >= 1000 && part > 0 && part < 1000 && next * part < LARGEST) {
        total += part * next;
        part = 0;
      } else if (next == 100 && part > 0 && part < 100) {
        part *= 100;
      } else if (fits(next, part, before)) {
        part += next;
      } else {
        break;
      }
      before = next;
      end = at + 1;
    }
    if (end > start + 1) {
      replace(start, end, total + part);
    }
  }

  /** Twenty-five, a hundred (and) five, a thousand (and) twenty; figures are not added up. */
  private static boolean fits(long next, long part, long before) {
    boolean unit = next > 0 && next < 10 && before >= 20 && before < 100 && before % 10 == 0;
    boolean rest = next > 0 && next < 100 && before == 100 && part >= 100;
    boolean afterThousand = next > 0 && next < 1000 && before >= 1000 && part == 0;
    return unit || rest || afterThousand;
  }

  private boolean isFigures(int at) {
    return Character.isDigit(words.get(at).folded().charAt(0));
  }

  private boolean isAnd(int at) {
    return at + 1 < words.size() && words.get(at).folded().equals("and") && value(at + 1) >= 0;
  }

  /** The whole number that one word is, or -1. */
  private long value(int at) {
    if (at >= words.size()) {
      return -1;
    }
    Word word = words.get(at);
    if (!TokenTrait.INTEGER.in(word.traits())
        || TokenTrait.PLACE.in(word.traits())
        || TokenTrait.MONEY.in(word.traits())
        || TokenTrait.NEGATIVE.in(word.traits())) {
      return -1;
    }
    return Numbers.isNumber(word.canonical()) && word.canonical().length() <= 12
        ? Numbers.parse(word.canonical()).longValue()
        : -1;
  }

  private void replace(int start, int end, long value) {
    StringBuilder typed = new StringBuilder();
    StringBuilder folded = new StringBuilder();
    for (Word word : words.subList(start, end)) {
      typed.append(typed.isEmpty() ? "" : " ").append(word.typed());
      folded.append(folded.isEmpty() ? "" : " ").append(word.folded());
    }
    long traits =
        TokenTrait.NUMBER.bit()
            | TokenTrait.INTEGER.bit()
            | (value >= 1 && value <= 31 ? TokenTrait.DAY.bit() : 0)
            | WordKind.NOUN.bit()
            | WordKind.ADJECTIVE.bit();
    Word merged =
        new Word(typed.toString(), folded.toString(), Long.toString(value), List.of(), traits);
    words.subList(start + 1, end).clear();
    words.set(start, merged);
  }
}
