package org.sweetie.evidence.log;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.sweetie.engine.evidence.LogUnavailable;

/**
 * The log's Ed25519 key, in {@code keys/log-key.pem}: its C2SP verifier key on the first line, then
 * the private key as PKCS #8 PEM. The key's name, which is the log's origin, comes from the key.
 */
final class LogSigner {
  private static final String BEGIN = "-----BEGIN PRIVATE KEY-----\n";
  private static final String END = "-----END PRIVATE KEY-----\n";
  private static final int ORIGIN_BYTES = 8;

  private final VerifierKey verifierKey;
  private final PrivateKey privateKey;

  private LogSigner(VerifierKey verifierKey, PrivateKey privateKey) {
    this.verifierKey = verifierKey;
    this.privateKey = privateKey;
  }

  /** The signer of a home; a new one where there is none and the log is new. */
  static LogSigner ofHome(Home home, boolean newLog, SecureRandom random) throws IOException {
    Path file = file(home);
    if (Files.notExists(file)) {
      if (!newLog) {
        throw new LogDamaged(file + ", the log's key, is gone: restore it from a copy");
      }
      home.disk().replace(file, generated(random).getBytes(StandardCharsets.US_ASCII));
    }
    return parse(file, new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
  }

  static VerifierKey verifierKeyOf(Home home) {
    Path file = file(home);
    try {
      return parse(file, new String(Files.readAllBytes(file), StandardCharsets.UTF_8)).verifierKey;
    } catch (IOException failed) {
      throw new LogUnavailable("the log's key could not be read: " + failed, failed);
    }
  }

  private static Path file(Home home) {
    return home.keys().resolve("log-key.pem");
  }

  private static String generated(SecureRandom random) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
      generator.initialize(NamedParameterSpec.ED25519, random);
      KeyPair pair = generator.generateKeyPair();
      byte[] spki = pair.getPublic().getEncoded();
      byte[] key = Arrays.copyOfRange(spki, spki.length - 32, spki.length);
      String pkcs8 = Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded());
      return new VerifierKey(origin(key), key) + "\n" + BEGIN + pkcs8 + "\n" + END;
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("this Java has no Ed25519: use another", missing);
    }
  }

  /** A name of its own for each log; {@code .invalid} leads nowhere (RFC 2606). */
  private static String origin(byte[] key) {
    byte[] hash = Hashes.sha256().digest(key);
    return "sweetie.invalid/log/" + HexFormat.of().formatHex(hash, 0, ORIGIN_BYTES);
  }

  private static LogSigner parse(Path file, String text) {
    int begin = text.indexOf("\n" + BEGIN);
    int end = text.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new LogDamaged(file + " is no key file of a log: restore it from a copy");
    }
    try {
      String pkcs8 = text.substring(begin + 1 + BEGIN.length(), end).replace("\n", "");
      PKCS8EncodedKeySpec spec = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pkcs8));
      PrivateKey key = KeyFactory.getInstance("Ed25519").generatePrivate(spec);
      return new LogSigner(VerifierKey.parse(text.substring(0, begin)), key).proved(file);
    } catch (GeneralSecurityException | IllegalArgumentException malformed) {
      throw new LogDamaged(file + " is no key file of a log: " + malformed.getMessage(), malformed);
    }
  }

  /** A verifier key of somebody else would make every checkpoint look forged. */
  private LogSigner proved(Path file) {
    byte[] text = {1};
    if (!verifierKey.signed(text, sign(text))) {
      throw new LogDamaged(file + ": the two keys in it are no pair: restore it from a copy");
    }
    return this;
  }

  VerifierKey verifierKey() {
    return verifierKey;
  }

  byte[] sign(byte[] text) {
    try {
      Signature ed25519 = Signature.getInstance("Ed25519");
      ed25519.initSign(privateKey);
      ed25519.update(text);
      return ed25519.sign();
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("this Java has no Ed25519: use another", missing);
    }
  }
}
