package org.sweetie.evidence.verify;

import java.io.IOException;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAPrivateKey;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.cms.AuthEnvelopedData;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.GCMParameters;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAESOAEPparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cms.CMSAuthEnvelopedData;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.KeyAgreeRecipientInformation;
import org.bouncycastle.cms.KeyTransRecipientInformation;
import org.bouncycastle.cms.Recipient;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.cms.jcajce.JceKeyAgreeAuthEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyTransAuthEnvelopedRecipient;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * CMS AuthEnvelopedData (RFC 5083) with AES-256-GCM (RFC 5084) for one recipient: RSAES-OAEP with
 * SHA-256 (RFC 3560), or ephemeral-static ECDH with the SHA-256 KDF and AES-256 key wrap (RFC
 * 5753).
 */
public final class Envelope {
  /** RSAES-OAEP with SHA-256 in both places. */
  public static final AlgorithmIdentifier OAEP = oaep();

  private Envelope() {}

  private static AlgorithmIdentifier oaep() {
    AlgorithmIdentifier sha256 =
        new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256, DERNull.INSTANCE);
    return new AlgorithmIdentifier(
        PKCSObjectIdentifiers.id_RSAES_OAEP,
        new RSAESOAEPparams(
            sha256,
            new AlgorithmIdentifier(PKCSObjectIdentifiers.id_mgf1, sha256),
            RSAESOAEPparams.DEFAULT_P_SOURCE_ALGORITHM));
  }

  /**
   * Opens what was encrypted to the holder of {@code key}.
   *
   * @throws Fault when it is no such envelope, is for another key, or was changed
   */
  static byte[] open(byte[] file, PrivateKey key) {
    try {
      form(file);
      RecipientInformation recipient =
          new CMSAuthEnvelopedData(file).getRecipientInfos().getRecipients().iterator().next();
      return recipient.getContent(recipient(recipient, key));
    } catch (CMSException | IOException failed) {
      throw cannot(failed);
    } catch (Fault fault) {
      throw fault;
    } catch (RuntimeException malformed) {
      // The ASN.1 library answers malformed input with whatever exception its parts happen to
      // throw.
      throw cannot(malformed);
    }
  }

  private static Fault cannot(Exception failed) {
    return new Fault(
        "the package does not open with this key: it is for another recipient, or was changed ("
            + failed.getMessage()
            + ")",
        failed);
  }

  private static Recipient recipient(RecipientInformation info, PrivateKey key) {
    BouncyCastleProvider provider = new BouncyCastleProvider();
    if (info instanceof KeyTransRecipientInformation && key instanceof RSAPrivateKey) {
      if (!info.getKeyEncryptionAlgorithm().equals(OAEP)) {
        throw new Fault("the package's key is not wrapped with RSAES-OAEP and SHA-256");
      }
      return new JceKeyTransAuthEnvelopedRecipient(key).setProvider(provider);
    }
    if (info instanceof KeyAgreeRecipientInformation && key instanceof ECPrivateKey) {
      return new JceKeyAgreeAuthEnvelopedRecipient(key).setProvider(provider);
    }
    throw new Fault(
        "the package is encrypted for another kind of key than the "
            + key.getAlgorithm()
            + " key that was given");
  }

  private static void form(byte[] file) throws IOException {
    ContentInfo info = ContentInfo.getInstance(ASN1Primitive.fromByteArray(file));
    if (!info.getContentType().equals(CMSObjectIdentifiers.authEnvelopedData)) {
      throw new Fault("the ciphertext is no CMS AuthEnvelopedData (RFC 5083)");
    }
    if (!Arrays.equals(info.getEncoded(ASN1Encoding.DER), file)) {
      throw new Fault("the ciphertext is not in DER form");
    }
    AuthEnvelopedData data = AuthEnvelopedData.getInstance(info.getContent());
    AlgorithmIdentifier cipher = data.getAuthEncryptedContentInfo().getContentEncryptionAlgorithm();
    boolean aes = cipher.getAlgorithm().equals(NISTObjectIdentifiers.id_aes256_GCM);
    GCMParameters gcm = aes ? GCMParameters.getInstance(cipher.getParameters()) : null;
    boolean whole = gcm != null && gcm.getNonce().length == 12 && gcm.getIcvLen() == 16;
    boolean bare = data.getAuthAttrs() == null && data.getUnauthAttrs() == null;
    if (!whole || !bare || data.getRecipientInfos().size() != 1) {
      throw new Fault(
          "the ciphertext is not AES-256-GCM with a 16-byte tag for one recipient, as ours is");
    }
  }
}
