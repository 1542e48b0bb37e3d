package org.sweetie.engine.script;

import java.util.Arrays;
import java.util.Map;

/**
 * The concepts that a script uses and the engine marks by what words are: {@code ~noun}, {@code
 * ~number}, {@code ~email_url}. What a word is said to be is what it may be; where it may be a noun
 * or a verb, the word before it decides.
 */
final class EngineConcepts {
  private static final int[] NOTHING = {};

  private static final int VERBS =
      WordKind.VERB.bit() | WordKind.THIRD.bit() | WordKind.PAST.bit() | WordKind.HELPER.bit();
  private static final int NOUNS =
      WordKind.NOUN.bit() | WordKind.PLURAL.bit() | WordKind.ADJECTIVE.bit();
  private static final int THINGS = WordKind.NOUN.bit() | WordKind.PLURAL.bit();

  private final int[] marks;
  private final long[] traits;

  EngineConcepts(English english, Vocabulary vocabulary) {
    int[] found = new int[english.concepts().size()];
    long[] wanted = new long[found.length];
    int count = 0;
    for (Map.Entry<String, Long> concept : english.concepts().entrySet()) {
      int mark = vocabulary.find(concept.getKey());
      if (mark != Vocabulary.NONE) {
        found[count] = mark;
        wanted[count++] = concept.getValue();
      }
    }
    this.marks = Arrays.copyOf(found, count);
    this.traits = Arrays.copyOf(wanted, count);
  }

  /** Whether the script uses any. */
  boolean areUsed() {
    return marks.length > 0;
  }

  /** The marks of the concepts that the word at a position belongs to. */
  int[] at(Sentence sentence, int position) {
    long is = traits(sentence, position);
    int[] found = NOTHING;
    for (int i = 0; i < marks.length; i++) {
      if ((is & traits[i]) != 0) {
        found = Arrays.copyOf(found, found.length + 1);
        found[found.length - 1] = marks[i];
      }
    }
    return found;
  }

  /** What the word at a position may be, told by its neighbour where it may be several things. */
  static long traits(Sentence sentence, int position) {
    long own = sentence.word(position).traits();
    // The capital of a first word says nothing; that of a known word later is emphasis.
    if (position == 1 || (own & 0xFFFFFFFFL) != 0) {
      own &= ~TokenTrait.CAPITAL.bit();
    }
    if (position == 1) {
      return own;
    }
    return narrowed(own, sentence.word(position - 1));
  }

  /** After {@code the} or {@code my} stands a noun, after {@code you} or {@code can} a verb. */
  private static long narrowed(long own, Sentence.Word before) {
    long kinds = before.traits();
    boolean thing = (own & THINGS) != 0;
    boolean deed = (own & VERBS) != 0;
    if (!thing || !deed) {
      return own;
    }
    if (WordKind.DETERMINER.in((int) kinds)) {
      return own & ~(long) VERBS;
    }
    boolean verbFollows =
        TokenTrait.SUBJECT.in(kinds)
            || before.folded().equals("to")
            || (WordKind.HELPER.in((int) kinds) && !before.canonical().equals("be"));
    return verbFollows ? own & ~(long) NOUNS : own;
  }
}
