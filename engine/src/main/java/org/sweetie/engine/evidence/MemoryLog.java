package org.sweetie.engine.evidence;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import org.sweetie.engine.message.ConversationId;

/**
 * A log that lasts as long as the process: for trying a script at the prompt, where nothing may be
 * kept. It proves nothing.
 */
public final class MemoryLog implements EvidenceLog {
  private final List<Stored> entries = new ArrayList<>();

  @Override
  public synchronized Receipt append(Entry entry) {
    Stored stored = new Stored(entries.size(), entry);
    entries.add(stored);
    return new Receipt(stored.index(), leafHash(entry));
  }

  @Override
  public synchronized long size() {
    return entries.size();
  }

  @Override
  public void read(long from, Consumer<Stored> reader) {
    List<Stored> snapshot;
    synchronized (this) {
      snapshot = List.copyOf(entries.subList((int) Math.min(from, entries.size()), entries.size()));
    }
    snapshot.forEach(reader);
  }

  @Override
  public synchronized List<Stored> conversation(ConversationId id) {
    return entries.stream().filter(stored -> id.equals(stored.entry().conversation())).toList();
  }

  /**
   * RFC 9162, section 2.1.1: SHA-256 over a zero byte and the leaf, which here is the entry in
   * words.
   */
  private static String leafHash(Entry entry) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update((byte) 0);
      return HexFormat.of()
          .formatHex(sha256.digest(entry.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
