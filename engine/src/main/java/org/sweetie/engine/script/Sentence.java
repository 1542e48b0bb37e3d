package org.sweetie.engine.script;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One sentence of the message: its words, counted from one, and what they were marked with. */
final class Sentence {
  /**
   * A word as it was understood.
   *
   * @param typed as it was typed, spelling forgiven
   * @param folded as it is compared
   * @param canonical in canonical form
   * @param others in further canonical forms it may be meant as, folded
   * @param traits what it may be, as bits of {@link WordKind} and {@link TokenTrait}
   */
  record Word(String typed, String folded, String canonical, List<String> others, long traits) {}

  private final Word[] words;
  private final List<Word> asList;
  private boolean question;
  private boolean exclamation;
  private final Marks marks = new Marks();
  private int @Nullable [] allMarks;
  private final BitSet hidden = new BitSet();

  Sentence(List<Word> words, boolean question, boolean exclamation) {
    this.words = words.toArray(new Word[0]);
    this.asList = List.copyOf(words);
    this.question = question;
    this.exclamation = exclamation;
  }

  int count() {
    return words.length;
  }

  Word word(int position) {
    return words[position - 1];
  }

  /** All words, in order. */
  List<Word> words() {
    return asList;
  }

  boolean isQuestion() {
    return question;
  }

  boolean isExclamation() {
    return exclamation;
  }

  /** A script may say that what reads as a statement asks something. */
  void setQuestion(boolean asks) {
    question = asks;
  }

  void setExclamation(boolean exclaims) {
    exclamation = exclaims;
  }

  Marks marks() {
    return marks;
  }

  // What scripts change of the marks.

  void mark(int mark, int start, int end) {
    marks.insert(mark, start, end);
    allMarks = null;
  }

  void unmark(int mark, int from, int to) {
    marks.remove(mark, from, to);
    allMarks = null;
  }

  /** Takes all marks off words, to be put back by {@link #show}. */
  void hide(int from, int to) {
    marks.hide(from, to);
    hidden.set(from, to + 1);
    allMarks = null;
  }

  void show(int from, int to) {
    marks.show(from, to);
    hidden.clear(from, to + 1);
    allMarks = null;
  }

  /** Whether a word was hidden: patterns pass over it as if it were not there. */
  boolean isHidden(int position) {
    return position >= 0 && hidden.get(position);
  }

  /** How many words are hidden from one position up to another, which does not count. */
  int hiddenBetween(int from, int to) {
    return hidden.isEmpty() || from >= to ? 0 : hidden.get(Math.max(from, 0), to).cardinality();
  }

  /** Puts back all that was hidden, or hides the same again. */
  void showAll(boolean shown) {
    marks.showAll(shown);
    allMarks = null;
  }

  /** Every mark in the sentence, each once, in rising order. */
  int[] allMarks() {
    int[] known = allMarks;
    if (known == null) {
      known = marks.all();
      allMarks = known;
    }
    return known;
  }

  /** Words from one position to another, as typed or in canonical form. */
  String text(int from, int to, boolean typed) {
    int first = Math.max(from, 1);
    int last = Math.min(to, words.length);
    if (first == last) {
      return typed ? word(first).typed() : word(first).canonical();
    }
    StringBuilder text = new StringBuilder();
    for (int i = first; i <= last; i++) {
      Joining.append(text, typed ? word(i).typed() : word(i).canonical());
    }
    return text.toString();
  }

  /** The folded word at a position, or null outside the sentence. */
  @Nullable String foldedOrNull(int position) {
    return position < 1 || position > words.length ? null : word(position).folded();
  }
}
