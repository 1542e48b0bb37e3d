package org.sweetie.engine.decision;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Where a conversation with the persona stands. */
public enum ConversationState {
  /** The persona answers by itself what passes the gate, as the mandate allows. */
  ENGAGED,
  /** A person releases, exchanges or withholds each reply. */
  SUPERVISED,
  /** Enough is enough: the closing message takes the place of the due reply (CONDUCT B9). */
  DETERRING,
  /** Over: the persona says nothing more. */
  ENDED,
  /**
   * A child may be at risk: the persona stopped, a person was called, the record is sealed (CONDUCT
   * B10).
   */
  SAFEGUARDING;

  /**
   * Whether the table of states lets a conversation move from this one to {@code next}. Nothing
   * leads back from the end.
   */
  public boolean mayMoveTo(ConversationState next) {
    return switch (this) {
      case ENGAGED, SUPERVISED -> next != this;
      case DETERRING -> next == ENDED || next == SAFEGUARDING;
      case ENDED -> next == SAFEGUARDING;
      case SAFEGUARDING -> false;
    };
  }

  /** Whether the persona may still answer. */
  public boolean isOpen() {
    return open().contains(this);
  }

  private static Set<ConversationState> open() {
    return EnumSet.of(ENGAGED, SUPERVISED, DETERRING);
  }

  /** The name on record and on pages. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The state of a name on record.
   *
   * @throws IllegalArgumentException for any other word
   */
  public static ConversationState ofWire(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }
}
