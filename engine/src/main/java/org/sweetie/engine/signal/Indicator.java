package org.sweetie.engine.signal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a message does, on the level a reviewer names it: sixteen indicators and three protective
 * acts.
 *
 * <p>The definitions and their sources stand with the taxonomy in training-data.
 */
public enum Indicator {
  AGE_PROBING(Stage.PROBING),
  AGE_MISREPRESENTATION(Stage.TRUST),
  PERSONAL_INFORMATION_SEEKING(Stage.PROBING),
  SUPERVISION_ASSESSMENT(Stage.PROBING),
  RAPPORT_FLATTERY(Stage.TRUST),
  EXCLUSIVITY(Stage.ISOLATION),
  ISOLATION(Stage.ISOLATION),
  SECRECY(Stage.ISOLATION),
  CHANNEL_MIGRATION(Stage.ISOLATION),
  INCENTIVE(Stage.TRUST),
  COMPLIANCE_PRESSURE(Stage.APPROACH),
  BOUNDARY_TESTING(Stage.APPROACH),
  IMAGE_SOLICITATION(Stage.APPROACH),
  MEETING_APPROACH(Stage.APPROACH),
  GUILT_PRESSURE(Stage.APPROACH),
  THREAT_EXTORTION(Stage.APPROACH),
  REFUSAL(Stage.CONTACT),
  DISCLOSURE(Stage.CONTACT),
  HELP_SEEKING(Stage.CONTACT);

  private final Stage stage;

  Indicator(Stage stage) {
    this.stage = stage;
  }

  /**
   * The stage of a conversation that this act belongs to; protective acts belong to {@link
   * Stage#CONTACT}.
   */
  public Stage stage() {
    return stage;
  }

  /** Whether the act protects its author rather than endangers the reader. */
  public boolean isProtective() {
    return this == REFUSAL || this == DISCLOSURE || this == HELP_SEEKING;
  }

  /** The name in files and on the wire: {@code age_probing}. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The indicator of a wire name; empty for any other word. */
  public static Optional<Indicator> ofWire(String name) {
    return Arrays.stream(values()).filter(i -> i.wire().equals(name)).findFirst();
  }
}
