package org.sweetie.engine.script;

import java.util.ArrayList;
import java.util.List;
import org.sweetie.engine.script.PatternElement.Group;

/** Matches patterns against the sentence at hand; one frame for each depth of nesting, reused. */
final class Matcher {
  private final Conversation conversation;
  private final Steps steps;
  private final Captures captures = new Captures();
  private final List<Frame> frames = new ArrayList<>();
  private Sentence sentence;

  Matcher(Conversation conversation, Steps steps, Sentence sentence) {
    this.conversation = conversation;
    this.steps = steps;
    this.sentence = sentence;
  }

  void moveTo(Sentence other) {
    sentence = other;
  }

  Sentence sentence() {
    return sentence;
  }

  Conversation conversation() {
    return conversation;
  }

  Steps steps() {
    return steps;
  }

  Captures captures() {
    return captures;
  }

  Frame frame(int depth) {
    while (frames.size() <= depth) {
      frames.add(new Frame(this, frames.size()));
    }
    return frames.get(depth);
  }

  /** Whether a pattern matches the sentence behind a position; captures start at {@code _0}. */
  boolean matches(Group pattern, int after) {
    captures.restart();
    return frame(0).matchTop(pattern, after);
  }

  /** Where the first word of the last match was. */
  int firstMatched() {
    return frame(0).firstMatched();
  }
}
