package org.sweetie.engine.script;

import java.util.List;
import org.sweetie.engine.script.Vocabulary.Phrase;
import org.sweetie.engine.script.Vocabulary.Wildcard;

/** Marks a sentence with everything the script's vocabulary finds in it. */
final class Marker {
  private final Sentence sentence;
  private final Vocabulary vocabulary;
  private final Interjections interjections;
  private final EngineConcepts concepts;
  private final int[] typed;
  private final int[] canonical;
  private int nextInterjection = 1;

  Marker(
      Sentence sentence,
      Vocabulary vocabulary,
      Interjections interjections,
      EngineConcepts concepts) {
    this.sentence = sentence;
    this.vocabulary = vocabulary;
    this.interjections = interjections;
    this.concepts = concepts;
    this.typed = new int[sentence.count() + 1];
    this.canonical = new int[sentence.count() + 1];
    for (int i = 1; i <= sentence.count(); i++) {
      Sentence.Word word = sentence.word(i);
      typed[i] = vocabulary.find(word.folded());
      canonical[i] = vocabulary.find(Fold.word(word.canonical()));
    }
  }

  void mark() {
    for (int i = 1; i <= sentence.count(); i++) {
      markWord(i);
      markPhrases(i, typed, true);
      markPhrases(i, canonical, false);
      markWildcards(i);
      markEngineConcepts(i);
      markInterjections(i);
    }
    SentenceParts.mark(sentence, vocabulary);
  }

  private void markWord(int i) {
    if (typed[i] != Vocabulary.NONE) {
      add(typed[i], i, i, true);
    }
    if (canonical[i] != Vocabulary.NONE && canonical[i] != typed[i]) {
      add(canonical[i], i, i, false);
    }
    for (String other : sentence.word(i).others()) {
      int mark = vocabulary.find(other);
      if (mark != Vocabulary.NONE && mark != typed[i]) {
        add(mark, i, i, false);
      }
    }
  }

  private void markPhrases(int i, int[] words, boolean asTyped) {
    List<Phrase> phrases = words[i] == Vocabulary.NONE ? null : vocabulary.phrasesFrom(words[i]);
    if (phrases == null) {
      return;
    }
    for (Phrase phrase : phrases) {
      if (stands(phrase.words(), words, i)) {
        add(phrase.mark(), i, i + phrase.words().length - 1, asTyped);
      }
    }
  }

  private static boolean stands(int[] phrase, int[] words, int at) {
    if (at + phrase.length > words.length) {
      return false;
    }
    for (int k = 1; k < phrase.length; k++) {
      if (words[at + k] != phrase[k]) {
        return false;
      }
    }
    return true;
  }

  private void markWildcards(int i) {
    for (Wildcard wildcard : vocabulary.wildcards()) {
      if (Wildcards.fits(sentence.word(i).folded(), wildcard.pattern())) {
        add(wildcard.mark(), i, i, true);
      }
    }
  }

  private void markEngineConcepts(int i) {
    if (concepts.areUsed()) {
      for (int concept : concepts.at(sentence, i)) {
        add(concept, i, i, true);
      }
    }
  }

  /** Interjections stand where the sentence begins, one behind the other, or are faces. */
  private void markInterjections(int i) {
    boolean begins = i == nextInterjection;
    if (begins && sentence.word(i).folded().equals(",")) {
      nextInterjection = i + 1;
    }
    for (Interjections.Entry entry : interjections.at(sentence, i, begins)) {
      int length = entry.words().size();
      nextInterjection = begins ? Math.max(nextInterjection, i + length) : nextInterjection;
      if (entry.concept() != Vocabulary.NONE) {
        add(entry.concept(), i, i + length - 1, true);
      }
    }
  }

  private void add(int mark, int start, int end, boolean asTyped) {
    Marks marks = sentence.marks();
    marks.add(mark, start, end, asTyped);
    for (int concept : vocabulary.conceptsOf(mark)) {
      marks.add(concept, start, end, asTyped);
    }
    int typedOnly = asTyped ? vocabulary.typedOnlyOf(mark) : Vocabulary.NONE;
    if (typedOnly != Vocabulary.NONE) {
      add(typedOnly, start, end, true);
    }
  }
}
