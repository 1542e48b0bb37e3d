package org.sweetie.engine.turn;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.sweetie.engine.message.ConversationId;

/**
 * Chance that can be told again: every seed follows from the conversation, the turn and the try
 * (CONDUCT B11).
 */
final class Seeds {
  private Seeds() {}

  static long of(long houseSeed, ConversationId conversation, int number) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update(ByteBuffer.allocate(12).putLong(houseSeed).putInt(number).flip());
      sha256.update(conversation.value().getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.wrap(sha256.digest()).getLong();
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
