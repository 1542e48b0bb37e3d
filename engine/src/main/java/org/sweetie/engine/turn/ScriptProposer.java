package org.sweetie.engine.turn;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.persona.Persona;
import org.sweetie.engine.script.ScriptState;
import org.sweetie.engine.script.ScriptTurn;
import org.sweetie.engine.script.TurnSettings;

/**
 * A persona as a turn uses it: her compiled script, typed in her manner. Safe for use by many
 * threads.
 */
public final class ScriptProposer implements Proposer {
  private final Persona persona;

  public ScriptProposer(Persona persona) {
    this.persona = persona;
  }

  @Override
  public String hash() {
    return persona.hash();
  }

  @Override
  public int age() {
    return persona.profile().age();
  }

  @Override
  public Proposal propose(
      @Nullable String stateBefore, String text, long seed, Instant now, String user) {
    ScriptState before =
        stateBefore == null || stateBefore.isEmpty()
            ? ScriptState.start()
            : ScriptState.decode(stateBefore);
    TurnSettings settings =
        new TurnSettings(seed, now, persona.profile().name(), user)
            .in(persona.profile().timezone());
    ScriptTurn turn = persona.script().respond(before, text, settings);
    String rules = turn.fired().stream().map(rule -> rule.tag()).collect(Collectors.joining(" "));
    String typed = persona.typing().typed(turn.reply(), seed);
    return new Proposal(typed, rules, turn.after().encode(), turn.faults());
  }

  @Override
  public Duration delay(String line, long seed) {
    return persona.typing().delay(line, seed);
  }
}
