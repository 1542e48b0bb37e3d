package org.sweetie.models.evaluate;

/** The figures of a set of conversations. */
public enum Measure {
  /** {@link Confusion#precision()}. */
  PRECISION("precision"),
  /** {@link Confusion#recall()}. */
  RECALL("recall"),
  /** {@link Confusion#f} of 1. */
  F1("f1"),
  /** {@link Confusion#f} of 0.5. */
  F05("f05"),
  /** {@link Confusion#falsePositiveRate()}. */
  FALSE_POSITIVE_RATE("falsePositiveRate"),
  /** {@link Ranking#averagePrecision()}. */
  AUPRC("auprc"),
  /** {@link Earliness#erde} of 5. */
  ERDE5("erde5"),
  /** {@link Earliness#erde} of 50. */
  ERDE50("erde50"),
  /** {@link Earliness#latencyWeightedF1}. */
  LATENCY_F1("latencyF1"),
  /** {@link Calibration#expectedError()}. */
  ECE("ece"),
  /** Of the true alarms, how many name the offender. */
  SUSPECT_ACCURACY("suspectAccuracy");

  private final String wire;

  Measure(String wire) {
    this.wire = wire;
  }

  /** The name in files. */
  public String wire() {
    return wire;
  }
}
