package org.sweetie.evidence.crypt;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sweetie.evidence.disk.Damaged;
import org.sweetie.evidence.disk.Disk;
import org.sweetie.evidence.disk.FramedFile;

/**
 * Keys in a framed file, {@code keys/vault}, wrapped by the key in {@code keys/kek}.
 *
 * <p>A frame's payload is a row of entries: type (1 key, 2 erased) u8, key id 16 bytes; for a key
 * also the length u16 and bytes of what {@link KekFile} wraps: the key, 32 bytes, and its owner's
 * name in UTF-8, bound to the key id. So the file tells how many conversations there are, and not
 * whose.
 *
 * <p>Erasing wraps all other keys under a new key-encryption key and destroys the old one: a copy
 * of the vault made before, or left over on the medium, opens nothing any more.
 */
public final class FileKeyVault implements KeyVault {
  private static final String KIND = "sweetie keys 1";
  private static final byte KEY = 1;
  private static final byte ERASED = 2;

  private final Disk disk;
  private final Path folder;
  private final SecureRandom random;
  private final boolean writable;
  private final Map<String, ConversationKey> byOwner = new LinkedHashMap<>();
  private final Map<KeyId, ConversationKey> byId = new HashMap<>();
  private final Set<KeyId> erased = new LinkedHashSet<>();
  private final Map<String, ConversationKey> unflushed = new LinkedHashMap<>();
  private @Nullable Object loadedState;
  private KekFile kek;
  private FramedFile file;

  private FileKeyVault(Disk disk, Path folder, SecureRandom random, boolean writable, KekFile kek)
      throws IOException {
    this.disk = disk;
    this.folder = folder;
    this.random = random;
    this.writable = writable;
    this.kek = kek;
    this.file = load();
  }

  /**
   * Opens the vault in a folder for writing.
   *
   * @param mayCreate whether an empty vault is made where there is none
   * @throws Damaged when its files do not belong together any more
   */
  public static FileKeyVault open(Disk disk, Path folder, SecureRandom random, boolean mayCreate)
      throws IOException {
    if (!mayCreate && Files.notExists(vaultFile(folder))) {
      throw new Damaged(vaultFile(folder), "the key vault is gone: restore it from a copy");
    }
    KekFile kek = KekFile.open(disk, kekFile(folder), random, mayCreate);
    FileKeyVault vault = new FileKeyVault(disk, folder, random, true, kek);
    vault.finishErasure();
    return vault;
  }

  /** Opens the vault beside its writer; it can give keys and make none. */
  public static FileKeyVault openReadOnly(Disk disk, Path folder, SecureRandom random)
      throws IOException {
    KekFile kek = KekFile.open(disk, kekFile(folder), random, false);
    return new FileKeyVault(disk, folder, random, false, kek);
  }

  private static Path vaultFile(Path folder) {
    return folder.resolve("vault");
  }

  private static Path kekFile(Path folder) {
    return folder.resolve("kek");
  }

  private FramedFile load() throws IOException {
    while (true) {
      Path path = vaultFile(folder);
      Object before = stateOf(path);
      try {
        kek = KekFile.open(disk, kekFile(folder), random, false);
        FramedFile loaded = loadOnce(path);
        // A new vault is no change; the one that was here and is another now is.
        if (before == null || before.equals(stateOf(path))) {
          loadedState = before;
          return loaded;
        }
        loaded.close();
      } catch (Damaged damaged) {
        // Its writer may have replaced it while it was being read.
        if (Objects.equals(before, stateOf(path))) {
          throw damaged;
        }
      }
    }
  }

  private FramedFile loadOnce(Path path) throws IOException {
    byOwner.clear();
    byId.clear();
    erased.clear();
    FramedFile.Visitor visitor = (sequence, position, payload) -> readFrame(payload);
    return writable
        ? FramedFile.open(disk, path, KIND, visitor)
        : FramedFile.openReadOnly(disk, path, KIND, visitor);
  }

  private static @Nullable Object stateOf(Path path) throws IOException {
    if (Files.notExists(path)) {
      return null;
    }
    BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
    return Arrays.asList(now.size(), now.lastModifiedTime(), now.fileKey());
  }

  /** Reads the vault again if its writer changed it. */
  public synchronized void refresh() throws IOException {
    if (!Objects.equals(loadedState, stateOf(vaultFile(folder)))) {
      file.close();
      file = load();
    }
  }

