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
 */
public record TurnSettings(long seed, Instant now, ZoneId zone, String bot, String user) {
  public TurnSettings {
    requireNonNull(now, "now");
    requireNonNull(zone, "zone");
    requireNonNull(bot, "bot");
    requireNonNull(user, "user");
  }

  /** Settings in UTC. */
  public TurnSettings(long seed, Instant now, String bot, String user) {
    this(seed, now, ZoneOffset.UTC, bot, user);
  }

  /** The same settings with the persona's time zone. */
  public TurnSettings in(ZoneId otherZone) {
    return new TurnSettings(seed, now, otherZone, bot, user);
  }
}
