package org.sweetie.engine.script;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the counterpart wrote in this turn, sentence by sentence, and what a script makes of it. */
final class Heard {
  private final Conversation conversation;
  private final Map<String, Sentence> saved = new HashMap<>();
  private final List<Sentence> sentences = new ArrayList<>();
  private int flags;
  private int number;

  Heard(Conversation conversation) {
    this.conversation = conversation;
    this.flags = flagsNow();
    this.sentences.addAll(read(conversation.message()));
  }

  /** How messages are read as the script has it now. */
  private int flagsNow() {
    String flag = conversation.variables().get(TokenFlags.VARIABLE);
    return TokenFlags.of(flag, conversation.script().usualTokenFlags());
  }

  /** Text as this conversation reads it. */
  List<Sentence> read(String text) {
    return conversation.script().read(text, flagsNow(), conversation.watch());
  }

  List<Sentence> sentences() {
    return sentences;
  }

  /** The number of the sentence at hand, from 0. */
  int number() {
    return number;
  }

  void moveTo(int index) {
    number = index;
    conversation.matcher().moveTo(sentences.get(index));
    conversation.watch().sentence(index);
  }

  boolean hasMore() {
    return number + 1 < sentences.size();
  }

  boolean hasMoreQuestions() {
    return sentences.stream().skip(number + 1L).anyMatch(Sentence::isQuestion);
  }

  /** Reads the message again, as it is before any script marks it. */
  void readAgain() {
    flags = flagsNow();
    sentences.clear();
    sentences.addAll(read(conversation.message()));
    moveTo(Math.min(number, sentences.size() - 1));
  }

  /** Reads the message again when the script has just said that it is read otherwise. */
  void readAsSaid() {
    if (flags != flagsNow()) {
      readAgain();
    }
  }

  /** Goes on to the next sentence, which then is used up; false when there is none. */
  boolean next() {
    if (!hasMore()) {
      return false;
    }
    moveTo(number + 1);
    return true;
  }

  /** Puts text behind the sentence at hand; false when there are too many. */
  boolean insert(String text) {
    List<Sentence> more = read(text);
    if (sentences.size() + more.size() > Reader.MOST_SENTENCES) {
      return false;
    }
    sentences.addAll(number + 1, more);
    return true;
  }

  /** Makes text the sentence at hand; what else was written still follows. */
  void analyze(String text) {
    conversation.steps().spend();
    conversation.matcher().moveTo(read(text).get(0));
  }

  void save(String label) {
    saved.put(label, conversation.sentence());
  }

  boolean restore(String label) {
    Sentence kept = saved.get(label);
    if (kept != null) {
      conversation.matcher().moveTo(kept);
    }
    return kept != null;
  }
}
