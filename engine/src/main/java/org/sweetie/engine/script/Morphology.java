package org.sweetie.engine.script;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The forms of English words: what the tables lay down, what the lexicon holds, and the regular
 * endings taken off when a word comes out that the lexicon or the script knows.
 */
final class Morphology implements Lemmas {
  /** The tables and the lexicon as shipped. */
  static final Morphology SHIPPED = new Morphology(English.SHIPPED, Lexicon.shipped());

  private final English english;
  private final Lexicon lexicon;

  Morphology(English english, Lexicon lexicon) {
    this.english = english;
    this.lexicon = lexicon;
  }

  @Override
  public WordForms forms(String word, Predicate<String> isKnown) {
    return new Search(word, isKnown).forms();
  }

  /** Tells every irregular form of the tables and the lexicon with its base. */
  void irregularForms(BiConsumer<String, String> each) {
    english.irregularForms(each);
    lexicon.irregularForms(each);
  }

  /** Whether the tables or the lexicon know a word as it stands. */
  boolean knows(String word) {
    return lexicon.find(word) != Lexicon.NONE
        || english.kinds(word) != 0
        || english.fixed(word) != null
        || english.figure(word) != null
        || english.irregular(word) != null
        || english.isInterjection(word);
  }

  /** One word's forms being found. */
  private final class Search {
    private final String word;
    private final Predicate<String> isKnown;
    private final List<String> bases = new ArrayList<>(2);
    private int kinds;
    private boolean own;

    Search(String word, Predicate<String> isKnown) {
      this.word = word;
      this.isKnown = isKnown;
    }

    WordForms forms() {
      addLaidDown();
      addFromLexicon();
      int small = english.kinds(word);
      kinds = small == 0 ? kinds : small;
      if (bases.isEmpty()) {
        return new WordForms(word, List.of(), kinds);
      }
      return new WordForms(bases.get(0), bases.subList(1, bases.size()), kinds);
    }

    private void addLaidDown() {
      add(english.fixed(word));
      add(english.figure(word));
      English.Form form = english.irregular(word);
      if (form != null) {
        add(form.base());
        kinds |= form.kinds();
      }
    }

    private void addFromLexicon() {
      int place = lexicon.find(word);
      boolean whole = english.fixed(word) != null;
      if (place != Lexicon.NONE) {
        int found = lexicon.kindsAt(place);
        kinds |= found & ~WordKind.WHOLE.bit();
        whole |= WordKind.WHOLE.in(found);
        // What is a noun or verb by itself is that first: a building is no form of build.
        own = WordKind.NOUN.in(found) || WordKind.VERB.in(found) || WordKind.NAME.in(found);
        if (own && bases.isEmpty()) {
          add(word);
        }
        addIrregular(place);
      }
      if (!whole) {
        addRegular();
      }
    }

    private void addIrregular(int place) {
      if (english.irregular(word) != null) {
        return;
      }
      for (int form = lexicon.firstForm(place); lexicon.isForm(form, place); form++) {
        add(lexicon.formBase(form));
        kinds |= lexicon.formKinds(form);
      }
    }

    private void addRegular() {
      int length = word.length();
      if (length < 4 && !(length == 3 && word.endsWith("s") && !own)) {
        return;
      }
      if (isDigit(word.charAt(0))) {
        return;
      }
      if (word.endsWith("s") && !word.endsWith("ss")) {
        addPlural();
      } else if (word.endsWith("ed")) {
        addStem(2, WordKind.VERB.bit(), WordKind.PAST.bit() | WordKind.PARTICIPLE.bit());
      } else if (word.endsWith("ing")) {
        addStem(3, WordKind.VERB.bit(), WordKind.GERUND.bit());
      } else if (word.endsWith("est") && length > 4) {
        addStem(3, DESCRIBING, WordKind.SUPERLATIVE.bit());
      } else if (word.endsWith("er")) {
        addStem(2, DESCRIBING, WordKind.COMPARATIVE.bit());
      }
    }

