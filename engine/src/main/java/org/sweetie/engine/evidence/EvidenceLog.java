package org.sweetie.engine.evidence;

import java.util.List;
import java.util.function.Consumer;
import org.sweetie.engine.message.ConversationId;

/** The append-only log, as the engine and the console see it. Safe for use by many threads. */
public interface EvidenceLog {
  /**
   * Appends an entry and returns when it is durable. Calls of several threads share one disk flush.
   *
   * @throws LogUnavailable when it could not be made durable; then it is not in the log, and
   *     nothing may be done that depends on it
   */
  Receipt append(Entry entry);

  /** How many entries are durable. */
  long size();

  /**
   * Reads entries in order, from {@code from} up to the size at the time of the call. An entry
   * whose key was erased is passed over: its leaf remains provable, its content is gone.
   */
  void read(long from, Consumer<Stored> reader);

  /** The entries of one conversation, in order; empty for one never seen. */
  List<Stored> conversation(ConversationId id);

  /**
   * Where an entry stands in the tree. {@code leafHash} is its RFC 9162 leaf hash, 32 bytes in hex.
   */
  record Receipt(long index, String leafHash) {}

  /** An entry with its index. */
  record Stored(long index, Entry entry) {}
}
