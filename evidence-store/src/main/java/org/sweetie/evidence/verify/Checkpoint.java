package org.sweetie.evidence.verify;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The log's signed word on what it holds (C2SP tlog-checkpoint in a C2SP signed note).
 *
 * @param origin the log's name
 * @param size how many leaves
 * @param root their root hash, 32 bytes
 */
record Checkpoint(String origin, long size, byte[] root) {
  private static final Pattern SIGNATURE =
      Pattern.compile("\u2014 ([^ +\\n]+) ([A-Za-z0-9+/]+={0,2})");
  private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,17}");
  private static final byte ED25519 = 1;

  /**
   * A key that a log signs with, as C2SP writes it: {@code name+hash+key}.
   *
   * @param hash the first four bytes of the key's hash
   * @param raw 32 bytes
   */
  record LogKey(String name, byte[] hash, byte[] raw) {
    /**
     * Reads {@code name+hash+key}.
     *
     * @throws Fault when it is not of this form, or its parts do not belong together
     */
    static LogKey parse(String text) {
      String[] parts = text.split("\\+", 3);
      if (parts.length != 3 || parts[0].isEmpty() || !parts[1].matches("[0-9a-f]{8}")) {
        throw new Fault("the log's key '" + text + "' is not of the form name+hash+key (C2SP)");
      }
      byte[] typed = Base64Strict.decode(parts[2], "the log's key");
      if (typed.length != 33 || typed[0] != ED25519) {
        throw new Fault("the log's key '" + text + "' is not an Ed25519 key (C2SP type 1)");
      }
      byte[] name = (parts[0] + "\n").getBytes(StandardCharsets.UTF_8);
      byte[] hash = Arrays.copyOf(Hashes.sha256(name, typed), 4);
      if (!HexFormat.of().formatHex(hash).equals(parts[1])) {
        throw new Fault("the log's key '" + text + "' does not have the hash it states");
      }
      return new LogKey(parts[0], hash, Arrays.copyOfRange(typed, 1, 33));
    }
  }

  /**
   * Reads a signed checkpoint and holds it against the log's key.
   *
   * @throws Fault when it is malformed, of another log, or not signed by this key
   */
  static Checkpoint read(byte[] note, LogKey key) {
    String all = utf8(note);
    int split = all.lastIndexOf("\n\n");
    if (split < 0 || !all.endsWith("\n")) {
      throw new Fault("the checkpoint is no signed note: text, an empty line and signatures");
    }
    String text = all.substring(0, split + 1);
    signed(text, all.substring(split + 2), key);
    return body(text, key);
  }

  private static void signed(String text, String signatures, LogKey key) {
    boolean found = false;
    for (String line : signatures.split("\n")) {
      Matcher matcher = SIGNATURE.matcher(line);
      if (!matcher.matches()) {
        throw new Fault("the checkpoint has a line that is no signature: " + line);
      }
      byte[] value = Base64Strict.decode(matcher.group(2), "a signature of the checkpoint");
      boolean ours =
          matcher.group(1).equals(key.name())
              && value.length > 4
              && Arrays.equals(Arrays.copyOf(value, 4), key.hash());
      if (ours) {
        byte[] signature = Arrays.copyOfRange(value, 4, value.length);
        byte[] message = text.getBytes(StandardCharsets.UTF_8);
        Ed25519.verify(Ed25519.ofRaw(key.raw()), message, signature, "the checkpoint's signature");
        found = true;
      }
    }
    if (!found) {
      throw new Fault("the checkpoint is not signed by the trusted log " + key.name());
    }
  }

  private static Checkpoint body(String text, LogKey key) {
    String[] lines = text.split("\n", -1);
    if (lines.length < 4 || !lines[0].equals(key.name()) || !NUMBER.matcher(lines[1]).matches()) {
      throw new Fault("the checkpoint is not of the form origin, size, root for " + key.name());
    }
    byte[] root = Base64Strict.decode(lines[2], "the checkpoint's root");
    if (root.length != 32) {
      throw new Fault("the checkpoint's root is not 32 bytes long");
    }
    return new Checkpoint(lines[0], Long.parseLong(lines[1]), root);
  }

  private static String utf8(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (!Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes)) {
      throw new Fault("the checkpoint is not UTF-8");
    }
    return text;
  }
}
