package org.sweetie.training.split;

import java.util.Locale;

/**
 * The three parts of a corpus: what a model learns from, what it is tuned on, and what it is
 * measured on.
 */
public enum Split {
  TRAIN,
  DEV,
  TEST;

  /** The name in files: {@code train}. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
