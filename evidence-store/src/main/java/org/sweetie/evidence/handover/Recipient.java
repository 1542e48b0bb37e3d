package org.sweetie.evidence.handover;

import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSAuthEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.RecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyAgreeRecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OutputAEADEncryptor;
import org.sweetie.evidence.verify.DetachedSignature;
import org.sweetie.evidence.verify.Envelope;
import org.sweetie.evidence.verify.Fault;
import org.sweetie.evidence.verify.Pem;

/** Whom a package is for: a certificate that something can be encrypted to now. */
public final class Recipient {
  private static final int SHORTEST_RSA = 2_048;
  private static final int SHORTEST_CURVE = 256;
  private static final int KEY_ENCIPHERMENT = 2;
  private static final int KEY_AGREEMENT = 4;

  private final X509Certificate certificate;

  private Recipient(X509Certificate certificate) {
    this.certificate = certificate;
  }

  /**
   * The recipient of a certificate in PEM.
   *
   * @param name what the file is called, for errors
   * @throws RecipientUnsuitable when it is none, is not valid at {@code now}, or has a key that
   *     nothing can be encrypted to
   */
  public static Recipient of(byte[] pem, String name, Instant now) {
    try {
      return of(Pem.certificate(pem, name), now);
    } catch (Fault unreadable) {
      throw new RecipientUnsuitable(
          unreadable.getMessage() + ": expected the recipient's certificate in PEM", unreadable);
    }
  }

  /**
   * The recipient of a certificate.
   *
   * @throws RecipientUnsuitable when it is not valid at {@code now} or has a key that nothing can
   *     be encrypted to
   */
  public static Recipient of(X509Certificate certificate, Instant now) {
    Recipient recipient = new Recipient(certificate);
    recipient.requireValid(now);
    requireKey(certificate, recipient.name());
    return recipient;
  }

  /**
   * Holds the certificate's time against {@code now}.
   *
   * @throws RecipientUnsuitable when it is over or has not begun
   */
  void requireValid(Instant now) {
    try {
      certificate.checkValidity(Date.from(now));
    } catch (CertificateExpiredException expired) {
      throw new RecipientUnsuitable(
          "the certificate of "
              + name()
              + " expired at "
              + certificate.getNotAfter().toInstant()
              + ": ask the recipient for a new one",
          expired);
    } catch (CertificateNotYetValidException early) {
      throw new RecipientUnsuitable(
          "the certificate of "
              + name()
              + " is valid only from "
              + certificate.getNotBefore().toInstant()
              + ": wait, or ask the recipient for another one",
          early);
    }
  }

  private static void requireKey(X509Certificate certificate, String subject) {
    boolean rsa =
        certificate.getPublicKey() instanceof RSAPublicKey key
            && key.getModulus().bitLength() >= SHORTEST_RSA;
    boolean curve =
        certificate.getPublicKey() instanceof ECPublicKey key
            && key.getParams().getCurve().getField().getFieldSize() >= SHORTEST_CURVE;
    if (!rsa && !curve) {
      throw new RecipientUnsuitable(
          "the certificate of "
              + subject
              + " has a key of the kind "
              + certificate.getPublicKey().getAlgorithm()
              + " that nothing can be encrypted to: expected RSA of 2,048 bits or more, or EC of 256 or more",
          null);
    }
    boolean[] usage = certificate.getKeyUsage();
    if (usage != null && !usage[rsa ? KEY_ENCIPHERMENT : KEY_AGREEMENT]) {
      throw new RecipientUnsuitable(
          "the certificate of "
              + subject
              + " is not for "
              + (rsa ? "key encipherment" : "key agreement")
              + ": ask the recipient for one to encrypt to",
          null);
    }
  }

  /** SHA-256 of the certificate's DER, lower-case hex: how approvals name the recipient. */
  public String fingerprint() {
    return DetachedSignature.fingerprint(certificate);
  }

  /** The subject as the certificate has it. */
  public String name() {
    return certificate.getSubjectX500Principal().getName();
  }

  byte[] pem() {
    return Pem.of(certificate);
  }

  /** CMS AuthEnvelopedData, DER, that the holder of the certificate's key alone can open. */
  byte[] encrypt(byte[] content, SecureRandom random) {
    BouncyCastleProvider provider = new BouncyCastleProvider();
    try {
      CMSAuthEnvelopedDataGenerator generator = new CMSAuthEnvelopedDataGenerator();
      generator.addRecipientInfoGenerator(wrapping(provider, random));
      OutputAEADEncryptor cipher =
          (OutputAEADEncryptor)
              new JceCMSContentEncryptorBuilder(CMSAlgorithm.AES256_GCM)
                  .setProvider(provider)
                  .setSecureRandom(random)
                  .build();
      return generator
          .generate(new CMSProcessableByteArray(content), cipher)
          .toASN1Structure()
          .getEncoded(ASN1Encoding.DER);
    } catch (CMSException | GeneralSecurityException | java.io.IOException failed) {
      throw new RecipientUnsuitable(
          "nothing could be encrypted to the certificate of " + name() + ": " + failed.getMessage(),
          failed);
    }
  }

  private RecipientInfoGenerator wrapping(BouncyCastleProvider provider, SecureRandom random)
      throws GeneralSecurityException {
    if (certificate.getPublicKey() instanceof ECPublicKey key) {
      KeyPair once = ephemeral(key, random);
      return new JceKeyAgreeRecipientInfoGenerator(
              CMSAlgorithm.ECDH_SHA256KDF,
              once.getPrivate(),
              once.getPublic(),
              CMSAlgorithm.AES256_WRAP)
          .addRecipient(certificate)
          .setProvider(provider)
          .setSecureRandom(random);
    }
    return new JceKeyTransRecipientInfoGenerator(certificate, Envelope.OAEP).setProvider(provider);
  }

  private static KeyPair ephemeral(ECPublicKey key, SecureRandom random)
      throws GeneralSecurityException, InvalidAlgorithmParameterException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(key.getParams(), random);
    return generator.generateKeyPair();
  }
}
