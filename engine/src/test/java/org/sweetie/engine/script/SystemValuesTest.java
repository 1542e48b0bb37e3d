package org.sweetie.engine.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the proof takes a {@code %} variable to be, against what it is in turns of all kinds. */
class SystemValuesTest {
  private static final Set<String> TOPICS = Set.of("~keywordless", "~pets", "~before", "~default");
  private static final String WRITTEN = "qzxvword";

  @ParameterizedTest
  @EnumSource(SystemVariable.class)
  void everyValueIsAmongThosePossible(SystemVariable variable) {
    String name = "%" + variable.name().toLowerCase(Locale.ROOT);
    Possible possible = SystemValues.of(name, "maria", TOPICS);

    for (String value : values(name)) {
      assertThat(isAmong(value, possible)).as("%s is '%s'", name, value).isTrue();
      assertThat(value.contains(WRITTEN) && possible.unlisted().isEmpty()).as(name).isFalse();
    }
  }

  private static boolean isAmong(String value, Possible possible) {
    if (!possible.unlisted().isEmpty() || possible.texts().contains(value)) {
      return true;
    }
    Possible.Whole whole = possible.whole();
    if (whole == null || !value.matches("-?[0-9]+")) {
      return false;
    }
    BigDecimal number = new BigDecimal(value);
    return number.compareTo(BigDecimal.valueOf(whole.low())) >= 0
        && number.compareTo(BigDecimal.valueOf(whole.high())) <= 0;
  }

  /** The values in turns at many times, with messages of many kinds, in pattern and output. */
  private static List<String> values(String name) {
    Script script =
        Scripts.compiled(
            "topic: ~pets keep repeat (dog)",
            "u: PET (dog) ^log(" + name + ") Do you like dogs?",
            "a: (yes) ^log(" + name + ") Fine.",
            "topic: ~keywordless keep repeat ()",
            "u: () ^createfact(a b c) ^print(one) ^log(" + name + ") ^log(" + name + ") ok",
            "topic: ~default keep repeat ()",
            "t: hm");
    List<String> values = new ArrayList<>();
    List<String> messages =
        List.of("hello", "a dog? and a dog!", "yes. ok?", WRITTEN + " is it", "", "x ".repeat(300));
    for (String zone : List.of("Asia/Manila", "Europe/Berlin")) {
      ScriptState state = ScriptState.start();
      for (int i = 0; i < 120; i++) {
        Instant now = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(i * 37L * 86_431);
        TurnSettings settings =
            new TurnSettings(i, now, "maria", WRITTEN + "er").in(ZoneId.of(zone));
        ScriptTurn turn = script.respond(state, messages.get(i % messages.size()), settings);
        state = turn.after();
        turn.trace().stream()
            .filter(note -> note.startsWith("log:"))
            .forEach(note -> values.add(note.substring(4).strip()));
      }
    }
    assertThat(values).isNotEmpty();
    return values;
  }
}
