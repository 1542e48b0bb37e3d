package org.sweetie.console.app;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * The authority a demo hands its packages to. It lives in the demo's home, key and all, and is
 * nobody.
 */
final class DemoRecipient {
  static final String CERTIFICATE = "demo-recipient.pem";
  static final String KEY = "demo-recipient-key.pem";
  private static final int RSA_BITS = 3072;

  private DemoRecipient() {}

  /** Makes certificate and key in a folder, unless they are there. */
  static void make(Path folder, Instant now, SecureRandom random) {
    if (Files.exists(folder.resolve(CERTIFICATE))) {
      return;
    }
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(RSA_BITS, random);
      KeyPair keys = generator.generateKeyPair();
      OwnFiles.write(folder.resolve(KEY), pem(new JcaPKCS8Generator(keys.getPrivate(), null)));
      OwnFiles.write(folder.resolve(CERTIFICATE), pem(certificate(keys, now, random)));
    } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
      throw new IllegalStateException("the demo's recipient could not be made in " + folder, e);
    }
  }

  private static X509CertificateHolder certificate(KeyPair keys, Instant now, SecureRandom random)
      throws OperatorCreationException, CertIOException {
    X500Name name = new X500Name("CN=Demo recipient");
    return new JcaX509v3CertificateBuilder(
            name,
            new BigInteger(64, random),
            Date.from(now.minus(Duration.ofDays(1))),
            Date.from(now.plus(Duration.ofDays(365))),
            name,
            keys.getPublic())
        .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyEncipherment))
        .build(new JcaContentSignerBuilder("SHA256withRSA").build(keys.getPrivate()));
  }

  static byte[] pem(Object thing) {
    StringWriter text = new StringWriter();
    try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
      writer.writeObject(thing);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString().getBytes(StandardCharsets.US_ASCII);
  }
}
