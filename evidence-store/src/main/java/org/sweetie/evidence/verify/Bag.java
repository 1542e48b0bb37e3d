package org.sweetie.evidence.verify;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sweetie.evidence.verify.CanonicalZip.Member;

/**
 * A BagIt 1.0 bag (RFC 8493) with SHA-256 manifests, and beside them the detached signature of the
 * tag manifest, which BagIt does not know.
 *
 * <p>The signature is over the tag manifest because that names the payload manifest and every other
 * tag file: BagIt alone accepts a bag whose tag manifest was taken away, here that is a fault.
 */
public final class Bag {
  /** The bag's folder. */
  public static final String FOLDER = "sweetie-case/";

  /** The signature's name; one that begins like a manifest's would be read as one. */
  public static final String SIGNATURE = "signature.p7s";

  private static final String DECLARATION =
      "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";
  private static final String TAG_MANIFEST = "tagmanifest-sha256.txt";
  private static final String MANIFEST = "manifest-sha256.txt";
  private static final String INFO = "bag-info.txt";
  private static final List<String> TAGS = List.of(INFO, "bagit.txt", MANIFEST);
  private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  ([!-~]+)");

  private Bag() {}

  /** Signs bytes: gives the detached CMS signature as a file. */
  public interface Signer {
    byte[] sign(byte[] content);
  }

  /**
   * The files of a bag, in order, with their full names.
   *
   * @param payload by name without {@code data/}
   * @param info lines of bag-info.txt, {@code Label: value}, without the Payload-Oxum
   */
  public static List<Member> make(
      SortedMap<String, byte[]> payload, List<String> info, Signer signer) {
    SortedMap<String, byte[]> data = new TreeMap<>();
    payload.forEach((name, content) -> data.put("data/" + name, content));
    SortedMap<String, byte[]> tags = new TreeMap<>();
    tags.put("bagit.txt", ascii(DECLARATION));
    tags.put(INFO, ascii(String.join("\n", info) + "\nPayload-Oxum: " + oxum(data) + "\n"));
    tags.put(MANIFEST, manifest(data));
    byte[] tagManifest = manifest(tags);
    SortedMap<String, byte[]> all = new TreeMap<>(data);
    all.putAll(tags);
    all.put(TAG_MANIFEST, tagManifest);
    all.put(SIGNATURE, signer.sign(tagManifest));
    List<Member> members = new ArrayList<>();
    all.forEach((name, content) -> members.add(new Member(FOLDER + name, content)));
    return members;
  }

  private static byte[] manifest(SortedMap<String, byte[]> files) {
    StringBuilder lines = new StringBuilder();
    files.forEach(
        (name, content) ->
            lines
                .append(HexFormat.of().formatHex(Hashes.sha256(content)))
                .append("  ")
                .append(name)
                .append('\n'));
    return ascii(lines.toString());
  }

  private static String oxum(Map<String, byte[]> payload) {
    long bytes = payload.values().stream().mapToLong(content -> content.length).sum();
    return bytes + "." + payload.size();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Checks a bag whole: every file is named by a manifest with its hash and none is there that no
   * manifest names.
   *
   * @return the payload by name without {@code data/}
   */
  static SortedMap<String, byte[]> payload(SortedMap<String, byte[]> files) {
    expect(files, "bagit.txt");
    if (!new String(expect(files, "bagit.txt"), StandardCharsets.UTF_8).equals(DECLARATION)) {
      throw new Fault("bagit.txt does not declare BagIt 1.0 in UTF-8");
    }
    SortedMap<String, String> tags = lines(expect(files, TAG_MANIFEST), TAG_MANIFEST);
    SortedMap<String, String> data = lines(expect(files, MANIFEST), MANIFEST);
    if (!List.copyOf(tags.keySet()).equals(TAGS)) {
      throw new Fault(TAG_MANIFEST + " names " + tags.keySet() + ", expected " + TAGS);
    }
    matches(files, tags);
    matches(files, data);
    nothingElse(files, data);
    return stripped(files, data);
  }

  /** The signed tag manifest. */
  static byte[] tagManifest(SortedMap<String, byte[]> files) {
    return expect(files, TAG_MANIFEST);
  }

  /** The signature over it. */
  static byte[] signature(SortedMap<String, byte[]> files) {
    return expect(files, SIGNATURE);
  }

  private static void matches(SortedMap<String, byte[]> files, SortedMap<String, String> manifest) {
    manifest.forEach(
        (name, hash) -> {
          if (!HexFormat.of().formatHex(Hashes.sha256(expect(files, name))).equals(hash)) {
            throw new Fault("the bytes of " + name + " are not those its manifest names");
          }
        });
  }

  private static void nothingElse(SortedMap<String, byte[]> files, SortedMap<String, String> data) {
    for (String name : files.keySet()) {
      boolean named =
          data.containsKey(name)
              || TAGS.contains(name)
              || name.equals(TAG_MANIFEST)
              || name.equals(SIGNATURE);
      if (!named) {
        throw new Fault("the bag holds " + name + ", which no manifest names");
      }
    }
  }

  private static SortedMap<String, byte[]> stripped(
      SortedMap<String, byte[]> files, SortedMap<String, String> data) {
    SortedMap<String, byte[]> payload = new TreeMap<>();
    for (String name : data.keySet()) {
      if (!name.startsWith("data/")) {
        throw new Fault(MANIFEST + " names " + name + ", which is not under data/");
      }
      payload.put(name.substring("data/".length()), expect(files, name));
    }
    String stated = "\nPayload-Oxum: " + oxum(payload) + "\n";
    if (!new String(expect(files, INFO), StandardCharsets.UTF_8).endsWith(stated)) {
      throw new Fault(INFO + " does not state the size of the payload, " + oxum(payload));
    }
    return payload;
  }

  private static byte[] expect(SortedMap<String, byte[]> files, String name) {
    byte[] content = files.get(name);
    if (content == null) {
      throw new Fault("the bag has no " + name);
    }
    return content;
  }

  private static SortedMap<String, String> lines(byte[] manifest, String what) {
    SortedMap<String, String> lines = new TreeMap<>();
    String text = new String(manifest, StandardCharsets.UTF_8);
    if (!text.endsWith("\n")) {
      throw new Fault(what + " breaks off");
    }
    for (String line : text.substring(0, text.length() - 1).split("\n", -1)) {
      Matcher matcher = LINE.matcher(line);
      if (!matcher.matches() || lines.put(matcher.group(2), matcher.group(1)) != null) {
        throw new Fault(
            what + " has a line that is no 'hash  name', or names a file twice: " + line);
      }
    }
    return lines;
  }
}