  private void readFrame(byte[] payload) {
    ByteBuffer in = ByteBuffer.wrap(payload);
    while (in.hasRemaining()) {
      byte type = in.get();
      byte[] id = new byte[KeyId.LENGTH];
      in.get(id);
      if (type == ERASED) {
        erased.add(new KeyId(id));
      } else {
        byte[] wrapped = new byte[Short.toUnsignedInt(in.getShort())];
        in.get(wrapped);
        readKey(new KeyId(id), kek.unwrap(wrapped, id));
      }
    }
  }

  private void readKey(KeyId id, byte[] secret) {
    byte[] key = Arrays.copyOf(secret, ConversationKey.LENGTH);
    byte[] owner = Arrays.copyOfRange(secret, ConversationKey.LENGTH, secret.length);
    remember(new String(owner, StandardCharsets.UTF_8), new ConversationKey(id, key));
  }

  private void remember(String owner, ConversationKey key) {
    byOwner.put(owner, key);
    byId.put(key.id(), key);
  }

  @Override
  public synchronized ConversationKey keyFor(String owner) {
    ConversationKey key = byOwner.get(owner);
    if (key == null) {
      byte[] secret = new byte[ConversationKey.LENGTH];
      random.nextBytes(secret);
      key = new ConversationKey(KeyId.random(random), secret);
      remember(owner, key);
      unflushed.put(owner, key);
    }
    return key;
  }

  @Override
  public synchronized Optional<ConversationKey> find(String owner) {
    return Optional.ofNullable(byOwner.get(owner));
  }

  @Override
  public synchronized Optional<ConversationKey> find(KeyId id) {
    return Optional.ofNullable(byId.get(id));
  }

  @Override
  public synchronized boolean erased(KeyId id) {
    return erased.contains(id);
  }

  @Override
  public synchronized void flush() throws IOException {
    if (!unflushed.isEmpty()) {
      file.append(entries(unflushed, List.of()));
      unflushed.clear();
    }
  }

  private byte[] entries(Map<String, ConversationKey> keys, Iterable<KeyId> tombstones)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    for (Map.Entry<String, ConversationKey> each : keys.entrySet()) {
      byte[] id = each.getValue().id().bytes();
      byte[] wrapped = kek.wrap(secret(each.getKey(), each.getValue()), id);
      out.writeByte(KEY);
      out.write(id);
      out.writeShort(wrapped.length);
      out.write(wrapped);
    }
    for (KeyId id : tombstones) {
      out.writeByte(ERASED);
      out.write(id.bytes());
    }
    return bytes.toByteArray();
  }

  private static byte[] secret(String owner, ConversationKey key) {
    byte[] name = owner.getBytes(StandardCharsets.UTF_8);
    byte[] secret = Arrays.copyOf(key.secret(), ConversationKey.LENGTH + name.length);
    System.arraycopy(name, 0, secret, ConversationKey.LENGTH, name.length);
    return secret;
  }

  @Override
  public synchronized Optional<KeyId> erase(String owner) throws IOException {
    finishErasure();
    flush();
    ConversationKey key = byOwner.get(owner);
    if (key == null) {
      return Optional.empty();
    }
    Map<String, ConversationKey> kept = new LinkedHashMap<>(byOwner);
    kept.remove(owner);
    List<KeyId> tombstones = new ArrayList<>(erased);
    tombstones.add(key.id());
    kek.renew();
    rewrite(entries(kept, tombstones));
    key.destroy();
    kek.forgetOld();
    return Optional.of(key.id());
  }

  /**
   * Wraps all keys under the new key-encryption key and destroys the old one, where an erasure was
   * cut short in between.
   */
  private void finishErasure() throws IOException {
    if (kek.isRenewing()) {
      rewrite(entries(byOwner, erased));
      kek.forgetOld();
    }
  }

  private void rewrite(byte[] entries) throws IOException {
    byte[] frame = FramedFile.frame(0, entries);
    byte[] preamble = FramedFile.preamble(KIND);
    byte[] whole = Arrays.copyOf(preamble, preamble.length + frame.length);
    System.arraycopy(frame, 0, whole, preamble.length, frame.length);
    try {
      disk.replaceSecret(vaultFile(folder), whole);
    } finally {
      // Even where it failed half-way: the open handle may lead to a file that has no name any
      // more.
      file.close();
      file = load();
    }
  }

  @Override
  public synchronized void close() throws IOException {
    file.close();
    byId.values().forEach(ConversationKey::destroy);
  }
}
