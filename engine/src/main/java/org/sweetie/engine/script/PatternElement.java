package org.sweetie.engine.script;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something a pattern can ask for. */
interface PatternElement {
  /**
   * Looks for the element from where the frame stands, and moves the frame when it is found
   * elsewhere.
   */
  boolean find(Frame frame, PatternItem item);

  /**
   * Marks of which at least one must be in the sentence for this element to be found, or null when
   * nothing can be said. Rules are indexed by it.
   */
  default int @Nullable [] oneOf() {
    return null;
  }

  /** Whether looking for it can change the conversation, found or not. */
  default boolean changesSomething() {
    return false;
  }

  /** A word, phrase, concept or topic. */
  record Marked(int mark) implements PatternElement {
    @Override
    public boolean find(Frame frame, PatternItem item) {
      return frame.seek(mark, item.typed(), item.not());
    }

    @Override
    public int[] oneOf() {
      return new int[] {mark};
    }
  }

  /** A word with holes: {@code anti*}. */
  record Wild(int mark) implements PatternElement {
    @Override
    public boolean find(Frame frame, PatternItem item) {
      return frame.seekWildcard(mark);
    }

    @Override
    public int[] oneOf() {
      return new int[] {mark};
    }
  }

  /** The soonest of several: a choice of nothing but words, phrases and concepts. */
  record SoonestOf(int[] marks) implements PatternElement {
    @Override
    public boolean find(Frame frame, PatternItem item) {
      return frame.seekSoonest(marks, item.typed(), item.not());
    }

    @Override
    public int[] oneOf() {
      return marks;
    }
  }

  /** {@code <}: back to the start of the sentence. */
  record Start() implements PatternElement {
    @Override
    public boolean find(Frame frame, PatternItem item) {
      return frame.toStart();
    }
  }

  /** {@code >}: the end of the sentence. */
  record End() implements PatternElement {
    @Override
    public boolean find(Frame frame, PatternItem item) {
      return frame.toEnd();
    }
  }

  /** {@code *} and {@code *~n}: up to so many words may come between. */
  record Gap(int most, boolean bothWays) implements PatternElement {
    @Override
    public boolean find(Frame frame, PatternItem item) {
      throw new IllegalStateException("A gap is opened by the frame, never found");
    }
  }

  /** {@code !-x}: x is nowhere before here; {@code !!-x}: it is not right before. */
  record NotBefore(int mark, boolean next) implements PatternElement {
    @Override
    public boolean find(Frame frame, PatternItem item) {
      return false;
    }
  }

  /** {@code *n}: exactly so many words. */
  record Skip(int words) implements PatternElement {
    @Override
    public boolean find(Frame frame, PatternItem item) {
      return frame.skip(words);
    }
  }

  /** {@code *-n}: the word so many before. */
  record Back(int words) implements PatternElement {
    @Override
    public boolean find(Frame frame, PatternItem item) {
      return frame.back(words);
    }
  }

  /** {@code @_0+}, {@code @_0-} and {@code @_0}: where a match variable was found. */
  record AtCapture(int slot, Way way) implements PatternElement {
    /** Where matching goes on from there. */
    enum Way {
      FORWARD,
      BACKWARD,
      ANCHOR
    }

    @Override
    public boolean find(Frame frame, PatternItem item) {
      return frame.toCapture(slot, way);
    }
  }

  /** {@code ?}: the sentence is a question. */
  record Question() implements PatternElement {
    @Override
    public boolean find(Frame frame, PatternItem item) {
      return frame.sentence().isQuestion();
    }
  }

  /** {@code \!}: the sentence ends with an exclamation mark. */
  record Exclamation() implements PatternElement {
    @Override
    public boolean find(Frame frame, PatternItem item) {
      return frame.sentence().isExclamation();
    }
  }

  /** {@code ~}: the conversation was already in this rule's topic. */
  record InTopic() implements PatternElement {
    @Override
    public boolean find(Frame frame, PatternItem item) {
      return frame.conversation().isInCurrentTopic();
    }
  }

  /** A variable that has a value: {@code $name}, {@code _0}, {@code %more}. */
  record HasValue(Operand operand) implements PatternElement {
    @Override
    public boolean find(Frame frame, PatternItem item) {
      String value = operand.value(frame.conversation());
      if (!value.isEmpty() && item.memorised()) {
        frame.keep(value);
      }
      return !value.isEmpty();
    }
  }

  /** A value that is a word of the sentence: {@code _1?}, {@code $name?}. */
  record SaidValue(Operand operand) implements PatternElement {
    @Override
    public boolean find(Frame frame, PatternItem item) {
      String value = operand.value(frame.conversation());
      return !value.isEmpty() && frame.seekText(value, item.typed(), item.not());
    }
  }

  /** {@code _0<10}, {@code $gender=male}, {@code '_0?~bands}. */
  record Compare(Operand left, Relation relation, Operand right) implements PatternElement {
    @Override
    public boolean find(Frame frame, PatternItem item) {
      return relation.holds(left, right, frame.conversation());
    }
  }

  /** {@code ~number>5}: a marked word for which the relation holds. */
  record MarkedWhere(int mark, Relation relation, Operand right) implements PatternElement {
    @Override
    public boolean find(Frame frame, PatternItem item) {
      return frame.seekWhere(mark, item.typed(), relation, right, item.not());
    }

    @Override
    public int[] oneOf() {
      return new int[] {mark};
    }
  }

  /** {@code $value:=_0}: sets a variable once the match has come this far. */
  record Assign(Variable target, Operand value) implements PatternElement {
    @Override
    public boolean find(Frame frame, PatternItem item) {
      target.assign(frame.conversation(), value.value(frame.conversation()));
      return true;
    }

    @Override
    public boolean changesSomething() {
      return true;
    }
  }

  /** {@code ^marked(~topic)} and its kin: found when the call neither fails nor gives 0. */
  record Called(OutputNode.Call call) implements PatternElement {
    @Override
    public boolean find(Frame frame, PatternItem item) {
      return frame.conversation().performer().succeeds(call);
    }

    @Override
    public boolean changesSomething() {
      return true;
    }
  }

  /** {@code ( )}, {@code [ ]}, {@code { }} and {@code << >>}. */
  record Group(Kind kind, List<PatternItem> items) implements PatternElement {
    /** How the items of a group go together. */
    enum Kind {
      SEQUENCE,
      CHOICE,
      OPTIONAL,
      UNORDERED
    }

    public Group {
      items = List.copyOf(items);
    }

    @Override
    public boolean find(Frame frame, PatternItem item) {
      return frame.nested(this, item);
    }

    @Override
    public int @Nullable [] oneOf() {
      return Requirements.narrowest(this);
    }

    @Override
    public boolean changesSomething() {
      return items.stream().anyMatch(item -> item.element().changesSomething());
    }
  }
}
