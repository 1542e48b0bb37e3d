package org.sweetie.engine.script;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Why a turn went as it did.
 *
 * @param turn the turn, the same as without asking why
 * @param sentences how the message was read
 * @param steps what was tried, in order
 */
public record TurnExplanation(ScriptTurn turn, List<Heard> sentences, List<Step> steps) {
  public TurnExplanation {
    requireNonNull(turn, "turn");
    sentences = List.copyOf(sentences);
    steps = List.copyOf(steps);
  }

  /**
   * A sentence as it was read.
   *
   * @param words as they are compared
   * @param canonical the same words in canonical form
   * @param sort {@code question}, {@code statement} or {@code exclamation}
   * @param marks the concepts and topics it hit, each with the words that did: {@code ~pet dog}
   */
  public record Heard(List<String> words, List<String> canonical, String sort, List<String> marks) {
    public Heard {
      words = List.copyOf(words);
      canonical = List.copyOf(canonical);
      requireNonNull(sort, "sort");
      marks = List.copyOf(marks);
    }
  }

  /** What was done at a step. */
  public enum Did {
    /** A sentence is looked at. */
    SENTENCE,
    /** A topic is asked. */
    TOPIC,
    /** Rejoinders are tried. */
    REJOINDERS,
    /** A rule is not tried because a word it needs is not there. */
    PASSED_OVER,
    /** A rule is for the other sort of sentence. */
    OTHER_SORT,
    /** A rule was used up before. */
    USED_UP,
    /** A pattern does not match. */
    NO_MATCH,
    /** A pattern matches. */
    MATCHED,
    /** A rule said something. */
    SAID,
    /** What a rule would say was said before. */
    SAID_BEFORE,
    /** A rule came to its end and said nothing. */
    SILENT,
    /** A rule failed or ended something. */
    ENDED
  }

  /**
   * One step.
   *
   * @param depth of calls: zero for what the engine asks, one for what a rule calls
   * @param did what was done
   * @param name the topic, or the rule as {@link FiredRule#tag()}, with its label
   * @param file where that is written; empty when it is nowhere
   * @param line counted from one
   * @param detail why, or what was said
   * @param captures the match variables from {@code _0}; empty unless a pattern matched
   */
  public record Step(
      int depth,
      Did did,
      String name,
      String file,
      int line,
      String detail,
      List<String> captures) {
    public Step {
      requireNonNull(did, "did");
      requireNonNull(name, "name");
      requireNonNull(file, "file");
      requireNonNull(detail, "detail");
      captures = List.copyOf(captures);
    }
  }
}
