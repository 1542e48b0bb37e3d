package org.sweetie.evidence.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is handed to the verifier, it answers with a named fault and does not fall over. */
@Timeout(60)
class NotAPackageTest {
  private static final KeyPair KEY = rsa();

  // The key of C2SP signed-note's own example.
  private static final Trust TRUST =
      new Trust(
          true,
          "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
          "00".repeat(32),
          List.of(),
          List.of());

  @TempDir Path folder;

  private static KeyPair rsa() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }

  private void assertNamed(Path file, String... words) {
    Report report = Verifier.verify(file, KEY.getPrivate(), TRUST);

    assertThat(report.ok()).isFalse();
    assertThat(report.faults()).isNotEmpty();
    assertThat(report.faults().toString()).contains(words);
  }

  private Path file(byte[] content) throws IOException {
    return Files.write(folder.resolve("given"), content);
  }

  @Test
  void aFileThatIsNotThereOrADirectory() {
    assertNamed(folder.resolve("nothing"), "is no file");
    assertNamed(folder, "is no file");
  }

  @Test
  void anEmptyFile() throws IOException {
    assertNamed(file(new byte[0]), "has 0 bytes");
  }

  @Test
  void aFileOfManyGigabytesIsNotReadIntoMemory() throws IOException {
    Path huge = folder.resolve("huge");
    try (RandomAccessFile sparse = new RandomAccessFile(huge.toFile(), "rw")) {
      sparse.setLength(40L << 30);
    }

    assertNamed(huge, "42949672960 bytes");
  }

  @Test
  void textAndRandomBytes() throws IOException {
    assertNamed(file("hello".getBytes(StandardCharsets.UTF_8)), "zip members");
    Random random = new Random(3);
    for (int i = 0; i < 300; i++) {
      byte[] bytes = new byte[random.nextInt(5_000) + 1];
      random.nextBytes(bytes);
      assertNamed(file(bytes), "zip members");
    }
  }

  @Test
  void randomBytesThatBeginAsAZipDoes() throws IOException {
    Random random = new Random(4);
    for (int i = 0; i < 500; i++) {
      byte[] bytes = new byte[random.nextInt(300) + 30];
      random.nextBytes(bytes);
      bytes[0] = 'P';
      bytes[1] = 'K';
      bytes[2] = 3;
      bytes[3] = 4;
      bytes[8] = 0;
      bytes[9] = 0;
      assertNamed(file(bytes), "zip members");
    }
  }

  @Test
  void anOrdinaryZip() throws IOException {
    assertNamed(file(zip(false, "hello.txt", 10)), "compressed");
    assertNamed(file(zip(true, "hello.txt", 10)), "zip");
  }

  @Test
  void aZipThatUnfoldsIntoGigabytesIsNotUnfolded() throws IOException {
    assertNamed(file(zip(false, "README.txt", 200 << 20)), "compressed");
  }

  @Test
  void aZipWithPathsThatLeadOut() throws IOException {
    for (String name : List.of("../README.txt", "/README.txt", "a/../../b", "a\\b", "c:d")) {
      assertNamed(file(zip(true, name, 3)), "zip");
    }
  }

  @Test
  void fourFilesOfTheRightNamesWithRubbishInThem() throws IOException {
    Random random = new Random(5);
    for (int i = 0; i < 200; i++) {
      byte[] rubbish = new byte[random.nextInt(400)];
      random.nextBytes(rubbish);
      if (rubbish.length > 4) {
        rubbish[0] = 0x30;
        rubbish[1] = (byte) Math.min(127, rubbish.length - 2);
      }
      byte[] zip =
          CanonicalZip.write(
              PackageFiles.OUTER.stream().map(n -> new CanonicalZip.Member(n, rubbish)).toList());
      assertNamed(file(zip), "outer signature", "sums");
    }
  }

  private static byte[] zip(boolean stored, String name, int size) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      ZipEntry entry = new ZipEntry(name);
      if (stored) {
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(size);
        java.util.zip.CRC32 crc = new java.util.zip.CRC32();
        crc.update(new byte[size]);
        entry.setCrc(crc.getValue());
      }
      zip.putNextEntry(entry);
      zip.write(new byte[size]);
      zip.closeEntry();
    }
    return out.toByteArray();
  }
}
