package org.sweetie.evidence.handover;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.PrivateKey;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.bouncycastle.cms.CMSAuthEnvelopedData;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.cms.jcajce.JceKeyTransAuthEnvelopedRecipient;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** Takes packages apart with Java's own zip reader and BouncyCastle, not with the verifier's. */
final class Zips {
  private Zips() {}

  /** The files of a zip, in order. */
  static Map<String, byte[]> unzip(byte[] zip) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        files.put(entry.getName(), in.readAllBytes());
      }
      return files;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** The bag's zip out of a package. */
  static byte[] bag(byte[] zip, PrivateKey key) {
    try {
      RecipientInformation recipient =
          new CMSAuthEnvelopedData(unzip(zip).get("package.cms"))
              .getRecipientInfos()
              .getRecipients()
              .iterator()
              .next();
      return recipient.getContent(
          new JceKeyTransAuthEnvelopedRecipient(key).setProvider(new BouncyCastleProvider()));
    } catch (CMSException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** The payload of a package by name without {@code sweetie-case/data/}. */
  static SortedMap<String, byte[]> payload(byte[] zip, PrivateKey key) {
    String folder = "sweetie-case/data/";
    SortedMap<String, byte[]> payload = new TreeMap<>();
    unzip(bag(zip, key))
        .forEach(
            (name, content) -> {
              if (name.startsWith(folder)) {
                payload.put(name.substring(folder.length()), content);
              }
            });
    return payload;
  }
}
