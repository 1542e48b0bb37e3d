package org.sweetie.models.rules;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a message says of the situation, as opposed to what it does. A cue alone accuses nobody and
 * is never shown as an indicator; the conversation model reads indicators in its light.
 */
public enum Cue {
  /** The author says they are under eighteen. */
  MINOR_SELF,
  /** The author says they are grown up. */
  ADULT_SELF,
  /** A child's day: school, homework, what mother allows. */
  CHILD_LIFE,
  /** A grown-up's day: work, wages, own children. */
  ADULT_LIFE,
  /** Points to parents, teachers or others who may look on: the opposite of secrecy. */
  IN_THE_OPEN,
  /** Trade and service: prices, orders, bookings. */
  BUSINESS;

  /** The name in rule files: {@code minor_self}. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The cue of a name in a rule file; empty for any other word. */
  public static Optional<Cue> ofWire(String name) {
    return Arrays.stream(values()).filter(c -> c.wire().equals(name)).findFirst();
  }
}
