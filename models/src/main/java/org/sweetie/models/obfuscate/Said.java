package org.sweetie.models.obfuscate;

import org.sweetie.engine.signal.IdentifierType;

/**
 * What is claimed, before it is disguised.
 *
 * @param language ISO 639-1
 * @param carrier the sentence, with {@value #SLOT} where the identifier goes
 * @param value the identifier as it is written plainly
 */
public record Said(String language, IdentifierType type, String carrier, String value) {
  static final String SLOT = "{}";

  public Said {
    if (!carrier.contains(SLOT)) {
      throw new IllegalArgumentException("carrier \"" + carrier + "\": expected {} in it");
    }
  }

  /** The sentence with the identifier written in some way. */
  String with(String written) {
    return carrier.replace(SLOT, written);
  }
}
