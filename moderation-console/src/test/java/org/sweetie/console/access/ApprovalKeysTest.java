package org.sweetie.console.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class ApprovalKeysTest {
  private static final byte[] STATEMENT = "case 1 to sha256:00".getBytes(StandardCharsets.UTF_8);

  private final KeyPair pair = pair("Ed25519");
  private final String key = Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());

  @Test
  void aSignatureOfTheseBytesByThisKeyHoldsAndNoOther() throws GeneralSecurityException {
    byte[] signature = sign(pair, STATEMENT);

    assertThat(ApprovalKeys.signed(key, STATEMENT, signature)).isTrue();
    assertThat(ApprovalKeys.signed(key, "case 2".getBytes(StandardCharsets.UTF_8), signature))
        .isFalse();
    assertThat(ApprovalKeys.signed(key, STATEMENT, sign(pair("Ed25519"), STATEMENT))).isFalse();
  }

  @Test
  void anyBitChangedOrAnyByteMoreOrLessIsRefused() throws GeneralSecurityException {
    byte[] signature = sign(pair, STATEMENT);

    assertThat(ApprovalKeys.signed(key, STATEMENT, Arrays.copyOf(signature, 65))).isFalse();
    assertThat(ApprovalKeys.signed(key, STATEMENT, Arrays.copyOf(signature, 63))).isFalse();
    assertThat(ApprovalKeys.signed(key, STATEMENT, new byte[0])).isFalse();
    for (int bit = 0; bit < 512; bit++) {
      byte[] changed = signature.clone();
      changed[bit / 8] ^= (byte) (1 << (bit % 8));
      assertThat(ApprovalKeys.signed(key, STATEMENT, changed)).isFalse();
    }
  }

  @Test
  void onlyAnEd25519KeyIsTaken() {
    String rsa = Base64.getEncoder().encodeToString(pair("RSA").getPublic().getEncoded());
    String ed448 = Base64.getEncoder().encodeToString(pair("Ed448").getPublic().getEncoded());

    for (String wrong : new String[] {"", "not base64 !", "AAAA", rsa, ed448}) {
      assertThatThrownBy(() -> ApprovalKeys.publicKey(wrong))
          .isInstanceOf(Refused.class)
          .hasMessageContaining("Ed25519");
    }
  }

  private static KeyPair pair(String algorithm) {
    try {
      return KeyPairGenerator.getInstance(algorithm).generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] sign(KeyPair by, byte[] bytes) throws GeneralSecurityException {
    Signature ed25519 = Signature.getInstance("Ed25519");
    ed25519.initSign(by.getPrivate());
    ed25519.update(bytes);
    return ed25519.sign();
  }
}
