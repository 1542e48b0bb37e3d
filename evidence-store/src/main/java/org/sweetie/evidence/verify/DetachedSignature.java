package org.sweetie.evidence.verify;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Date;
import java.util.HexFormat;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerIdentifier;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Certificate;

/**
 * A detached CMS signature (RFC 5652) of exactly one form: one signer, RSA with SHA-256, three
 * signed attributes, the signer's certificate, DER throughout.
 *
 * <p>Any CMS tool can check one; the checker here also builds it again from its parts and compares
 * every byte, so that nothing can be added to or changed in a signature that a lenient tool would
 * pass over.
 */
public final class DetachedSignature {
  private static final int LONGEST = 16_384;
  private static final int SHORTEST_KEY = 2_048;
  private static final AlgorithmIdentifier SHA256 =
      new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256, DERNull.INSTANCE);
  private static final AlgorithmIdentifier RSA_SHA256 =
      new AlgorithmIdentifier(PKCSObjectIdentifiers.sha256WithRSAEncryption, DERNull.INSTANCE);

  private DetachedSignature() {}

  /** Who signed, and when by their own account. */
  record Signer(X509Certificate certificate, Instant at) {}

  /**
   * The bytes a signer signs with SHA256withRSA: the signed attributes for this content, DER.
   *
   * @param at whole seconds are kept
   */
  public static byte[] toBeSigned(byte[] content, Instant at) {
    return der(attributes(Hashes.sha256(content), at));
  }

  /** The signature as a file: DER. {@code signature} is over {@link #toBeSigned}. */
  public static byte[] assemble(
      X509Certificate certificate, byte[] content, Instant at, byte[] signature) {
    Certificate cert = Certificate.getInstance(encoded(certificate));
    SignerInfo signer =
        new SignerInfo(
            new SignerIdentifier(
                new IssuerAndSerialNumber(cert.getIssuer(), certificate.getSerialNumber())),
            SHA256,
            attributes(Hashes.sha256(content), at),
            RSA_SHA256,
            new DEROctetString(signature),
            (ASN1Set) null);
    SignedData signed =
        new SignedData(
            new DERSet(SHA256),
            new ContentInfo(CMSObjectIdentifiers.data, null),
            new DERSet(cert),
            null,
            new DERSet(signer));
    return der(new ContentInfo(CMSObjectIdentifiers.signedData, signed));
  }

  private static ASN1Set attributes(byte[] digest, Instant at) {
    ASN1EncodableVector attributes = new ASN1EncodableVector();
    attributes.add(new Attribute(CMSAttributes.contentType, new DERSet(CMSObjectIdentifiers.data)));
    attributes.add(
        new Attribute(CMSAttributes.messageDigest, new DERSet(new DEROctetString(digest))));
    Date seconds = Date.from(at.truncatedTo(ChronoUnit.SECONDS));
    attributes.add(new Attribute(CMSAttributes.signingTime, new DERSet(new Time(seconds))));
    return new DERSet(attributes);
  }

  private static byte[] der(ASN1Encodable value) {
    try {
      return value.toASN1Primitive().getEncoded(ASN1Encoding.DER);
    } catch (IOException impossible) {
      throw new IllegalStateException("DER could not be written to memory", impossible);
    }
  }

  private static byte[] encoded(X509Certificate certificate) {
    try {
      return certificate.getEncoded();
    } catch (CertificateEncodingException broken) {
      throw new Fault("a certificate has no encoding: " + broken.getMessage(), broken);
    }
  }

  /** SHA-256 of a certificate's DER, lower-case hex. */
  public static String fingerprint(X509Certificate certificate) {
    return HexFormat.of().formatHex(Hashes.sha256(encoded(certificate)));
  }

  /**
   * Holds a signature file against content and the one trusted certificate.
   *
   * @param what names the content, for the faults
   * @throws Fault saying what does not hold
   */
  static Signer verify(byte[] file, byte[] content, String trusted, String what) {
    if (file.length > LONGEST) {
      throw new Fault(
          "the signature of " + what + " is " + file.length + " bytes long: too long for one");
    }
    Parts parts = parts(file, what);
    if (!fingerprint(parts.certificate()).equals(trusted)) {
      throw new Fault(
          "the signature of "
              + what
              + " is by the certificate "
              + fingerprint(parts.certificate())
              + ", and TRUST.json trusts "
              + trusted);
    }
    if (!Arrays.equals(parts.digest(), Hashes.sha256(content))) {
      throw new Fault("the signature is over other bytes than " + what + " now has");
    }
    byte[] again = assemble(parts.certificate(), content, parts.at(), parts.signature());
    if (!Arrays.equals(again, file)) {
      throw new Fault(
          "the signature of " + what + " holds something that no signature of ours holds");
    }
    rsa(parts, toBeSigned(content, parts.at()), what);
    return new Signer(parts.certificate(), parts.at());
  }

  private static void rsa(Parts parts, byte[] signed, String what) {
    X509Certificate certificate = parts.certificate();
    try {
      certificate.checkValidity(Date.from(parts.at()));
      boolean strong =
          certificate.getPublicKey() instanceof RSAPublicKey key
              && key.getModulus().bitLength() >= SHORTEST_KEY;
      if (!strong) {
        throw new Fault("the key that signed " + what + " is no RSA key of 2,048 bits or more");
      }
      Signature verifier = Signature.getInstance("SHA256withRSA");
      verifier.initVerify(certificate.getPublicKey());
      verifier.update(signed);
      if (!verifier.verify(parts.signature())) {
        throw new Fault("the signature of " + what + " is not by the key of its certificate");
      }
    } catch (CertificateException expired) {
      throw new Fault(
          what + " was signed outside its certificate's time: " + expired.getMessage(), expired);
    } catch (GeneralSecurityException broken) {
      throw new Fault(
          "the signature of " + what + " does not verify: " + broken.getMessage(), broken);
    }
  }

  private record Parts(X509Certificate certificate, byte[] digest, Instant at, byte[] signature) {}

  private static Parts parts(byte[] file, String what) {
    try {
      ContentInfo info = ContentInfo.getInstance(ASN1Primitive.fromByteArray(file));
      SignedData signed = SignedData.getInstance(info.getContent());
      SignerInfo signer = SignerInfo.getInstance(signed.getSignerInfos().getObjectAt(0));
      AttributeTable attributes = new AttributeTable(signer.getAuthenticatedAttributes());
      ASN1Encodable digest = only(attributes.get(CMSAttributes.messageDigest));
      ASN1Encodable time = only(attributes.get(CMSAttributes.signingTime));
      return new Parts(
          certificate(signed.getCertificates().getObjectAt(0)),
          DEROctetString.getInstance(digest).getOctets(),
          Time.getInstance(time).getDate().toInstant(),
          signer.getEncryptedDigest().getOctets());
    } catch (IOException | CertificateException malformed) {
      throw notOne(what, malformed);
    } catch (RuntimeException malformed) {
      // The ASN.1 library answers malformed input with whatever exception its parts happen to
      // throw.
      throw notOne(what, malformed);
    }
  }

  private static ASN1Encodable only(Attribute attribute) {
    return attribute.getAttrValues().getObjectAt(0);
  }

  private static Fault notOne(String what, Exception malformed) {
    return new Fault(
        "the signature of " + what + " is no detached CMS signature: " + malformed.getMessage(),
        malformed);
  }

  private static X509Certificate certificate(ASN1Encodable encoded)
      throws IOException, CertificateException {
    byte[] der = encoded.toASN1Primitive().getEncoded(ASN1Encoding.DER);
    return (X509Certificate)
        CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
  }
}
