package org.sweetie.console.access;

import java.time.InstantSource;
import org.sweetie.engine.evidence.Entry;
import org.sweetie.engine.evidence.EvidenceLog;

/** Puts reads of evidence on record before anything is shown (CONDUCT C5). */
public final class Reads {
  private final EvidenceLog log;
  private final InstantSource time;

  public Reads(EvidenceLog log, InstantSource time) {
    this.log = log;
    this.time = time;
  }

  /**
   * Records that a person is about to see something, and returns when that is durable.
   *
   * @param action what is done: {@code read masked}, {@code read original}
   * @param subject what is seen: a conversation id, with a message number where it is one message
   * @param reason why, in the person's words or the room's
   */
  public void now(SignedIn by, String action, String subject, String reason) {
    log.append(new Entry.Access(time.instant(), by.id(), action, subject, reason));
  }
}
