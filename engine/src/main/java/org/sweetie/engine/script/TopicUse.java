package org.sweetie.engine.script;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.script.ScriptState.Use;

/** What became of a topic so far. */
final class TopicUse {
  private final BitSet erased;
  private int gambit;
  private int responder;
  private int rejoinder;

  TopicUse(@Nullable Use use) {
    erased = use == null ? new BitSet() : (BitSet) use.erased().clone();
    gambit = use == null ? 0 : use.gambit();
    responder = use == null ? 0 : use.responder();
    rejoinder = use == null ? 0 : use.rejoinder();
  }

  BitSet erased() {
    return erased;
  }

  /** The last turn in which the topic spoke: GAMBIT, RESPONDER, REJOINDER or ANY. */
  int last(String what) {
    return switch (what) {
      case "GAMBIT" -> gambit;
      case "RESPONDER" -> responder;
      case "REJOINDER" -> rejoinder;
      case "ANY" -> Math.max(gambit, Math.max(responder, rejoinder));
      default -> throw new IllegalArgumentException("'" + what + "' is nothing a topic does");
    };
  }

  void speak(Rule rule, int turn) {
    if (rule.isGambit()) {
      gambit = turn;
    } else if (rule.isResponder()) {
      responder = turn;
    } else {
      rejoinder = turn;
    }
  }

  boolean isEmpty() {
    return erased.isEmpty() && gambit + responder + rejoinder == 0;
  }

  Use frozen(int checksum) {
    return new Use(checksum, (BitSet) erased.clone(), gambit, responder, rejoinder);
  }
}
