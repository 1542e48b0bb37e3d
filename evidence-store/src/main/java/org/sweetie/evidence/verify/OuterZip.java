package org.sweetie.evidence.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.sweetie.evidence.verify.CanonicalZip.Member;

/**
 * The file that travels: a zip with a README, the ciphertext, their sums and the signature over
 * these.
 */
final class OuterZip {
  // The file, its members, the zip made again, what is decrypted, its members and it made again.
  private static final int COPIES = 8;

  private OuterZip() {}

  /**
   * Checks the file and gives the ciphertext, if nothing at all was wrong with what is around it.
   */
  static Optional<byte[]> ciphertext(Path file, Trust trust, Checks checks) {
    Optional<byte[]> bytes =
        checks.step("file", "package format 1", () -> bytes(file), "it can be read");
    return bytes.flatMap(all -> members(all, checks)).flatMap(m -> signed(m, trust, checks));
  }

  private static byte[] bytes(Path file) {
    try {
      if (!Files.isRegularFile(file)) {
        throw new Fault("'" + file + "' is no file: expected the FILE.zip of a package");
      }
      long size = Files.size(file);
      if (size == 0 || size > PackageFiles.LARGEST) {
        throw new Fault(
            "'"
                + file
                + "' has "
                + size
                + " bytes: a package has between 1 and "
                + PackageFiles.LARGEST);
      }
      if (size > Runtime.getRuntime().maxMemory() / COPIES) {
        throw new Fault(
            "'"
                + file
                + "' has "
                + size
                + " bytes: start java with more memory (-Xmx) to check it");
      }
      return Files.readAllBytes(file);
    } catch (IOException failed) {
      throw new Fault("'" + file + "' cannot be read: " + failed, failed);
    }
  }

  private static Optional<Map<String, byte[]>> members(byte[] zip, Checks checks) {
    Optional<CanonicalZip.Reading> reading =
        checks.step(
            "zip members",
            "APPNOTE 6.3.10",
            () -> CanonicalZip.read(zip),
            "its members can be told apart");
    reading.ifPresent(
        read ->
            checks.check(
                "zip form",
                "APPNOTE 6.3.10",
                () ->
                    exact(
                        read,
                        "the zip made again from its members has the same "
                            + zip.length
                            + " bytes")));
    return reading.flatMap(
        read ->
            checks.step(
                "zip content",
                "package format 1",
                () -> four(read.members()),
                "it holds the four files it must"));
  }

  static String exact(CanonicalZip.Reading reading, String otherwise) {
    if (reading.difference() != null) {
      throw new Fault(reading.difference());
    }
    return otherwise;
  }

  private static Map<String, byte[]> four(List<Member> members) {
    List<String> names = members.stream().map(Member::name).toList();
    if (!names.equals(PackageFiles.OUTER)) {
      throw new Fault("the zip holds " + names + ", expected " + PackageFiles.OUTER);
    }
    Map<String, byte[]> files = new TreeMap<>();
    members.forEach(member -> files.put(member.name(), member.content()));
    return files;
  }

  private static Optional<byte[]> signed(Map<String, byte[]> files, Trust trust, Checks checks) {
    byte[] sums = files.getOrDefault(PackageFiles.SUMS, new byte[0]);
    byte[] signature = files.getOrDefault(PackageFiles.SUMS_SIGNATURE, new byte[0]);
    checks.check("sums", "FIPS 180-4", () -> sums(files, sums));
    checks.check(
        "outer signature",
        "RFC 5652",
        () ->
            "signed at "
                + DetachedSignature.verify(signature, sums, trust.signer(), PackageFiles.SUMS).at()
                + " with the trusted certificate");
    // What is not signed is not opened.
    return checks.ok() ? Optional.ofNullable(files.get(PackageFiles.CIPHERTEXT)) : Optional.empty();
  }

  private static String sums(Map<String, byte[]> files, byte[] stated) {
    byte[] readme = files.getOrDefault(PackageFiles.README, new byte[0]);
    byte[] ciphertext = files.getOrDefault(PackageFiles.CIPHERTEXT, new byte[0]);
    if (!Arrays.equals(PackageFiles.sums(readme, ciphertext), stated)) {
      throw new Fault(
          PackageFiles.SUMS
              + " does not state the SHA-256 of "
              + PackageFiles.README
              + " and "
              + PackageFiles.CIPHERTEXT
              + " as they are");
    }
    return "README and ciphertext have the stated SHA-256";
  }
}
