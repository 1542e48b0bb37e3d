package org.sweetie.engine.script;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Everything a turn may depend on besides the script, the state and the message: chance and time
 * come from here alone.
 *
 * @param seed the conversation's seed; chance in a turn follows from it and the turn's number
 * @param now the moment of the turn, for {@code %time} and its kin
 * @param zone where the persona lives, for the same
 * @param bot the persona's name, {@code %bot}
 * @param user the counterpart's name for the script, {@code %user}
 * @param explain whether the trace names every rule that was tried; costs time, changes no reply
 */
public record TurnSettings(
    long seed, Instant now, ZoneId zone, String bot, String user, boolean explain) {
  public TurnSettings {
    requireNonNull(now, "now");
    requireNonNull(zone, "zone");
    requireNonNull(bot, "bot");
    requireNonNull(user, "user");
  }

  /** Settings in UTC with a short trace. */
  public TurnSettings(long seed, Instant now, String bot, String user) {
    this(seed, now, ZoneOffset.UTC, bot, user, false);
  }

  /** The same settings with the persona's time zone. */
  public TurnSettings in(ZoneId otherZone) {
    return new TurnSettings(seed, now, otherZone, bot, user, explain);
  }

  /** The same settings with a trace of every rule tried. */
  public TurnSettings explained() {
    return new TurnSettings(seed, now, zone, bot, user, true);
  }
}
