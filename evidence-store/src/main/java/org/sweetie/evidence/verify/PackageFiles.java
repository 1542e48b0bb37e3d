package org.sweetie.evidence.verify;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/** What is called what in a package, and who may be in it: the format both sides keep to. */
public final class PackageFiles {
  /** Outside: for people. */
  public static final String README = "README.txt";

  /** Outside: the encrypted bag. */
  public static final String CIPHERTEXT = "package.cms";

  /** Outside: the SHA-256 of the two, as {@code sha256sum} reads it. */
  public static final String SUMS = "SHA256SUMS";

  /** Outside: the detached signature over the sums. */
  public static final String SUMS_SIGNATURE = "SHA256SUMS.p7s";

  /** The outer zip's members, in order. */
  static final List<String> OUTER = List.of(README, CIPHERTEXT, SUMS, SUMS_SIGNATURE);

  /** In the bag: what the package is about. */
  public static final String CASE = "case.json";

  /** In the bag: the conversations for machines, with the original bytes. */
  public static final String TRANSCRIPT = "transcript.json";

  /** In the bag: the conversations for people. */
  public static final String PAGE = "transcript.html";

  /** In the bag: whom the package is for. */
  public static final String RECIPIENT = "recipient.pem";

  /** In the bag: the log's signed word. */
  public static final String CHECKPOINT = "log/checkpoint";

  /** In the bag: the sealed records with their proofs, one JSON object a line. */
  public static final String ENTRIES = "log/entries.jsonl";

  /** In the bag: the key of each of these records and of no other, one JSON object a line. */
  public static final String KEYS = "log/keys.jsonl";

  /** Every file of the payload. */
  static final List<String> PAYLOAD =
      List.of(README, CASE, CHECKPOINT, ENTRIES, KEYS, RECIPIENT, PAGE, TRANSCRIPT);

  /** The value of {@code format} in case.json. */
  public static final String CASE_FORMAT = "sweetie-case-1";

  /** The value of {@code format} in an approval's statement. */
  public static final String APPROVAL_FORMAT = "sweetie-approval-1";

  /** The largest package, bytes. */
  public static final long LARGEST = 256L << 20;

  private PackageFiles() {}

  /** The sums file for these two. */
  public static byte[] sums(byte[] readme, byte[] ciphertext) {
    return (line(readme, README) + line(ciphertext, CIPHERTEXT))
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static String line(byte[] content, String name) {
    return HexFormat.of().formatHex(Hashes.sha256(content)) + "  " + name + "\n";
  }
}
