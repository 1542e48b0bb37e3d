package org.sweetie.engine.signal;

import java.util.Locale;

/**
 * How far a conversation has gone, in order, after the stages of O'Connell (2003) and Lorenzo-Dus
 * et al. (2016).
 */
public enum Stage {
  CONTACT,
  TRUST,
  PROBING,
  ISOLATION,
  APPROACH;

  /** The name in files and on the wire. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
