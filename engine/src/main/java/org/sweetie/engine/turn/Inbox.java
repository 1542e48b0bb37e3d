package org.sweetie.engine.turn;

import org.sweetie.engine.message.Inbound;

/** Where channels hand in what arrived. */
public interface Inbox {
  /**
   * Takes in one thing from a channel and returns when it is on record and whatever was due was
   * done. Things of one conversation are handed in one after the other.
   *
   * @param onRecord called as soon as it is on record, before anything is done with it; from then
   *     on the channel must not hand it in again
   * @throws org.sweetie.engine.evidence.LogUnavailable when it could not be put on record; then
   *     nothing was done with it, and the channel keeps it
   */
  void receive(Inbound inbound, Runnable onRecord);

  /** Takes in one thing whose channel does not wait for the record. */
  default void receive(Inbound inbound) {
    receive(inbound, () -> {});
  }
}
