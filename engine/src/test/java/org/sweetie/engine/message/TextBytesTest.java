package org.sweetie.engine.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TextBytesTest {
  @Test
  void ordinaryTextIsKeptAsUtf8() {
    TextBytes kept = TextBytes.of("здраво 🙂");

    assertThat(kept.encoding()).isEqualTo("utf-8");
    assertThat(kept.text()).isEqualTo("здраво 🙂");
  }

  @Test
  void anyStringOfUnitsComesBackUnitForUnit() {
    Random random = new Random(11);
    for (int i = 0; i < 2_000; i++) {
      char[] units = new char[random.nextInt(40)];
      for (int j = 0; j < units.length; j++) {
        units[j] = (char) random.nextInt(0x10000);
      }
      String text = new String(units);

      assertThat(TextBytes.of(text).text()).isEqualTo(text);
    }
  }

  @Test
  void anUnknownEncodingIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TextBytes(new byte[0], "latin1"))
        .withMessageContaining("latin1")
        .withMessageContaining("utf-8");
  }
}
