package org.sweetie.evidence.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sweetie.engine.evidence.Entry;
import org.sweetie.engine.message.ConversationId;

@DisplayName("C2: an export needs two people with two keys, neither the author of the ruling")
class ApprovalsTest {
  @TempDir Path folder;
  private House house;
  private final Recipient recipient = House.recipient();

  @BeforeEach
  void open() {
    house = new House(folder.resolve("home"));
  }

  @AfterEach
  void close() {
    house.close();
  }

  private void assertRefused(List<String> approvals, String... reasons) {
    Path out = folder.resolve("case.zip");
    long before = house.log.size();

    assertThatExceptionOfType(HandoverRefused.class)
        .isThrownBy(() -> house.handover.export(House.CASE, recipient, approvals, out, "p-liaison"))
        .satisfies(refused -> assertThat(refused.getMessage()).contains(reasons));
    assertThat(out).doesNotExist();
    assertThat(house.log.size()).isEqualTo(before);
  }

  @Test
  @DisplayName("C2: no approval, one approval, or the same one twice is not enough")
  void tooFew() {
    String one = house.approve("p-liaison", recipient);

    assertRefused(List.of(), "0 approvals", "expected two");
    assertRefused(List.of(one), "1 approvals", "expected two");
    assertRefused(List.of(one, one), "1 approvals", "expected two");
  }

  @Test
  @DisplayName("C2: two approvals of one person are not two people")
  void onePersonTwice() {
    assertRefused(
        List.of(house.approve("p-lead", recipient), house.approve("p-lead", recipient)),
        "one person",
        "two people with two keys");
  }

  @Test
  @DisplayName("C2: two people with one key are not two keys")
  void oneKeyForTwo() {
    house.log.append(
        new Entry.Person(House.NOW, "p-twin", "Twin", List.of(), house.publicKey("p-lead")));
    ApprovalStatement twin = house.handover.statement(House.CASE, recipient, "p-twin");

    assertRefused(
        List.of(
            house.approve("p-lead", recipient), house.file(twin, twin.sign(house.keyOf("p-lead")))),
        "one key");
  }

  @Test
  @DisplayName("C2: who ruled on the case may not approve it")
  void authorOfTheRuling() {
    assertRefused(
        List.of(house.approve("p-analyst", recipient), house.approve("p-lead", recipient)),
        "by p-analyst",
        "ruled on the case");
  }

  @Test
  @DisplayName("C2: a conversation nobody ruled on does not leave the house")
  void noRuling() {
    house.log.append(
        new Entry.CaseOpened(House.NOW, "case-2", "Other", List.of(House.OTHER), "p-analyst"));

    assertThatExceptionOfType(HandoverRefused.class)
        .isThrownBy(
            () ->
                house.handover.export(
                    "case-2", recipient, List.of("a", "b"), folder.resolve("x.zip"), "p-liaison"))
        .satisfies(
            refused ->
                assertThat(refused.missing())
                    .anyMatch(each -> each.contains("nobody ruled"))
                    .anyMatch(each -> each.contains("no approval 'a'"))
                    .anyMatch(each -> each.contains("no approval 'b'")));
  }

  @Test
  void anApprovalIsForTheCaseAsItStoodThen() {
    List<String> ids = house.approved(recipient);
    house.said(House.TOLD, 6, "one message more");

    assertRefused(ids, "has changed since");
  }

  @Test
  void anApprovalIsForOneRecipient() {
    Recipient another =
        Recipient.of(
            House.certificate(
                House.rsa(), "SHA256withRSA", House.NOW, House.NOW.plusSeconds(999_999)),
            House.NOW);

    assertRefused(
        List.of(house.approve("p-lead", another), house.approve("p-liaison", recipient)),
        "for the recipient");
  }

  @Test
  void aSignatureOfAnotherKeyOfAnotherLengthOrOfAnotherStatementDoesNotCount() {
    String good = house.approve("p-lead", recipient);
    ApprovalStatement mine = house.handover.statement(House.CASE, recipient, "p-liaison");
    byte[] signature = mine.sign(house.keyOf("p-liaison"));
    ApprovalStatement changed =
        new ApprovalStatement(
            mine.caseId(),
            mine.recipient(),
            mine.caseDigest(),
            mine.by(),
            mine.at().plusSeconds(1));

    for (String bad :
        List.of(
            house.file(mine, mine.sign(house.keyOf("p-analyst"))),
            house.file(mine, Arrays.copyOf(signature, 65)),
            house.file(mine, Arrays.copyOf(signature, 63)),
            house.file(mine, new byte[0]),
            house.file(changed, signature))) {
      assertRefused(List.of(good, bad), "is not signed with the key enrolled");
    }
  }

  @Test
  void whoWasNeverEnrolledOrWhoseKeyWasTakenBackCannotApprove() {
    ApprovalStatement stranger = house.handover.statement(House.CASE, recipient, "p-nobody");
    String unknown = house.file(stranger, stranger.sign(house.keyOf("p-lead")));
    house.log.append(new Entry.Person(House.NOW, "p-liaison", "Name", List.of(), null));
    String gone = house.approve("p-liaison", recipient);

    assertRefused(List.of(unknown, gone), "by p-nobody", "by p-liaison", "no key enrolled");
  }

  @Test
  void anApprovalOfAnotherCaseIsNotOneOfThis() {
    house.log.append(
        new Entry.CaseOpened(House.NOW, "case-2", "Same", List.of(House.TOLD), "p-analyst"));
    ApprovalStatement other = house.handover.statement("case-2", recipient, "p-lead");
    String id = house.file(other, other.sign(house.keyOf("p-lead")));

    assertRefused(List.of(id, house.approve("p-liaison", recipient)), "no approval '" + id + "'");
  }

  @Test
  void everythingMissingIsSaidAtOnce() {
    house.log.append(
        new Entry.Ruling(
            House.NOW, new ConversationId(House.TOLD), "p-lead", "approach", "I agree"));

    assertRefused(
        List.of("approval-x", house.approve("p-lead", recipient)),
        "no approval 'approval-x'",
        "ruled on the case");
  }

  @Test
  void aCaseThatIsNotOnRecordIsNamed() {
    assertThatExceptionOfType(HandoverRefused.class)
        .isThrownBy(() -> house.handover.digest("case-9"))
        .withMessageContaining("no case 'case-9'");
  }

  @Test
  void anExistingFileIsNotOverwritten() throws java.io.IOException {
    Path out = folder.resolve("case.zip");
    Files.writeString(out, "mine");

    assertThatExceptionOfType(HandoverRefused.class)
        .isThrownBy(() -> house.export(recipient, out))
        .withMessageContaining("exists already");
    assertThat(out).hasContent("mine");
  }

  @Test
  @DisplayName("C5: the handover is on record with its approvals and the file's hash")
  void recorded() {
    List<String> ids = house.approved(recipient);
    Handover.Written written =
        house.handover.export(House.CASE, recipient, ids, folder.resolve("case.zip"), "p-liaison");

    List<Entry> entries = new java.util.ArrayList<>();
    house.log.read(house.log.size() - 1, stored -> entries.add(stored.entry()));
    assertThat(entries)
        .singleElement()
        .isInstanceOfSatisfying(
            Entry.Exported.class,
            exported -> {
              assertThat(exported.sha256()).isEqualTo(written.sha256());
              assertThat(exported.approvals()).isEqualTo(ids);
              assertThat(exported.by()).isEqualTo("p-liaison");
            });
  }
}
