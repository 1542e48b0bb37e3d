package org.sweetie.engine.script;

/**
 * What one turn may still cost. A script can call itself without end; counting work, not time, ends
 * it at the same step on every machine.
 */
final class Steps {
  /** Enough to try a hundred thousand rules; a fraction of a second at worst. */
  static final int PER_TURN = 2_000_000;

  /** No reply of a person is as long; a loop that goes on saying things ends here. */
  static final int LONGEST_REPLY = 10_000;

  /** Calls within calls: rules reusing rules, topics responding for topics. */
  static final int DEEPEST = 50;

  private int left = PER_TURN;
  private int depth;

  void spend() {
    if (--left < 0) {
      throw new Exhausted("the turn's budget of " + PER_TURN + " steps is spent");
    }
  }

  /** Ends the turn when an output has outgrown every sensible reply. */
  void checkLength(CharSequence output) {
    if (output.length() > LONGEST_REPLY) {
      throw new Exhausted("a reply has more than " + LONGEST_REPLY + " characters");
    }
  }

  void enter() {
    spend();
    if (++depth > DEEPEST) {
      throw new Exhausted("calls are nested deeper than " + DEEPEST);
    }
  }

  void leave() {
    depth--;
  }

  /** Ends the turn; carries no stack trace because the place in the script is what matters. */
  static final class Exhausted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    Exhausted(String reason) {
      super(reason, null, false, false);
      this.reason = reason;
    }

    String reason() {
      return reason;
    }
  }
}
