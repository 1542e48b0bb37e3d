package org.sweetie.console.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sweetie.console.access.Refused;
import org.sweetie.console.access.Role;
import org.sweetie.console.access.SignedIn;
import org.sweetie.console.handover.CaseFile;
import org.sweetie.engine.evidence.Entry;
import org.sweetie.engine.message.ConversationId;
import org.sweetie.engine.message.Inbound.Source;
import org.sweetie.engine.message.TextBytes;
import org.sweetie.evidence.handover.ApprovalStatement;
import org.sweetie.evidence.log.DiskLog;
import org.sweetie.evidence.log.Home;
import org.sweetie.evidence.log.LogOptions;

/** The cases of a real home: its log, its keys, its packages. */
class CasesTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-01-05T16:00:00Z"));
  private static final String TALK = "quiet_meadow";

  @TempDir Path folder;

  private final SecureRandom random = new SecureRandom();
  private DiskLog log;
  private Cases cases;
  private byte[] recipient;

  @BeforeEach
  void open() throws Exception {
    Home home = Home.openOrCreate(folder.resolve("home"), Home.Purpose.DEMO);
    log = DiskLog.open(home, LogOptions.standard());
    cases = new Cases(home, log, log, Readers.ofTypedText().text(), CLOCK, random);
    DemoRecipient.make(home.folder(), CLOCK.instant(), random);
    recipient = Files.readAllBytes(home.folder().resolve(DemoRecipient.CERTIFICATE));
    talk(TALK);
  }

  @AfterEach
  void close() {
    log.close();
  }

  private void talk(String id) {
    log.append(
        new Entry.MessageReceived(
            CLOCK.instant(),
            new ConversationId(id),
            1,
            new Source("web", "web:room", id),
            CLOCK.instant(),
            TextBytes.of("how old are you?")));
  }

  private void rule(String id, String by, String finding) {
    log.append(
        new Entry.Ruling(CLOCK.instant(), new ConversationId(id), by, finding, "as it reads"));
  }

  /** A person with a key of their own. */
  private final class Approver {
    private final SignedIn person;
    private final Ed25519Keys.Pair key;

    Approver(String id) throws Exception {
      Path file = folder.resolve(id + ".pem");
      Ed25519Keys.make(file, random);
      key = Ed25519Keys.read(file);
      person = new SignedIn(id, id, EnumSet.of(Role.LIAISON), key.publicKey());
      log.append(new Entry.Person(CLOCK.instant(), id, id, List.of("liaison"), key.publicKey()));
    }

    String approves(String caseId) {
      ApprovalStatement statement = cases.statement(caseId, recipient, person.id());
      return cases.approve(
          caseId,
          statement.recipient(),
          statement.bytes(),
          statement.sign(key.privateKey()),
          person.id(),
          key.publicKey());
    }
  }

  private CaseFile.Recipient to(String caseId) {
    return cases.find(caseId).orElseThrow().recipients().get(0);
  }

  @Test
  @DisplayName("C2: a case leaves the house with the approvals of two people, not with one's twice")
  void twoPeople() throws Exception {
    Approver liaison = new Approver("liaison");
    Approver second = new Approver("second");
    rule(TALK, "analyst", "confirmed");
    String caseId = cases.open("A case", List.of(TALK), "analyst");

    liaison.approves(caseId);
    liaison.approves(caseId);
    assertThat(to(caseId).complete()).isFalse();
    assertThat(to(caseId).lacking()).contains("one more person");
    String fingerprint = to(caseId).fingerprint();
    assertThatThrownBy(() -> cases.export(caseId, fingerprint, liaison.person))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("two");
    assertThat(House.all(log, Entry.Exported.class)).isEmpty();

    second.approves(caseId);
    assertThat(to(caseId).complete()).isTrue();
    String export = cases.export(caseId, fingerprint, liaison.person);

    assertThat(cases.file(caseId, export)).isPresent();
    assertThat(cases.check(caseId, export, second.person).lines()).isNotEmpty();
    assertThat(House.all(log, Entry.Exported.class))
        .singleElement()
        .satisfies(made -> assertThat(made.by()).isEqualTo("liaison"));
  }

  @Test
  @DisplayName("C2: the author of the ruling is neither of the two")
  void theAuthorOfTheRulingDoesNotCount() throws Exception {
    Approver author = new Approver("author");
    Approver liaison = new Approver("liaison");
    rule(TALK, "author", "confirmed");
    String caseId = cases.open("A case", List.of(TALK), "author");

    author.approves(caseId);
    liaison.approves(caseId);

    assertThat(to(caseId).complete()).isFalse();
    String fingerprint = to(caseId).fingerprint();
    assertThatThrownBy(() -> cases.export(caseId, fingerprint, liaison.person))
        .isInstanceOf(Refused.class);
  }

  @Test
  @DisplayName(
      "C2: an approval of the case before it changed does not count, nor one by another key")
  void whatWasSignedIsTheCaseAsItStands() throws Exception {
    Approver liaison = new Approver("liaison");
    Approver second = new Approver("second");
    rule(TALK, "analyst", "confirmed");
    String caseId = cases.open("A case", List.of(TALK), "analyst");
    liaison.approves(caseId);

    ApprovalStatement statement = cases.statement(caseId, recipient, "second");
    assertThatThrownBy(
            () ->
                cases.approve(
                    caseId,
                    statement.recipient(),
                    statement.bytes(),
                    statement.sign(liaison.key.privateKey()),
                    "second",
                    second.key.publicKey()))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("not by the key");
    rule(TALK, "another", "confirmed");

    assertThat(to(caseId).lacking()).contains("two people");
  }

  @Test
  @DisplayName("C2: only what a person's last ruling confirmed may go into a case, and out of it")
  void theLastRulingDecides() throws Exception {
    for (String finding : List.of("not_confirmed", "unclear", "safeguarding")) {
      talk(finding);
      rule(finding, "analyst", "confirmed");
      rule(finding, "analyst", finding);
    }
    rule(TALK, "analyst", "unclear");
    rule(TALK, "analyst", "confirmed");

    assertThat(cases.eligible()).containsExactly(TALK);
    assertThatThrownBy(() -> cases.open("No", List.of(TALK, "not_confirmed"), "analyst"))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("not_confirmed");

    String caseId = cases.open("A case", List.of(TALK), "analyst");
    Approver liaison = new Approver("liaison");
    Approver second = new Approver("second");
    rule(TALK, "analyst", "not_confirmed");
    liaison.approves(caseId);
    second.approves(caseId);
    String fingerprint = to(caseId).fingerprint();
    assertThatThrownBy(() -> cases.export(caseId, fingerprint, liaison.person))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("does not confirm");
  }

  @Test
  void manyAtOnceGetNumbersOfTheirOwn() throws Exception {
    rule(TALK, "analyst", "confirmed");
    Approver liaison = new Approver("liaison");
    String first = cases.open("First", List.of(TALK), "analyst");
    List<Callable<String>> work = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      work.add(() -> cases.open("More", List.of(TALK), "analyst"));
      work.add(() -> liaison.approves(first));
    }

    List<String> ids = new ArrayList<>();
    ExecutorService pool = Executors.newFixedThreadPool(12);
    try {
      for (Future<String> done : pool.invokeAll(work)) {
        ids.add(done.get());
      }
    } finally {
      pool.shutdownNow();
    }

    assertThat(ids)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.rangeClosed(1, 12)
                .boxed()
                .flatMap(n -> List.of("case-" + (n + 1), "approval-" + n).stream())
                .toList());
  }
}
