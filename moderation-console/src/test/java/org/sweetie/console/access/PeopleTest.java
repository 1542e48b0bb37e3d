package org.sweetie.console.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sweetie.engine.evidence.Entry;
import org.sweetie.engine.evidence.MemoryLog;

class PeopleTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-01-05T16:00:00Z"));

  private final MemoryLog log = new MemoryLog();
  private final People people = new People(log, CLOCK);

  @Test
  void whoIsEnrolledIsOnRecordAndKnownAgainAfterARestart() {
    SignedIn ana = people.enrol("  Ana Example ", Set.of(Role.ANALYST, Role.LIAISON));

    People again = new People(log, CLOCK);

    assertThat(ana.id()).isEqualTo("ana-example");
    assertThat(again.find("ana-example")).contains(ana);
    assertThat(again.all()).containsExactly(ana);
  }

  @Test
  void aSecondPersonOfTheSameNameGetsAnIdOfTheirOwn() {
    people.enrol("Ana", Set.of(Role.ANALYST));

    assertThat(people.enrol("Ana", Set.of(Role.LIAISON)).id()).isEqualTo("ana-2");
    assertThat(people.enrol("Ана", Set.of(Role.LIAISON)).id()).isEqualTo("person");
  }

  @Test
  void nobodyIsEnrolledWithoutANameOrARole() {
    assertThatThrownBy(() -> people.enrol(" ", Set.of(Role.ANALYST))).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> people.enrol("Ana", Set.of())).isInstanceOf(Refused.class);
    assertThat(log.size()).isZero();
  }

  @Test
  void aKeyIsRegisteredOnceSoThatNoLaterOneSpeaksForAnEarlierApproval() {
    people.enrol("Ana", Set.of(Role.ANALYST));
    String first = key();

    people.registerKey("ana", first);

    assertThatThrownBy(() -> people.registerKey("ana", key())).isInstanceOf(Refused.class);
    assertThat(new People(log, CLOCK).find("ana").orElseThrow().publicKey()).isEqualTo(first);
  }

  @Test
  void aRoleNobodyKnowsOpensNoRoom() {
    log.append(new Entry.Person(CLOCK.instant(), "eve", "Eve", List.of("superuser"), null));

    assertThat(new People(log, CLOCK).find("eve")).isEmpty();
  }

  private static String key() {
    try {
      return Base64.getEncoder()
          .encodeToString(
              KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPublic().getEncoded());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
