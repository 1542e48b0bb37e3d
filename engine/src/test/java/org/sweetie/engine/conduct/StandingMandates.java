package org.sweetie.engine.conduct;

/** Standings for tests elsewhere. */
public final class StandingMandates {
  private StandingMandates() {}

  /** A mandate that is complete and live. */
  public static MandateOffice.Standing live() {
    return MandateOffice.Standing.under(
        Mandates.complete(Mandate.Mode.AUTONOMOUS, "closing words", false));
  }
}
