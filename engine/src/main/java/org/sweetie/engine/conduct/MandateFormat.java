package org.sweetie.engine.conduct;

/**
 * Reads what a mandate document says. The document's form belongs to a leaf; what it must say
 * belongs here.
 */
public interface MandateFormat {
  /**
   * Reads a document.
   *
   * @throws MandateRefused when it is no mandate document at all
   */
  Mandate read(byte[] document);
}
