package org.sweetie.engine.script;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Shorthand for tests: scripts from text, conversations from lines. */
final class Scripts {
  static final TurnSettings SETTINGS =
      new TurnSettings(1, Instant.parse("2026-01-05T16:02:11Z"), "maria", "guest");

  private Scripts() {}

  static Script compiled(String... lines) {
    return compilation(lines).script();
  }

  static Compilation compilation(String... lines) {
    return ScriptCompiler.compile(
        List.of(new ScriptSource("test.top", String.join("\n", lines) + "\n")));
  }

  /** The replies of one conversation. */
  static List<String> replies(Script script, String... messages) {
    List<String> replies = new ArrayList<>();
    ScriptState state = ScriptState.start();
    for (String message : messages) {
      ScriptTurn turn = script.respond(state, message, SETTINGS);
      replies.add(turn.reply());
      state = turn.after();
    }
    return replies;
  }

  static String reply(Script script, String message) {
    return script.respond(ScriptState.start(), message, SETTINGS).reply();
  }

  /** A catch-all topic with one responder that never wears out. */
  static Script rule(String rule) {
    return compiled("topic: ~keywordless keep repeat ()", rule);
  }
}
