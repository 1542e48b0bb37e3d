package org.sweetie.evidence.crypt;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/**
 * Keeps one key per owner, wrapped by a key-encryption key. An owner is a conversation's name, or
 * {@link #HOUSE}. Safe for use by several threads.
 */
public interface KeyVault extends Closeable {
  /** The owner of the key for what belongs to no conversation. */
  String HOUSE = "";

  /**
   * The owner's key; a new one where there is none. A new key is durable only after {@link
   * #flush()}: nothing sealed with it may be stored before.
   */
  ConversationKey keyFor(String owner);

  /** The owner's key, where there is one. */
  Optional<ConversationKey> find(String owner);

  /** The key of that id; empty where it was erased or is not known. */
  Optional<ConversationKey> find(KeyId id);

  /** Whether a key of that id was here and has been erased. */
  boolean erased(KeyId id);

  /** Returns when every key handed out is durable; does nothing where all are. */
  void flush() throws IOException;

  /**
   * Destroys the owner's key for good and keeps its id as erased.
   *
   * @return the id; empty where the owner has no key
   */
  Optional<KeyId> erase(String owner) throws IOException;

  @Override
  void close() throws IOException;
}
