package org.sweetie.evidence.crypt;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.sweetie.evidence.disk.Damaged;
import org.sweetie.evidence.disk.Disk;

/**
 * The key-encryption key, in a file for its owner alone: the line {@code sweetie kek 1}, then a
 * line for each key, id in hex and 32 bytes in base64. There is one, save while keys are being
 * wrapped anew: then the first is the new one.
 *
 * <p>A key is wrapped as 8 bytes of key-encryption key id, 12 of IV, AES-256-GCM ciphertext and
 * tag.
 */
final class KekFile {
  private static final String FIRST_LINE = "sweetie kek 1";
  private static final int ID = 8;
  private static final int IV = 12;
  private static final int TAG_BITS = 128;

  private final Disk disk;
  private final Path path;
  private final SecureRandom random;
  private final Map<String, byte[]> keys = new LinkedHashMap<>();

  private KekFile(Disk disk, Path path, SecureRandom random) {
    this.disk = disk;
    this.path = path;
    this.random = random;
  }

  /** Reads the file; a new one where there is none and {@code mayCreate}. */
  static KekFile open(Disk disk, Path path, SecureRandom random, boolean mayCreate)
      throws IOException {
    KekFile file = new KekFile(disk, path, random);
    if (Files.notExists(path)) {
      if (!mayCreate) {
        throw new Damaged(path, "the key-encryption key is gone: restore it from a copy");
      }
      file.put(random);
      disk.replace(path, file.text());
    } else {
      file.read();
    }
    return file;
  }

  private void put(SecureRandom chance) {
    byte[] id = new byte[ID];
    byte[] key = new byte[ConversationKey.LENGTH];
    chance.nextBytes(id);
    chance.nextBytes(key);
    keys.put(HexFormat.of().formatHex(id), key);
  }

  private void read() throws IOException {
    String[] lines = new String(Files.readAllBytes(path), StandardCharsets.UTF_8).split("\n", -1);
    int last = lines.length - 1;
    if (!lines[0].equals(FIRST_LINE) || last < 2 || !lines[last].isEmpty()) {
      throw new Damaged(path, "is no key-encryption key file: restore it from a copy");
    }
    for (String line : Arrays.copyOfRange(lines, 1, last)) {
      readKey(line);
    }
  }

  private void readKey(String line) {
    try {
      String[] parts = line.split(" ", 2);
      byte[] key = Base64.getDecoder().decode(parts[1]);
      if (parts[0].length() != 2 * ID || key.length != ConversationKey.LENGTH) {
        throw new Damaged(path, "holds a key of another length: restore it from a copy");
      }
      keys.put(parts[0], key);
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException malformed) {
      throw new Damaged(path, "holds a malformed line: restore it from a copy");
    }
  }

  private byte[] text() {
    StringBuilder text = new StringBuilder(FIRST_LINE).append('\n');
    keys.forEach(
        (id, key) ->
            text.append(id)
                .append(' ')
                .append(Base64.getEncoder().encodeToString(key))
                .append('\n'));
    return text.toString().getBytes(StandardCharsets.US_ASCII);
  }

  /** Puts a new key first, durably, and keeps the old ones until {@link #forgetOld()}. */
  void renew() throws IOException {
    Map<String, byte[]> old = new LinkedHashMap<>(keys);
    keys.clear();
    put(random);
    keys.putAll(old);
    try {
      disk.replace(path, text());
    } catch (IOException failed) {
      keys.clear();
      keys.putAll(old);
      throw failed;
    }
  }

  /** Destroys all keys but the first. */
  void forgetOld() throws IOException {
    if (keys.size() > 1) {
      Map.Entry<String, byte[]> current = keys.entrySet().iterator().next();
      Map<String, byte[]> kept = Map.of(current.getKey(), current.getValue());
      keys.keySet().retainAll(kept.keySet());
      disk.replaceSecret(path, text());
    }
  }

  /** Whether keys may still be wrapped under an older key. */
  boolean isRenewing() {
    return keys.size() > 1;
  }

  /** Wraps under the first key. */
  byte[] wrap(byte[] secret, byte[] context) {
    Map.Entry<String, byte[]> kek = keys.entrySet().iterator().next();
    byte[] wrapped = Arrays.copyOf(HexFormat.of().parseHex(kek.getKey()), ID + IV);
    byte[] iv = new byte[IV];
    random.nextBytes(iv);
    System.arraycopy(iv, 0, wrapped, ID, IV);
    byte[] sealed = crypt(Cipher.ENCRYPT_MODE, kek.getValue(), wrapped, secret, context);
    byte[] whole = Arrays.copyOf(wrapped, ID + IV + sealed.length);
    System.arraycopy(sealed, 0, whole, ID + IV, sealed.length);
    return whole;
  }

  private static String idOf(byte[] wrapped) {
    return HexFormat.of().formatHex(wrapped, 0, ID);
  }

  byte[] unwrap(byte[] wrapped, byte[] context) {
    byte[] kek = keys.get(idOf(wrapped));
    if (kek == null) {
      throw new Damaged(path, "has no key " + idOf(wrapped) + ": restore it from a copy");
    }
    byte[] sealed = Arrays.copyOfRange(wrapped, ID + IV, wrapped.length);
    return crypt(Cipher.DECRYPT_MODE, kek, wrapped, sealed, context);
  }

  private byte[] crypt(int mode, byte[] kek, byte[] head, byte[] input, byte[] context) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      GCMParameterSpec iv = new GCMParameterSpec(TAG_BITS, head, ID, IV);
      cipher.init(mode, new SecretKeySpec(kek, "AES"), iv);
      cipher.updateAAD(context);
      return cipher.doFinal(input);
    } catch (javax.crypto.AEADBadTagException wrong) {
      throw new Damaged(path, "does not open a key of the vault: one of the two was changed");
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("this Java has no AES-256-GCM: use another", missing);
    }
  }
}
