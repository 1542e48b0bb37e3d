package org.sweetie.console.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * One-time sign-in links: the only way in, so that no password exists anywhere.
 *
 * <p>A token is 256 random bits. Only its SHA-256 is kept, in memory; it is good for 15 minutes and
 * one use. Safe for use by many threads.
 */
public final class SignInLinks {
  /** How long a link is good for. */
  public static final Duration LIFETIME = Duration.ofMinutes(15);

  private static final int TOKEN_BYTES = 32;

  private final InstantSource time;
  private final SecureRandom random;
  private final Map<String, Pending> pending = new HashMap<>();

  public SignInLinks(InstantSource time, SecureRandom random) {
    this.time = time;
    this.random = random;
  }

  private record Pending(String person, Instant until) {}

  /** A new token for a person, base64url, 43 characters. It cannot be shown again. */
  public synchronized String issue(String person) {
    Instant now = time.instant();
    pending.values().removeIf(p -> !now.isBefore(p.until()));
    byte[] token = new byte[TOKEN_BYTES];
    random.nextBytes(token);
    String text = Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    pending.put(hash(text), new Pending(person, now.plus(LIFETIME)));
    return text;
  }

  /**
   * The path of a sign-in link. The token stands in the fragment, which browsers never send, so it
   * reaches no log and no link preview.
   */
  public static String path(String token) {
    return "/sign-in#" + token;
  }

  /** Uses a token up: the person it was made for, or empty when it is unknown, used or expired. */
  public synchronized Optional<String> redeem(String token) {
    return Optional.ofNullable(pending.remove(hash(token.strip())))
        .filter(p -> time.instant().isBefore(p.until()))
        .map(Pending::person);
  }

  private static String hash(String token) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}
