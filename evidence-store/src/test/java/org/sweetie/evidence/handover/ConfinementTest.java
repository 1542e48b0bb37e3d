package org.sweetie.evidence.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sweetie.engine.evidence.Entry;
import org.sweetie.engine.message.ConversationId;
import org.sweetie.evidence.verify.OpenedEntry;
import org.sweetie.evidence.verify.Verifier;

/** A package holds its case and nothing of any other. */
class ConfinementTest {
  @TempDir Path folder;

  @Test
  @DisplayName(
      "B10: a conversation sealed for safeguarding is not in the package, and that is said")
  void sealedForSafeguarding() throws IOException {
    try (House house = new House(folder.resolve("home"))) {
      Path file = folder.resolve("case.zip");
      Handover.Written written = house.export(House.recipient(), file);
      Map<String, byte[]> payload = Zips.payload(Files.readAllBytes(file), House.recipientKey());

      assertThat(written.withheld()).containsExactly("conversation-3: " + CaseFile.SEALED);
      assertNowhere(payload, House.SEALED_TEXT);
      for (String name : List.of("case.json", "transcript.json", "transcript.html")) {
        assertThat(new String(payload.get(name), StandardCharsets.UTF_8))
            .contains("conversation-3", "sealed for safeguarding (CONDUCT B10)");
      }
    }
  }

  @Test
  @DisplayName("B10: a case of nothing but sealed conversations cannot be handed over")
  void nothingButSealed() {
    try (House house = new House(folder.resolve("home"))) {
      house.log.append(
          new Entry.CaseOpened(House.NOW, "case-3", "Sealed", List.of(House.SEALED), "p-lead"));

      org.assertj.core.api.Assertions.assertThatExceptionOfType(HandoverRefused.class)
          .isThrownBy(
              () ->
                  house.handover.export(
                      "case-3",
                      House.recipient(),
                      List.of("a", "b"),
                      folder.resolve("x"),
                      "p-lead"))
          .withMessageContaining("no conversation of it may be handed over");
    }
  }

  @Test
  void aConversationWhoseKeyWasErasedIsDeclared() {
    try (House house = new House(folder.resolve("home"))) {
      house.log.append(
          new Entry.CaseOpened(
              House.NOW, House.CASE, "Again", List.of(House.TOLD, House.OTHER), "p-lead"));
      house.log.erase(new ConversationId(House.OTHER));

      Handover.Written written = house.export(House.recipient(), folder.resolve("case.zip"));

      assertThat(written.withheld()).containsExactly("conversation-2: " + CaseFile.EMPTY);
      assertThat(
              Verifier.verify(folder.resolve("case.zip"), House.recipientKey(), house.trust())
                  .faults())
          .isEmpty();
    }
  }

  @Test
  void noTextNoKeyAndNoNameOfAnotherConversationOrPersonIsInTheBytes() throws IOException {
    try (House house = new House(folder.resolve("home"))) {
      Path file = folder.resolve("case.zip");
      house.export(House.recipient(), file);
      byte[] zip = Files.readAllBytes(file);
      Map<String, byte[]> payload = Zips.payload(zip, House.recipientKey());
      TreeSet<Long> inside = new TreeSet<>();
      Verifier.open(file, House.recipientKey(), house.trust())
          .entries()
          .forEach(entry -> inside.add(entry.index()));

      assertNowhere(payload, House.OTHER_TEXT);
      assertNowhere(payload, House.OTHER);
      assertNowhere(payload, "Name of p-");
      for (long index = 0; index < house.log.size(); index++) {
        if (!inside.contains(index)) {
          assertNoBytes(payload, house.log.sealed(index).leaf());
          assertNoBytes(payload, house.log.leafKey(index).orElseThrow().bytes());
        }
      }
      assertThat(new String(zip, StandardCharsets.ISO_8859_1))
          .doesNotContain(House.CASE, House.TOLD, "guest-7", "p-lead");
    }
  }

  @Test
  void aConversationWithAStrangeNameGoesAlong() throws IOException {
    try (House house = new House(folder.resolve("home"))) {
      String strange = "guest " + House.MASKED_TERM + " \ud83d\ude00 \u202e";
      house.said(strange, 1, "hello there");
      house.log.append(
          new Entry.Ruling(
              House.NOW, new ConversationId(strange), "p-analyst", "nothing", "small talk"));
      house.log.append(
          new Entry.CaseOpened(
              House.NOW, House.CASE, "Again", List.of(strange, House.SEALED), "p-lead"));
      Path file = folder.resolve("case.zip");

      house.export(House.recipient(), file);

      assertThat(Verifier.verify(file, House.recipientKey(), house.trust()).faults()).isEmpty();
      String page =
          new String(
              Zips.payload(Files.readAllBytes(file), House.recipientKey()).get("transcript.html"),
              StandardCharsets.UTF_8);
      assertThat(page).contains("guest &lt;explicit&gt;").doesNotContain(House.MASKED_TERM);
    }
  }

  @Test
  void aPackageThatCannotBeWrittenIsNotOnRecord() {
    try (House house = new House(folder.resolve("home"))) {
      List<String> ids = house.approved(House.recipient());
      long before = house.log.size();
      Path out = folder.resolve("nowhere").resolve("case.zip");

      org.assertj.core.api.Assertions.assertThatExceptionOfType(java.io.UncheckedIOException.class)
          .isThrownBy(
              () -> house.handover.export(House.CASE, House.recipient(), ids, out, "p-liaison"))
          .withMessageContaining("nowhere")
          .withMessageContaining("could not be written");
      assertThat(house.log.size()).isEqualTo(before);
    }
  }

  @Test
  void theEntriesComeBackAsTheLogHasThemForAReplay() {
    try (House house = new House(folder.resolve("home"))) {
      Path file = folder.resolve("case.zip");
      house.export(House.recipient(), file);

      List<OpenedEntry> entries =
          Verifier.open(file, House.recipientKey(), house.trust()).entries();

      List<Entry> told = new ArrayList<>();
      house.log.conversation(new ConversationId(House.TOLD)).forEach(e -> told.add(e.entry()));
      org.sweetie.evidence.log.EntryCodec codec = new org.sweetie.evidence.log.EntryCodec();
      assertThat(
              entries.stream()
                  .filter(each -> each.conversation().isPresent())
                  .map(each -> codec.decode(each.json()))
                  .toList())
          .usingRecursiveComparison()
          .isEqualTo(told);
      assertThat(entries.stream().map(OpenedEntry::kind))
          .contains("operation", "mandate", "personaLoaded", "caseOpened", "approval")
          .doesNotContain("person", "access", "exported");
    }
  }

  private static void assertNowhere(Map<String, byte[]> payload, String text) {
    payload.forEach(
        (name, content) ->
            assertThat(new String(content, StandardCharsets.UTF_8)).as(name).doesNotContain(text));
    assertNoBytes(payload, text.getBytes(StandardCharsets.UTF_8));
  }

  private static void assertNoBytes(Map<String, byte[]> payload, byte[] bytes) {
    String base64 = Base64.getEncoder().withoutPadding().encodeToString(bytes);
    String hex = HexFormat.of().formatHex(bytes);
    payload.forEach(
        (name, content) ->
            assertThat(new String(content, StandardCharsets.UTF_8))
                .as(name)
                .doesNotContain(base64, hex));
  }
}
