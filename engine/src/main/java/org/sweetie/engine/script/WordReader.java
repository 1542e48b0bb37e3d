package org.sweetie.engine.script;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.script.Sentence.Word;

/**
 * What a piece of a message stands for: its words, spelt out, spelling forgiven, with their forms.
 * That depends on the piece and the settings alone, so what was found is kept in a table of fixed
 * size that threads share without locks: an entry never changes, and one lost is found again.
 */
final class WordReader {
  /** A longer word is compared by its beginning. */
  private static final int LONGEST_WORD = 80;

  private static final int KEPT = 1 << 11;

  /** Set in the settings of a piece that begins a sentence: its capital says nothing. */
  static final int FIRST = 1 << 30;

  private final English english;
  private final Morphology morphology;
  private final Vocabulary vocabulary;
  private final Piece[] kept = new Piece[KEPT];
  private volatile @Nullable Spelling spelling;

  /** A piece of text as read under some settings. */
  private record Piece(String typed, int flags, Word[] words) {}

  WordReader(Morphology morphology, Vocabulary vocabulary) {
    this.english = English.SHIPPED;
    this.morphology = morphology;
    this.vocabulary = vocabulary;
  }

  English english() {
    return english;
  }

  /** The words of a piece of text, which must not be changed. */
  Word[] read(String text, int start, int end, int flags) {
    int hash = flags;
    for (int i = start; i < end; i++) {
      hash = 31 * hash + text.charAt(i);
    }
    int slot = (hash ^ (hash >>> 11) ^ (hash >>> 22)) & (KEPT - 1);
    Piece known = kept[slot];
    if (known != null
        && known.flags() == flags
        && known.typed().length() == end - start
        && text.startsWith(known.typed(), start)) {
      return known.words();
    }
    String typed = text.substring(start, end);
    Piece piece = new Piece(typed, flags, words(typed, flags));
    if (typed.length() <= LONGEST_WORD) {
      kept[slot] = piece;
    }
    return piece.words();
  }

  private Word[] words(String typed, int flags) {
    String folded = cut(Fold.word(typed));
    List<Word> words = new ArrayList<>(2);
    addWords(words, typed, folded, flags);
    return words.toArray(new Word[0]);
  }

  private void addWords(List<Word> words, String typed, String folded, int flags) {
    String[] expansion = english.expansion(folded, flags);
    if (expansion != null) {
      for (String part : expansion) {
        boolean asTyped = folded.startsWith(part) && typed.length() == folded.length();
        String seen = asTyped ? typed.substring(0, part.length()) : part;
        words.add(word(seen, Fold.word(part), flags));
      }
      return;
    }
    int split = typed.length() == folded.length() ? split(folded, flags) : 0;
    if (split == 0) {
      words.add(word(typed, folded, flags));
      return;
    }
    int next = folded.charAt(split) == '-' ? split + 1 : split;
    addWords(words, typed.substring(0, split), folded.substring(0, split), flags);
    addWords(words, typed.substring(next), folded.substring(next), flags & ~FIRST);
  }

  /**
   * Where a piece falls into two known words: {@code 20years}, {@code cat-food}; 0 when nowhere.
   */
  private int split(String folded, int flags) {
    if ((flags & TokenFlags.SPELLCHECK) == 0 || vocabulary.knows(folded)) {
      return 0;
    }
    if (folded.charAt(0) >= '0' && folded.charAt(0) <= '9') {
      return splitUnit(folded);
    }
    int hyphen = folded.indexOf('-');
    boolean known =
        hyphen > 0
            && hyphen + 1 < folded.length()
            && !morphology.knows(folded)
            && isWord(folded.substring(0, hyphen))
            && isWord(folded.substring(hyphen + 1, nextHyphen(folded, hyphen)));
    return known ? hyphen : 0;
  }

  private static int nextHyphen(String folded, int hyphen) {
    int next = folded.indexOf('-', hyphen + 1);
    return next < 0 ? folded.length() : next;
  }

  private int splitUnit(String folded) {
    int letters = 0;
    while (letters < folded.length() && !Character.isLetter(folded.charAt(letters))) {
      letters++;
    }
    String unit = folded.substring(letters);
    boolean apart = unit.length() > 1 && !english.isUnit(unit) && isWord(unit);
    return apart && folded.charAt(letters - 1) != '-' ? letters : apart ? letters - 1 : 0;
  }

  /** One word with its forms. */
  private Word word(String typed, String folded, int flags) {
    String spelled = spelled(typed, folded, flags);
    String seen = spelled.equals(folded) ? typed : spelled;
    long shape = Shape.traits(english, typed, spelled);
    WordForms forms = morphology.forms(spelled, vocabulary::knows);
    String canonical =
        forms.kinds() == 0 && forms.canonical().equals(spelled)
            ? Shape.canonicalFigure(spelled, shape)
            : forms.canonical();
    long unknown = shape == 0 && !isKnown(spelled, forms) ? TokenTrait.UNKNOWN.bit() : 0;
    String shown = canonical.equals(spelled) ? seen : canonical;
    boolean self = spelled.equals("i");
    return new Word(
        self ? "I" : seen,
        spelled,
        self ? "I" : shown,
        forms.others(),
        shape | forms.kinds() | unknown);
  }

  private static String cut(String word) {
    return word.length() <= LONGEST_WORD ? word : word.substring(0, LONGEST_WORD);
  }

  /** Lets go of letters held down ({@code hellooo}) and of one slip in a longer word. */
  private String spelled(String typed, String folded, int flags) {
    if (folded.length() < Spelling.SHORTEST
        || (flags & TokenFlags.SPELLCHECK) == 0
        || !Character.isLetter(folded.charAt(0))
        || isWord(folded)) {
      return folded;
    }
    String released = HeldLetters.released(folded, this::isWord);
    if (released != null) {
      return released;
    }
    if (isNameLike(typed, flags)) {
      return folded;
    }
    String near = near(folded);
    return near == null ? folded : near;
  }

  private static boolean isNameLike(String typed, int flags) {
    return (flags & FIRST) == 0
        && Character.isUpperCase(typed.charAt(0))
        && !Character.isUpperCase(typed.charAt(1));
  }

  private boolean isWord(String folded) {
    return vocabulary.knows(folded)
        || morphology.knows(folded)
        || isKnown(folded, morphology.forms(folded, vocabulary::knows));
  }

  private static boolean isKnown(String word, WordForms forms) {
    return forms.kinds() != 0 || !forms.canonical().equals(word);
  }

  private @Nullable String near(String folded) {
    Spelling index = index();
    String whole = index.near(folded);
    if (whole != null) {
      return whole;
    }
    for (String ending : ENDINGS) {
      if (folded.endsWith(ending)) {
        String stem = index.near(folded.substring(0, folded.length() - ending.length()));
        String grown = stem == null ? null : stem + ending;
        return grown != null && isWord(grown) ? grown : null;
      }
    }
    return null;
  }

  private static final String[] ENDINGS = {"ing", "ed", "s"};

  private Spelling index() {
    Spelling made = spelling;
    if (made == null) {
      made = new Spelling(vocabulary);
      spelling = made;
    }
    return made;
  }
}
