package org.sweetie.engine.turn;

import java.time.Instant;
import java.time.ZoneId;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.script.Script;
import org.sweetie.engine.script.ScriptState;
import org.sweetie.engine.script.ScriptTurn;
import org.sweetie.engine.script.TurnSettings;

/** A persona's compiled script as a turn uses it. Safe for use by many threads. */
public final class ScriptProposer implements Proposer {
  private final Script script;
  private final String hash;
  private final String name;
  private final int age;
  private final ZoneId zone;

  /**
   * @param hash the hash of the persona whole: script and profile
   * @param name the persona's given name
   * @param age in years
   * @param zone where the persona lives, for the time of day
   */
  public ScriptProposer(Script script, String hash, String name, int age, ZoneId zone) {
    this.script = script;
    this.hash = hash;
    this.name = name;
    this.age = age;
    this.zone = zone;
  }

  @Override
  public String hash() {
    return hash;
  }

  @Override
  public int age() {
    return age;
  }

  @Override
  public Proposal propose(
      @Nullable String stateBefore, String text, long seed, Instant now, String user) {
    ScriptState before =
        stateBefore == null || stateBefore.isEmpty()
            ? ScriptState.start()
            : ScriptState.decode(stateBefore);
    ScriptTurn turn =
        script.respond(before, text, new TurnSettings(seed, now, name, user).in(zone));
    String rules = turn.fired().stream().map(rule -> rule.tag()).collect(Collectors.joining(" "));
    return new Proposal(turn.reply(), rules, turn.after().encode());
  }
}
