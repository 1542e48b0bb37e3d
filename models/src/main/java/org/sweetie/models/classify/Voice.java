package org.sweetie.models.classify;

/**
 * Who speaks, as far as the words of one message tell. What a single line gives is little; the
 * conversation model adds it up. Learned from whole conversations: a line counts as spoken by
 * whoever wrote it there.
 */
public enum Voice {
  /** The side that approaches a child. */
  APPROACHING,
  /** A child that is being approached. */
  APPROACHED
}
