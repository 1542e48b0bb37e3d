package org.sweetie.engine.script;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.script.PatternElement.Group;

/**
 * A rule of a topic. Its pattern and output are read from the source when they are first needed.
 */
final class Rule {
  private final RuleHead head;
  private final RuleReader reader;

  /** Read anew by whoever comes first; every reading is the same, so no lock is needed. */
  private volatile @Nullable RuleBody body;

  Rule(RuleHead head, RuleReader reader, @Nullable RuleBody body) {
    this.head = head;
    this.reader = reader;
    this.body = body;
  }

  /** Lets go of the body; it is read again when it is needed. */
  void forget() {
    body = null;
  }

  SourceText source() {
    return reader.source();
  }

  RuleHead head() {
    return head;
  }

  /** The topic's number. */
  int topic() {
    return head.topic();
  }

  /** The rule's place among all rules of the topic. */
  int index() {
    return head.index();
  }

  /** {@code s ? u t r}, or the level of a rejoinder, {@code a} to {@code q}. */
  char kind() {
    return head.kind();
  }

  /** In upper case; empty when there is none. */
  String label() {
    return head.label();
  }

  /** Counts the topic's rules that are no rejoinders, from zero. */
  int top() {
    return head.top();
  }

  /** Zero for a top-level rule, else counts the rejoinders below it from one. */
  int below() {
    return head.below();
  }

  Place place() {
    return reader.source().place(head.offset());
  }

  List<ScriptSample> samples() {
    return head.samples();
  }

  @Nullable Group pattern() {
    return body().pattern();
  }

  OutputNode.Block output() {
    return body().output();
  }

  /** The pattern as it is written; empty where there is none. */
  String patternText() {
    return reader.text(head.bodyOffset(), /* pattern= */ true);
  }

  /** What the rule does as it is written. */
  String outputText() {
    return reader.text(head.bodyOffset(), /* pattern= */ false);
  }

  private RuleBody body() {
    RuleBody known = body;
    if (known == null) {
      known = reader.read(head.topicName(), head.bodyOffset());
      body = known;
    }
    return known;
  }

  boolean isTopLevel() {
    return isResponder() || isGambit();
  }

  boolean isResponder() {
    return kind() == 's' || kind() == '?' || kind() == 'u';
  }

  boolean isGambit() {
    return kind() == 't' || kind() == 'r';
  }

  /** Whether a responder may answer this sort of sentence. */
  boolean answers(Sentence sentence) {
    return kind() == 'u' || (kind() == '?') == sentence.isQuestion();
  }
}
