package org.sweetie.engine.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sweetie.engine.conduct.Mandate;
import org.sweetie.engine.conduct.Mandates;
import org.sweetie.engine.evidence.Entry;
import org.sweetie.engine.evidence.EvidenceLog.Stored;
import org.sweetie.engine.persona.Persona;
import org.sweetie.engine.persona.PersonaProfile;
import org.sweetie.engine.persona.TypingManner;
import org.sweetie.engine.script.ScriptCompiler;
import org.sweetie.engine.script.ScriptSource;

class ScriptFaultsTest {
  private static final Mandate AUTONOMOUS =
      Mandates.complete(Mandate.Mode.AUTONOMOUS, "closing words", false);

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          $n = 0 loop () { loop () { $n += 1 } }  | steps is spent
          ^reuse(AGAIN)                           | nested deeper
          ^system(ls)                             | ^system reaches outside the engine
          ^match(^join(hello there))              | no concept, and no rule
          """)
  void aFaultOfTheScriptIsOnRecordWithItsTurn(String output, String fault) {
    House house = house(output);

    house.says("hello");

    assertThat(faults(house.entries())).isNotEmpty().allMatch(what -> what.contains(fault));
    house.finishTyping();
    assertThat(house.sent).hasSize(1);
  }

  @Test
  void aTurnWithoutFaultsHasNoneOnRecord() {
    House house = house("");

    house.says("hello");

    assertThat(faults(house.entries())).isEmpty();
  }

  @Test
  void faultsAreReplayedAndEntriesOfEarlierVersionsHaveNone() {
    House house = house("^system(ls)");
    house.says("hello");

    assertThat(differences(house, UnaryOperator.identity())).isEmpty();
    assertThat(differences(house, entry -> with(entry, List.of()))).isEmpty();
    assertThat(differences(house, entry -> with(entry, List.of(new Entry.Fault(1, "none")))))
        .extracting(Replayer.Difference::what)
        .containsExactly("the script's faults differ");
  }

  private static List<String> faults(List<Entry> entries) {
    return entries.stream()
        .filter(entry -> entry instanceof Entry.Candidates)
        .flatMap(entry -> ((Entry.Candidates) entry).faults().stream())
        .map(Entry.Fault::what)
        .toList();
  }

  private static Entry with(Entry entry, List<Entry.Fault> faults) {
    return entry instanceof Entry.Candidates it
        ? new Entry.Candidates(
            it.at(),
            it.conversation(),
            it.number(),
            it.personaHash(),
            it.policyHash(),
            it.mandateId(),
            it.seed(),
            it.stateBefore(),
            it.candidates(),
            faults)
        : entry;
  }

  private static List<Replayer.Difference> differences(House house, UnaryOperator<Entry> change) {
    Replayer replayer =
        new Replayer(
            house.parts.reader(),
            house.parts.gate(),
            house.authority.office(AUTONOMOUS),
            loaded -> persona("^system(ls)"));
    List<Entry> entries = new ArrayList<>(house.entries());
    for (int i = 0; i < entries.size(); i++) {
      replayer.take(new Stored(i, change.apply(entries.get(i))));
    }
    return replayer.differences();
  }

  private static House house(String output) {
    House house = new House(AUTONOMOUS);
    Proposer persona = persona(output);
    house.log.append(new Entry.PersonaLoaded(house.now, persona.hash(), Map.of()));
    house.desk.reload(persona);
    return house;
  }

  /** Whatever the first rule comes to, the age is stated. */
  private static Proposer persona(String output) {
    String source =
        "topic: ~keywordless keep repeat ()\nu: AGAIN (hello) hello, i'm 10. "
            + output
            + "\nu: () hello, i'm 10.\n";
    PersonaProfile profile =
        PersonaProfile.of(
            Map.of(
                "name", "Maria",
                "nickname", "maria_10",
                "age", "10",
                "language", "en",
                "timezone", "Asia/Manila",
                "profile", "i am 10"));
    return new ScriptProposer(
        new Persona(
            profile,
            new TypingManner(300, Duration.ZERO, Duration.ZERO, 0, Map.of()),
            ScriptCompiler.compile(List.of(new ScriptSource("talk.top", source))).script(),
            Map.of("talk.top", source)));
  }
}
