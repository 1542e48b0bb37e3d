package org.sweetie.engine.persona;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.sweetie.engine.script.Script;

/**
 * A persona: who she is, what she says, and the files both were read from, so that a log can keep
 * the whole of it and a replay can build it again.
 *
 * @param files every file by its path relative to the persona's folder
 * @param hash SHA-256 over the files in the order of their paths, as lower-case hexadecimal
 */
public record Persona(
    PersonaProfile profile,
    TypingManner typing,
    Script script,
    Map<String, String> files,
    String hash) {
  public Persona {
    requireNonNull(profile, "profile");
    requireNonNull(typing, "typing");
    requireNonNull(script, "script");
    files = Collections.unmodifiableMap(new TreeMap<>(files));
    if (!hash.equals(hashOf(files))) {
      throw new PersonaException(
          "The persona's hash is " + hash + "; its files give " + hashOf(files));
    }
  }

  /** A persona with the hash that its files give. */
  public Persona(
      PersonaProfile profile, TypingManner typing, Script script, Map<String, String> files) {
    this(profile, typing, script, files, hashOf(files));
  }

  /**
   * The hash of a persona's files. Each path and text goes in with its length, so that no two
   * personas look the same.
   */
  public static String hashOf(Map<String, String> files) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      new TreeMap<>(files)
          .forEach(
              (path, text) -> {
                add(digest, path);
                add(digest, text);
              });
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256, this one does not", e);
    }
  }

  private static void add(MessageDigest digest, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
    digest.update(bytes);
  }
}
