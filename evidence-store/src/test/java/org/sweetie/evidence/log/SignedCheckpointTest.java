package org.sweetie.evidence.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedCheckpointTest {
  /** The example of the C2SP signed-note specification. */
  private static final String VKEY =
      "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";

  private static final byte[] SIGNATURE =
      Base64.getDecoder()
          .decode(
              "Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=");

  @Test
  void theExampleOfTheSpecificationVerifies() {
    VerifierKey key = VerifierKey.parse(VKEY);
    byte[] text = "This is an example message.\n".getBytes();

    assertThat(key.name()).isEqualTo("example.com/foo");
    assertThat(key.toString()).isEqualTo(VKEY);
    assertThat(key.id()).isEqualTo(Arrays.copyOf(SIGNATURE, 4));
    assertThat(key.signed(text, Arrays.copyOfRange(SIGNATURE, 4, 68))).isTrue();
    assertThat(key.signed("another\n".getBytes(), Arrays.copyOfRange(SIGNATURE, 4, 68))).isFalse();
  }

  @Test
  void aSignatureOfAnyLengthBut64IsNone() {
    VerifierKey key = VerifierKey.parse(VKEY);
    byte[] text = "This is an example message.\n".getBytes();
    byte[] signature = Arrays.copyOfRange(SIGNATURE, 4, 68);

    for (int length = 0; length < 130; length++) {
      assertThat(key.signed(text, Arrays.copyOf(signature, length))).isEqualTo(length == 64);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "example.com/foo",
        "example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
        "example.com/foo+530d903a+AukyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
        "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U",
        "example.com foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"
      })
  void whatIsNoVerifierKeyIsRefused(String vkey) {
    assertThatThrownBy(() -> VerifierKey.parse(vkey)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "example.com/foo\n1\n",
        "example.com/foo\n01\nAAAA\n\n\u2014 example.com/foo AAAA\n",
        "example.com/foo\n1\nAAAA\n\n\u2014 example.com/foo AAAA\n",
        "example.com/foo\n1\nAAAA\n\n\u2014 example.com/foo !\n",
        "example.com/bar\n1\nAAAA\n\n\u2014 example.com/bar AAAA\n"
      })
  void whatIsNoSignedCheckpointIsRefused(String note) {
    VerifierKey key = VerifierKey.parse(VKEY);

    assertThatThrownBy(() -> SignedCheckpoint.parse(note, key)).isInstanceOf(LogDamaged.class);
  }
}
