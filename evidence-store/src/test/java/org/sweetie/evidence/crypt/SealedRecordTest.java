package org.sweetie.evidence.crypt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealedRecordTest {
  private final SecureRandom random = new SecureRandom();
  private final ConversationKey key = key();

  private ConversationKey key() {
    byte[] secret = new byte[32];
    random.nextBytes(secret);
    return new ConversationKey(KeyId.random(random), secret);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 500, 65_452, 65_453, 65_454, 2_000_000})
  void aRecordOpensToWhatWasSealed(int length) {
    byte[] plain = new byte[length];
    random.nextBytes(plain);

    SealedRecord record = SealedRecord.seal(key, plain, random);

    assertThat(record.open(record.leafKey(key))).isEqualTo(plain);
    assertThat(record.keyId()).isEqualTo(key.id());
    assertThat(record.leaf().length).isLessThanOrEqualTo(SealedRecord.MAX_LEAF);
    assertThat(record.isDetached()).isEqualTo(length > 65_453);
    assertThat(record.bodyMatches()).isTrue();
  }

  /** The format, taken apart with nothing but the JDK, as a stranger would from the docs. */
  @Test
  void theFormatIsTheOneWrittenDown() throws Exception {
    byte[] plain = "{\"kind\":\"stop\"}".getBytes(StandardCharsets.UTF_8);
    byte[] leaf = SealedRecord.seal(key, plain, random).leaf();

    byte[] leafKey = hmac(key.secret(), "sweetie leaf 1", Arrays.copyOfRange(leaf, 2, 34));
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        Cipher.DECRYPT_MODE,
        new SecretKeySpec(hmac(leafKey, "sweetie seal 1"), "AES"),
        new GCMParameterSpec(128, Arrays.copyOfRange(leaf, 18, 30)));
    cipher.updateAAD(Arrays.copyOf(leaf, 66));

    assertThat(leaf[0]).isEqualTo((byte) 1);
    assertThat(leaf[1]).isEqualTo((byte) 0);
    assertThat(Arrays.copyOfRange(leaf, 34, 66)).isEqualTo(hmac(leafKey, "sweetie bind 1"));
    assertThat(cipher.doFinal(leaf, 66, leaf.length - 66)).isEqualTo(plain);
  }

  @Test
  void aLongRecordStandsBesideItsLeaf() throws Exception {
    SealedRecord record = SealedRecord.seal(key, new byte[100_000], random);

    byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(record.body());

    assertThat(record.leaf()).hasSize(106);
    assertThat(HexFormat.of().formatHex(record.leaf(), 66, 74)).isEqualTo("00000000000186b0");
    assertThat(Arrays.copyOfRange(record.leaf(), 74, 106)).isEqualTo(sha256);
  }

  private static byte[] hmac(byte[] key, String label, byte... context) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    mac.update(label.getBytes(StandardCharsets.US_ASCII));
    return mac.doFinal(context);
  }

  @Test
  void theSameTextNeverLooksTheSame() {
    SealedRecord one = SealedRecord.seal(key, new byte[40], random);
    SealedRecord two = SealedRecord.seal(key, new byte[40], random);

    assertThat(one.leaf()).isNotEqualTo(two.leaf());
    assertThat(one.leafKey(key).bytes()).isNotEqualTo(two.leafKey(key).bytes());
  }

  @Test
  void anyFlippedBitKeepsARecordShut() {
    SealedRecord record = SealedRecord.seal(key, new byte[10], random);
    LeafKey leafKey = record.leafKey(key);

    for (int bit = 0; bit < 8 * record.leaf().length; bit++) {
      byte[] leaf = record.leaf().clone();
      leaf[bit / 8] ^= (byte) (1 << bit % 8);
      assertThatThrownBy(() -> new SealedRecord(leaf, new byte[0]).open(leafKey))
          .isInstanceOfAny(SealBroken.class, IllegalArgumentException.class);
    }
  }

  @Test
  void aBodyThatIsNotItsOwnKeepsARecordShut() {
    SealedRecord record = SealedRecord.seal(key, new byte[70_000], random);
    byte[] body = record.body().clone();
    body[5] ^= 1;

    assertThatThrownBy(() -> new SealedRecord(record.leaf(), body).open(record.leafKey(key)))
        .isInstanceOf(SealBroken.class)
        .hasMessageContaining("body");
  }

  @Test
  void anotherKeyDoesNotOpenIt() {
    SealedRecord record = SealedRecord.seal(key, new byte[10], random);

    assertThatThrownBy(() -> record.open(record.leafKey(key())))
        .isInstanceOf(SealBroken.class)
        .hasMessageContaining("not committed to that key");
  }

  @Test
  void keysAreNotPrinted() {
    LeafKey leafKey = SealedRecord.seal(key, new byte[1], random).leafKey(key);

    assertThat(leafKey.toString()).doesNotContain(HexFormat.of().formatHex(leafKey.bytes()));
    assertThat(key.toString()).isEqualTo("key " + key.id());
  }
}
