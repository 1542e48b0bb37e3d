package org.sweetie.evidence.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SignaturesTest {
  // The example of the C2SP signed-note specification, text and signature.
  private static final String KEY =
      "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
  private static final String EXAMPLE =
      "If you think cryptography is the answer to your problem,\n"
          + "then you don't know what your problem is.\n"
          + "\n"
          + "\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

  @Test
  void anEd25519SignatureHasExactly64Bytes() throws GeneralSecurityException {
    KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    byte[] key = pair.getPublic().getEncoded();
    byte[] message = {1, 2, 3};
    Signature signer = Signature.getInstance("Ed25519");
    signer.initSign(pair.getPrivate());
    signer.update(message);
    byte[] signature = signer.sign();

    assertThatCode(() -> Ed25519.verify(key, message, signature, "it")).doesNotThrowAnyException();
    for (int length : new int[] {0, 63, 65, 128}) {
      assertThatExceptionOfType(Fault.class)
          .isThrownBy(() -> Ed25519.verify(key, message, Arrays.copyOf(signature, length), "it"))
          .withMessageContaining("exactly 64");
    }
    for (int i = 0; i < 512; i++) {
      byte[] changed = signature.clone();
      changed[i / 8] ^= (byte) (1 << (i % 8));
      assertThatExceptionOfType(Fault.class)
          .isThrownBy(() -> Ed25519.verify(key, message, changed, "it"));
    }
  }

  @Test
  void aKeyOfAnotherFormIsNoKey() {
    for (byte[] key : new byte[][] {{}, new byte[32], new byte[44], new byte[45]}) {
      assertThatExceptionOfType(Fault.class)
          .isThrownBy(() -> Ed25519.verify(key, new byte[0], new byte[64], "it"))
          .withMessageContaining("44 bytes");
    }
  }

  @Test
  void theSpecificationsOwnNoteIsSignedButIsNoCheckpoint() {
    Checkpoint.LogKey key = Checkpoint.LogKey.parse(KEY);

    assertThatExceptionOfType(Fault.class)
        .isThrownBy(() -> Checkpoint.read(EXAMPLE.getBytes(StandardCharsets.UTF_8), key))
        .withMessageContaining("origin, size, root");
    assertThatExceptionOfType(Fault.class)
        .isThrownBy(
            () ->
                Checkpoint.read(
                    EXAMPLE.replace("problem is", "problem was").getBytes(StandardCharsets.UTF_8),
                    key))
        .withMessageContaining("not of these bytes by this key");
  }

  @Test
  void aLogKeyThatDoesNotHangTogetherIsRefused() {
    for (String key :
        new String[] {
          "",
          "PeterNeumann",
          KEY.replace("c74f20a3", "c74f20a4"),
          KEY.replace("Peter", "Paul"),
          KEY + "=",
          KEY.replace("ARpc", "Axpc"),
          KEY.substring(0, KEY.length() - 4)
        }) {
      assertThatExceptionOfType(Fault.class)
          .as(key)
          .isThrownBy(() -> Checkpoint.LogKey.parse(key))
          .withMessageContaining("the log's key");
    }
  }

  @Test
  void base64HasOneSpelling() {
    assertThat(Base64Strict.decode("AQ==", "it")).containsExactly(1);
    for (String other : new String[] {"AQ", "AR==", "AQ=", "AQ==\n", " AQ==", "_Q==", "AQ==A"}) {
      assertThatExceptionOfType(Fault.class)
          .as(other)
          .isThrownBy(() -> Base64Strict.decode(other, "it"));
    }
  }
}
