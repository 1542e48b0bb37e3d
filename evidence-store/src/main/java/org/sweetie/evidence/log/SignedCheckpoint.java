package org.sweetie.evidence.log;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/**
 * The log's signed word on its size and root (C2SP tlog-checkpoint in a signed note).
 *
 * @param note the whole note, byte for byte: origin, size and root lines, a blank line, signature
 *     lines
 */
public record SignedCheckpoint(String origin, long size, byte[] root, String note) {
  private static final String DASH = "\u2014 ";

  /**
   * Reads a note and checks that {@code key} signed it.
   *
   * @throws LogDamaged naming what is wrong with it
   */
  public static SignedCheckpoint parse(String note, VerifierKey key) {
    int blank = note.lastIndexOf("\n\n");
    String[] lines = blank < 0 ? new String[0] : note.substring(0, blank).split("\n", -1);
    if (lines.length < 3 || !note.endsWith("\n") || !lines[1].matches("0|[1-9][0-9]{0,17}")) {
      throw new LogDamaged("a checkpoint is not a C2SP checkpoint: origin, size, root, signature");
    }
    String text = note.substring(0, blank + 1);
    if (!lines[0].equals(key.name()) || !signedBy(key, text, note.substring(blank + 2))) {
      throw new LogDamaged(
          "a checkpoint of size " + lines[1] + " does not carry the signature of " + key.name());
    }
    return new SignedCheckpoint(lines[0], Long.parseLong(lines[1]), rootOf(lines[2]), note);
  }

  private static byte[] rootOf(String line) {
    try {
      byte[] root = Base64.getDecoder().decode(line);
      if (root.length == Hashes.LENGTH) {
        return root;
      }
    } catch (IllegalArgumentException notBase64) {
      throw new LogDamaged("a checkpoint's root '" + line + "' is not base64");
    }
    throw new LogDamaged("a checkpoint's root '" + line + "' is not 32 bytes");
  }

  private static boolean signedBy(VerifierKey key, String text, String signatures) {
    byte[] signed = text.getBytes(StandardCharsets.UTF_8);
    String prefix = DASH + key.name() + " ";
    for (String line : signatures.split("\n")) {
      byte[] signature = line.startsWith(prefix) ? decoded(line.substring(prefix.length())) : null;
      if (signature != null && Arrays.equals(signature, 0, 4, key.id(), 0, 4)) {
        return key.signed(signed, Arrays.copyOfRange(signature, 4, signature.length));
      }
    }
    return false;
  }

  private static byte @org.jspecify.annotations.Nullable [] decoded(String base64) {
    try {
      byte[] bytes = Base64.getDecoder().decode(base64);
      return bytes.length < 4 ? null : bytes;
    } catch (IllegalArgumentException notBase64) {
      return null;
    }
  }

  /** The signed text of a checkpoint. */
  static String text(String origin, long size, byte[] root) {
    return origin + '\n' + size + '\n' + Hashes.base64(root) + '\n';
  }

  /** A note of {@code text} with one signature line. */
  static String note(String text, VerifierKey key, byte[] signature) {
    byte[] line = Arrays.copyOf(key.id(), 4 + signature.length);
    System.arraycopy(signature, 0, line, 4, signature.length);
    return text + '\n' + DASH + key.name() + ' ' + Hashes.base64(line) + '\n';
  }

  @Override
  public byte[] root() {
    return root.clone();
  }
}
