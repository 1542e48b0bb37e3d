package org.sweetie.evidence.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class CanonicalJsonTest {
  private static String canonical(String json) {
    return new String(CanonicalJson.of(JsonMapper.shared().readTree(json)), StandardCharsets.UTF_8);
  }

  @Test
  void keysAreSortedByUtf16UnitAndWhiteSpaceIsGone() {
    // The key order of RFC 8785, section 3.2.3.
    assertThat(
            canonical(
                "{\"\\u20ac\": 1, \"\\r\": 2, \"\\ufb33\": 3, \"1\": [true, null , false],"
                    + " \"\\ud83d\\ude00\": 5, \"\\u0080\": 6, \"\\u00f6\": {}}"))
        .isEqualTo(
            "{\"\\r\":2,\"1\":[true,null,false],\"\u0080\":6,\"\u00f6\":{},\"\u20ac\":1,"
                + "\"\ud83d\ude00\":5,\"\ufb33\":3}");
  }

  @Test
  void textIsEscapedNoMoreThanItMustBe() {
    assertThat(canonical("\"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/\""))
        .isEqualTo("\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"");
  }

  @Test
  void whatHasNoSureFormIsRefused() {
    for (String json : new String[] {"1.5", "1e400", "9007199254740994"}) {
      assertThatIllegalArgumentException().as(json).isThrownBy(() -> canonical(json));
    }
    assertThat(canonical("[9007199254740992,-7,0]")).isEqualTo("[9007199254740992,-7,0]");
  }

  @Test
  void aLoneSurrogateIsEscaped() {
    assertThat(canonical("{\"a\":\"\\ud83dx\\udead\"}")).isEqualTo("{\"a\":\"\\ud83dx\\udead\"}");
  }
}
