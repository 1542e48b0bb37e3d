package org.sweetie.evidence.handover;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.sweetie.evidence.disk.Disk;
import org.sweetie.evidence.log.Home;
import org.sweetie.evidence.log.Home.Purpose;
import org.sweetie.evidence.log.HomeUnusable;
import org.sweetie.evidence.verify.DetachedSignature;
import org.sweetie.evidence.verify.Fault;
import org.sweetie.evidence.verify.Pem;

/**
 * What a home signs its packages with: an RSA key of 3,072 bits and a certificate it issued to
 * itself, in {@code keys/package-signing.pem}. Trust in it comes from TRUST.json and from nowhere
 * else.
 */
public final class SigningIdentity {
  private static final int BITS = 3_072;
  private static final int YEARS = 10;
  private static final int SERIAL_BITS = 126;

  private final X509Certificate certificate;
  private final PrivateKey key;

  private SigningIdentity(X509Certificate certificate, PrivateKey key) {
    this.certificate = certificate;
    this.key = key;
  }

  /**
   * The identity of a home, made where there is none.
   *
   * @param now from when a new certificate is valid, for ten years
   * @throws HomeUnusable when the file cannot be read or made
   */
  public static SigningIdentity ofHome(Home home, Instant now, SecureRandom random) {
    Path file = home.subfolder("keys").resolve("package-signing.pem");
    try {
      if (Files.notExists(file)) {
        Disk.local().replace(file, create(home.purpose(), now, random).pem());
      }
      byte[] pem = Files.readAllBytes(file);
      return new SigningIdentity(
          Pem.certificate(pem, file.toString()), Pem.privateKey(pem, file.toString()));
    } catch (IOException | Fault unreadable) {
      throw new HomeUnusable(
          file + ", what packages are signed with, cannot be used: " + unreadable.getMessage(),
          unreadable);
    }
  }

  /** Certificate and key, in PEM. */
  byte[] pem() {
    byte[] one = Pem.of(certificate);
    byte[] other = Pem.of(key);
    byte[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }

  /** A new identity, kept nowhere. */
  static SigningIdentity create(Purpose purpose, Instant now, SecureRandom random) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(BITS, random);
      KeyPair pair = generator.generateKeyPair();
      String name =
          purpose == Purpose.DEMO
              ? "CN=Sweetie demo package signing - evidence of nothing"
              : "CN=Sweetie package signing";
      return new SigningIdentity(
          certificate(new X500Name(name), pair, now, random), pair.getPrivate());
    } catch (GeneralSecurityException | OperatorCreationException | CertIOException failed) {
      throw new IllegalStateException(
          "this Java makes no RSA key and certificate: use another", failed);
    }
  }

  private static X509Certificate certificate(
      X500Name name, KeyPair pair, Instant now, SecureRandom random)
      throws OperatorCreationException, CertIOException, CertificateException {
    Date until = Date.from(now.atOffset(ZoneOffset.UTC).plusYears(YEARS).toInstant());
    BigInteger serial = new BigInteger(SERIAL_BITS, random).setBit(SERIAL_BITS);
    X509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            name, serial, Date.from(now), until, name, pair.getPublic());
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
    builder.addExtension(
        Extension.keyUsage,
        true,
        new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
    return new JcaX509CertificateConverter()
        .getCertificate(
            builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate())));
  }

  /** The certificate to trust. */
  public X509Certificate certificate() {
    return certificate;
  }

  /** SHA-256 of the certificate's DER, lower-case hex. */
  public String fingerprint() {
    return DetachedSignature.fingerprint(certificate);
  }

  /** A detached CMS signature (RFC 5652) over content, DER. */
  byte[] sign(byte[] content, Instant at) {
    try {
      Signature signer = Signature.getInstance("SHA256withRSA");
      signer.initSign(key);
      signer.update(DetachedSignature.toBeSigned(content, at));
      return DetachedSignature.assemble(certificate, content, at, signer.sign());
    } catch (GeneralSecurityException failed) {
      throw new IllegalStateException(
          "the package could not be signed: " + failed.getMessage(), failed);
    }
  }
}
