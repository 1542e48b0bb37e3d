package org.sweetie.evidence.crypt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sweetie.evidence.disk.Damaged;
import org.sweetie.evidence.disk.Disk;

class FileKeyVaultTest extends KeyVaultContract {
  @TempDir Path folder;

  @Override
  KeyVault open() throws IOException {
    return FileKeyVault.open(Disk.local(), folder, new SecureRandom(), true);
  }

  private KeyVault inFolder(Path at) throws IOException {
    return FileKeyVault.open(Disk.local(), at, new SecureRandom(), true);
  }

  @Test
  void namesAndKeysDoNotStandInClear() throws IOException {
    byte[] secret;
    try (KeyVault vault = inFolder(folder.resolve("."))) {
      secret = vault.keyFor("a-conversation-name").secret();
      vault.flush();
    }

    String bytes = latin(folder.resolve("vault")) + latin(folder.resolve("kek"));

    assertThat(bytes).doesNotContain("a-conversation-name");
    assertThat(bytes).doesNotContain(new String(secret, StandardCharsets.ISO_8859_1));
  }

  private static String latin(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
  }

  @Test
  void aCopyOfTheVaultFromBeforeAnErasureOpensNothingAfterIt() throws IOException {
    byte[] copy;
    try (KeyVault vault = inFolder(folder)) {
      vault.keyFor("one");
      vault.keyFor("two");
      vault.flush();
      copy = Files.readAllBytes(folder.resolve("vault"));
      vault.erase("one");
    }

    Files.write(folder.resolve("vault"), copy);

    assertThatThrownBy(() -> inFolder(folder)).isInstanceOf(Damaged.class);
  }

  @Test
  void theKeyEncryptionKeyOfAnotherVaultIsNamed() throws IOException {
    Path other = Files.createDirectory(folder.resolve("other"));
    inFolder(other).close();
    try (KeyVault vault = inFolder(folder)) {
      vault.keyFor("one");
      vault.flush();
    }

    Files.copy(
        other.resolve("kek"),
        folder.resolve("kek"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);

    assertThatThrownBy(() -> inFolder(folder))
        .isInstanceOf(Damaged.class)
        .hasMessageContaining("kek");
  }

  @Test
  void aReaderSeesNewKeysAndErasuresAfterRefreshing() throws IOException {
    try (KeyVault vault = inFolder(folder);
        FileKeyVault reader = FileKeyVault.openReadOnly(Disk.local(), folder, new SecureRandom())) {
      KeyId one = vault.keyFor("one").id();
      vault.flush();
      reader.refresh();
      assertThat(reader.find(one)).isPresent();

      vault.erase("one");
      reader.refresh();

      assertThat(reader.find(one)).isEmpty();
      assertThat(reader.erased(one)).isTrue();
    }
  }
}