    private void addPlural() {
      String bare = cut(1);
      boolean hiss = bare.endsWith("e") && hisses(bare, bare.length() - 1);
      if (!(hiss && addPlural(cut(2))) && !addPlural(bare)) {
        if (word.endsWith("ies")) {
          addPlural(cut(3) + "y");
        } else if (word.endsWith("es") && !hiss) {
          addPlural(cut(2));
        }
      }
    }

    private boolean addPlural(String stem) {
      int found = kindsOf(stem);
      int form =
          (WordKind.NOUN.in(found) || WordKind.NAME.in(found) ? WordKind.PLURAL.bit() : 0)
              | (WordKind.VERB.in(found) ? WordKind.THIRD.bit() : 0);
      return addForm(stem, form);
    }

    /** Takes an ending off: walk-ed, lik(e)-ing, stop(p)-ed, happ(y)i-er, l(ie)y-ing. */
    private void addStem(int ending, int of, int form) {
      String stem = cut(ending);
      int last = stem.length() - 1;
      if (last < 1 || !hasVowel(stem)) {
        if (stem.length() == 1 && word.endsWith("ying")) {
          addStem(stem + "ie", of, form);
        }
        return;
      }
      if (stem.length() == 2 && word.endsWith("ying") && addStem(stem.charAt(0) + "ie", of, form)) {
        return;
      }
      boolean shortSyllable = endsInShortSyllable(stem);
      if (shortSyllable && addStem(stem + "e", of, form)) {
        return;
      }
      if (addStem(stem, of, form) || (!shortSyllable && addStem(stem + "e", of, form))) {
        return;
      }
      if (stem.charAt(last) == stem.charAt(last - 1)) {
        addStem(stem.substring(0, last), of, form);
      } else if (stem.charAt(last) == 'i') {
        addStem(stem.substring(0, last) + "y", of, form);
      } else if (stem.charAt(last) == 'y' && word.endsWith("ying")) {
        addStem(stem.substring(0, last) + "ie", of, form);
      } else if (stem.endsWith("ck")) {
        addStem(stem.substring(0, last), of, form);
      }
    }

    private boolean addStem(String stem, int of, int form) {
      return addForm(stem, (kindsOf(stem) & of) == 0 ? 0 : form);
    }

    private boolean addForm(String stem, int form) {
      if (form == 0 && (kindsOf(stem) != 0 || !isKnown.test(stem))) {
        return false;
      }
      kinds |= form;
      add(stem);
      return true;
    }

    private int kindsOf(String stem) {
      int place = lexicon.find(stem);
      int small = english.kinds(stem);
      return place == Lexicon.NONE ? small : small | lexicon.kindsAt(place);
    }

    private String cut(int letters) {
      return word.substring(0, word.length() - letters);
    }

    private void add(@Nullable String base) {
      if (base != null && !bases.contains(base)) {
        bases.add(base);
      }
    }
  }

  private static final int DESCRIBING = WordKind.ADJECTIVE.bit() | WordKind.ADVERB.bit();

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean hisses(String word, int end) {
    char before = end < 1 ? ' ' : word.charAt(end - 1);
    return before == 'x'
        || word.startsWith("ss", end - 2)
        || word.startsWith("zz", end - 2)
        || word.startsWith("ch", end - 2)
        || word.startsWith("sh", end - 2);
  }

  private static boolean hasVowel(String stem) {
    for (int i = 0; i < stem.length(); i++) {
      if (isVowel(stem.charAt(i)) || stem.charAt(i) == 'y') {
        return true;
      }
    }
    return false;
  }

  /** One vowel before one consonant: {@code hop} came of hope, or its consonant were doubled. */
  private static boolean endsInShortSyllable(String stem) {
    int last = stem.length() - 1;
    return last >= 1
        && !isVowel(stem.charAt(last))
        && "wxy".indexOf(stem.charAt(last)) < 0
        && isVowel(stem.charAt(last - 1))
        && (last < 2 || !isVowel(stem.charAt(last - 2)) || stem.startsWith("qu", last - 3));
  }

  private static boolean isVowel(char c) {
    return "aeiou".indexOf(c) >= 0;
  }
}
