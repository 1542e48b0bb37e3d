package org.sweetie.console.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.sweetie.console.access.Refused;
import org.sweetie.evidence.verify.Fault;
import org.sweetie.evidence.verify.Pem;

/** Approvers' keys in files, for those who approve from the command line. */
public final class Ed25519Keys {
  private Ed25519Keys() {}

  /**
   * A key pair.
   *
   * @param publicKey X.509 SubjectPublicKeyInfo in base64, as it is enrolled
   */
  public record Pair(PrivateKey privateKey, String publicKey) {}

  /**
   * Reads a private key and works out its public key.
   *
   * @throws Refused when the file holds no Ed25519 private key in PEM
   */
  public static Pair read(Path file) throws IOException {
    try {
      PrivateKey key = Pem.privateKey(Files.readAllBytes(file), file.toString());
      if (key.getAlgorithm().equals("Ed25519") || key.getAlgorithm().equals("EdDSA")) {
        PrivateKey jdk =
            KeyFactory.getInstance("Ed25519")
                .generatePrivate(new PKCS8EncodedKeySpec(key.getEncoded()));
        return new Pair(jdk, publicKey(jdk));
      }
    } catch (Fault | GeneralSecurityException unreadable) {
      throw new Refused(file + ": " + unreadable.getMessage());
    }
    throw new Refused(
        file + ": not an Ed25519 key; make one with openssl genpkey -algorithm ed25519");
  }

  private static String publicKey(PrivateKey key) throws IOException {
    byte[] seed = ((EdECPrivateKey) key).getBytes().orElseThrow();
    byte[] info =
        SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(
                new Ed25519PrivateKeyParameters(seed, 0).generatePublicKey())
            .getEncoded();
    return Base64.getEncoder().encodeToString(info);
  }

  /**
   * Makes a key pair, keeps the private key in a new file for its owner alone, and returns the
   * public key.
   */
  static String make(Path file, SecureRandom random) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
      generator.initialize(255, random);
      KeyPair keys = generator.generateKeyPair();
      OwnFiles.write(file, DemoRecipient.pem(new JcaPKCS8Generator(keys.getPrivate(), null)));
      return Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
    } catch (IOException e) {
      throw new UncheckedIOException("a key could not be kept in " + file, e);
    } catch (GeneralSecurityException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
