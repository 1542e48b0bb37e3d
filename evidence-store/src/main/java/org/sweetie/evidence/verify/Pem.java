package org.sweetie.evidence.verify;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;

/** Keys and certificates in PEM (RFC 7468). */
public final class Pem {
  private Pem() {}

  /**
   * The first private key of a file: PKCS #8, or what OpenSSL wrote before it; without a password.
   *
   * @throws Fault when there is none
   */
  public static PrivateKey privateKey(byte[] pem, String what) {
    try (PEMParser parser = parser(pem)) {
      JcaPEMKeyConverter converter = new JcaPEMKeyConverter();
      for (Object each = parser.readObject(); each != null; each = parser.readObject()) {
        if (each instanceof PrivateKeyInfo key) {
          return converter.getPrivateKey(key);
        }
        if (each instanceof PEMKeyPair pair) {
          return converter.getPrivateKey(pair.getPrivateKeyInfo());
        }
      }
    } catch (IOException | IllegalArgumentException malformed) {
      throw new Fault(
          what + " cannot be read as a private key: " + malformed.getMessage(), malformed);
    }
    throw new Fault(
        what
            + " holds no private key in PEM without a password: expected -----BEGIN PRIVATE KEY-----");
  }

  private static PEMParser parser(byte[] pem) {
    return new PEMParser(new StringReader(new String(pem, StandardCharsets.ISO_8859_1)));
  }

  /**
   * The certificate of a file.
   *
   * @throws Fault when it holds none
   */
  public static X509Certificate certificate(byte[] pem, String what) {
    try {
      if (CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(pem))
          instanceof X509Certificate certificate) {
        return certificate;
      }
    } catch (CertificateException malformed) {
      throw new Fault(what + " is no X.509 certificate: " + malformed.getMessage(), malformed);
    }
    throw new Fault(what + " is no X.509 certificate");
  }

  /** A certificate in PEM. */
  public static byte[] of(X509Certificate certificate) {
    try {
      return block("CERTIFICATE", certificate.getEncoded());
    } catch (CertificateEncodingException broken) {
      throw new Fault("a certificate has no encoding: " + broken.getMessage(), broken);
    }
  }

  /** A private key in PEM, PKCS #8. */
  public static byte[] of(PrivateKey key) {
    return block("PRIVATE KEY", key.getEncoded());
  }

  /**
   * Whether a private key is the one of a certificate: what it signs, the certificate's key
   * verifies.
   */
  static boolean belong(X509Certificate certificate, PrivateKey key) {
    String algorithm = key.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
    byte[] message = Hashes.sha256(certificate.getPublicKey().getEncoded());
    try {
      Signature signer = Signature.getInstance(algorithm);
      signer.initSign(key);
      signer.update(message);
      byte[] signature = signer.sign();
      signer.initVerify(certificate.getPublicKey());
      signer.update(message);
      return signer.verify(signature);
    } catch (GeneralSecurityException anotherKind) {
      return false;
    }
  }

  private static byte[] block(String label, byte[] der) {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    return ("-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n")
        .getBytes(StandardCharsets.US_ASCII);
  }
}
