package org.sweetie.evidence.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sweetie.engine.evidence.Entry;
import org.sweetie.engine.evidence.Entry.Foreign;
import org.sweetie.engine.evidence.Entry.MessageReceived;
import org.sweetie.engine.evidence.Entry.Reply;
import org.sweetie.engine.message.TextBytes;

class EntryCodecTest {
  private final EntryCodec codec = new EntryCodec();

  @Test
  void everyKindOfEntryComesBackAsItWent() {
    List<Entry> entries = Entries.oneOfEach();

    for (Entry entry : entries) {
      assertThat(Entries.same(codec.decode(codec.encode(entry)), entry))
          .as(entry.toString())
          .isTrue();
    }
    assertThat(entries.stream().map(Entry::getClass).distinct())
        .hasSameSizeAs(Entry.class.getPermittedSubclasses());
  }

  @Test
  void theFormIsCanonical() {
    Entry reply =
        new Reply(
            Instant.parse("2026-01-05T16:02:11Z"),
            Entries.CONVERSATION,
            4,
            3,
            "I am twelve \u00e9\n",
            "script",
            "~a.1.0",
            "m1",
            null);

    String json = new String(codec.encode(reply), StandardCharsets.UTF_8);

    assertThat(json)
        .isEqualTo(
            "{\"answers\":3,\"at\":\"2026-01-05T16:02:11Z\",\"conversation\":\"c1\","
                + "\"kind\":\"reply\",\"mandateId\":\"m1\",\"number\":4,\"replyKind\":\"script\","
                + "\"rule\":\"~a.1.0\",\"text\":\"I am twelve \u00e9\\n\"}");
  }

  @Test
  void candidatesOfEarlierVersionsHaveNoFaults() {
    String json =
        "{\"at\":\"2026-01-05T16:02:11Z\",\"candidates\":[],\"conversation\":\"c1\","
            + "\"kind\":\"candidates\",\"mandateId\":\"m1\",\"number\":1,\"personaHash\":\"p\","
            + "\"policyHash\":\"q\",\"seed\":7,\"stateBefore\":\"\"}";

    Entry entry = codec.decode(json.getBytes(StandardCharsets.UTF_8));

    assertThat(((Entry.Candidates) entry).faults()).isEmpty();
  }

  @Test
  void bytesAreBase64() {
    byte[] json =
        codec.encode(
            new Entry.Mandate(Instant.EPOCH, "m1", new byte[] {1, -2}, new byte[] {3}, "key"));

    assertThat(new String(json, StandardCharsets.UTF_8))
        .contains("\"document\":\"Af4=\"", "\"signature\":\"Aw==\"");
    assertThat(((Entry.Mandate) codec.decode(json)).document()).containsExactly(1, -2);
  }

  @Test
  void textComesBackUnitForUnitLoneSurrogatesIncluded() {
    Random random = new Random(11);

    for (int i = 0; i < 500; i++) {
      char[] units = new char[random.nextInt(20)];
      for (int u = 0; u < units.length; u++) {
        units[u] =
            (char)
                (random.nextBoolean() ? random.nextInt(0x10000) : 0xd7f0 + random.nextInt(0x820));
      }
      String text = new String(units);
      Entry entry = Entries.message(1, text);
      Foreign foreign = new Foreign(Instant.EPOCH, "note", text);

      MessageReceived back = (MessageReceived) codec.decode(codec.encode(entry));

      assertThat(back.original()).isEqualTo(TextBytes.of(text));
      assertThat(codec.decode(codec.encode(foreign))).isEqualTo(foreign);
    }
  }

  /** Values of RFC 8785, appendix B, and of the edges of ECMA-262's rules. */
  @ParameterizedTest
  @CsvSource({
    "0000000000000000, 0",
    "8000000000000000, 0",
    "0000000000000001, 5e-324",
    "8000000000000001, -5e-324",
    "7fefffffffffffff, 1.7976931348623157e+308",
    "ffefffffffffffff, -1.7976931348623157e+308",
    "4340000000000000, 9007199254740992",
    "c340000000000000, -9007199254740992",
    "4430000000000000, 295147905179352830000",
    "44b52d02c7e14af5, 9.999999999999997e+22",
    "44b52d02c7e14af6, 1e+23",
    "44b52d02c7e14af7, 1.0000000000000001e+23",
    "444b1ae4d6e2ef4e, 999999999999999700000",
    "444b1ae4d6e2ef4f, 999999999999999900000",
    "444b1ae4d6e2ef50, 1e+21",
    "3eb0c6f7a0b5ed8c, 9.999999999999997e-7",
    "3eb0c6f7a0b5ed8d, 0.000001",
    "41b3de4355555553, 333333333.3333332",
    "41b3de4355555554, 333333333.33333325",
    "41b3de4355555555, 333333333.3333333",
    "41b3de4355555556, 333333333.3333334",
    "41b3de4355555557, 333333333.33333343",
    "becbf647612f3696, -0.0000033333333333333333",
    "43143ff3c1cb0959, 1424953923781206.2",
    "3fef0a3d70a3d70a, 0.97"
  })
  void numbersAreWrittenAsEcmaScriptWritesThem(String bits, String text) {
    double value = Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16));

    assertThat(CanonicalJson.number(value)).isEqualTo(text);
  }

  @Test
  void everyNumberReadsBackAsItself() {
    Random random = new Random(3);

    for (int i = 0; i < 20_000; i++) {
      double value = Double.longBitsToDouble(random.nextLong());
      if (!Double.isNaN(value) && !Double.isInfinite(value)) {
        assertThat(Double.parseDouble(CanonicalJson.number(value))).isEqualTo(value);
      }
    }
  }

  @Test
  void aKindOfALaterVersionIsKeptAsForeign() {
    String json = "{\"at\":\"2026-01-05T16:02:11Z\",\"kind\":\"weather\",\"sky\":\"clear\"}";

    Entry entry = codec.decode(json.getBytes(StandardCharsets.UTF_8));

    assertThat(entry)
        .isEqualTo(new Foreign(Instant.parse("2026-01-05T16:02:11Z"), "weather", json));
  }

  @Test
  void aFieldOfALaterVersionIsPassedOver() {
    byte[] json =
        "{\"at\":\"2026-01-05T16:02:11Z\",\"by\":\"p1\",\"kind\":\"stop\",\"mood\":1,\"reason\":\"r\",\"scope\":\"all\"}"
            .getBytes(StandardCharsets.UTF_8);

    assertThat(codec.decode(json))
        .isEqualTo(new Entry.Stop(Instant.parse("2026-01-05T16:02:11Z"), "all", "p1", "r"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"mandate", "approval", "ruling", "Mandate", " RULING "})
  void nobodyHandsAuthorityInFromOutside(String kind) {
    assertThatThrownBy(() -> codec.foreign("{\"kind\":\"" + kind + "\"}", Instant.EPOCH))
        .isInstanceOf(RefusedRecord.class)
        .hasMessageContaining(kind);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nonsense",
        "[1]",
        "\"x\"",
        "{\"a\":1",
        "{} {}",
        "{\"kind\":\"a\",\"kind\":\"ruling\"}"
      })
  void whatIsNoObjectIsRefused(String json) {
    assertThatThrownBy(() -> codec.foreign(json, Instant.EPOCH)).isInstanceOf(RefusedRecord.class);
  }

  @Test
  void aForeignRecordKeepsItsText() {
    String json = "{ \"kind\" : \"note\", \"n\": 1.0 }";

    Foreign foreign = codec.foreign(json, Instant.EPOCH);

    assertThat(foreign).isEqualTo(new Foreign(Instant.EPOCH, "note", json));
    assertThat(codec.decode(codec.encode(foreign))).isEqualTo(foreign);
  }

  @Test
  void bytesThatAreNoEntryAreNamed() {
    byte[] nonsense = new byte[40];
    Arrays.fill(nonsense, (byte) 'x');

    assertThatThrownBy(() -> codec.decode(nonsense)).isInstanceOf(LogDamaged.class);
    assertThatThrownBy(() -> codec.decode("{\"kind\":\"weather\"}".getBytes()))
        .isInstanceOf(LogDamaged.class);
  }
}
