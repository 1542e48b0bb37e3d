package org.sweetie.evidence.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@TestInstance(Lifecycle.PER_CLASS)
class TranscriptTest {
  private JsonNode transcript;
  private JsonNode conversation;
  private String page;

  @BeforeAll
  void export(@TempDir Path folder) throws IOException {
    try (House house = new House(folder.resolve("home"))) {
      house.export(House.recipient(), folder.resolve("case.zip"));
    }
    Map<String, byte[]> payload =
        Zips.payload(Files.readAllBytes(folder.resolve("case.zip")), House.recipientKey());
    transcript = JsonMapper.shared().readTree(payload.get("transcript.json"));
    conversation = transcript.path("conversations").path(0);
    page = new String(payload.get("transcript.html"), StandardCharsets.UTF_8);
  }

  @Test
  @DisplayName("A6: the persona's lines and no others bear a machine-readable synthetic mark")
  void syntheticMark() {
    for (JsonNode turn : conversation.path("facts").path("turns")) {
      boolean persona = turn.path("from").asString("").equals("persona");
      assertThat(turn.path("synthetic").asBoolean()).isEqualTo(persona);
      assertThat(page)
          .contains(
              "<tr data-entry=\""
                  + turn.path("index").asLong()
                  + "\" data-synthetic=\""
                  + persona
                  + "\">");
    }
    assertThat(transcript.path("synthetic").asString("")).contains("computer persona");
    assertThat(page)
        .contains("<meta name=\"synthetic\" content=\"persona-lines\">", "persona (synthetic)");
  }

  @Test
  @DisplayName("C3: facts and assessments stand apart, in the data and on the page")
  void factsApart() {
    assertThat(conversation.path("facts").propertyNames())
        .containsExactlyInAnyOrder(
            "firstSpeaker", "ageDisclosure", "turns", "gaps", "media", "notSent");
    assertThat(conversation.path("assessments").propertyNames())
        .containsExactlyInAnyOrder("findings", "states", "rulings");
    int facts = page.indexOf("<h3>Facts");
    int assessments = page.indexOf("<h3>Assessments");
    assertThat(facts).isPositive();
    assertThat(assessments).isGreaterThan(facts);
    assertThat(page.substring(facts, assessments)).doesNotContain("0.97", "channel_migration");
    assertThat(page.substring(assessments)).contains("0.97", "channel_migration 0.9");
  }

  @Test
  @DisplayName("C3: gaps, dropped media and replies that were not sent are declared")
  void declared() {
    assertThat(page)
        .contains("the stream broke off for 4 s", "image/png", "12345", "stopped by a person");
  }

  @Test
  @DisplayName("A2: text is masked on sight and the original bytes are beside it")
  void masked() {
    JsonNode turn = conversation.path("facts").path("turns").path(2);

    assertThat(turn.path("text").asString(""))
        .contains("say <explicit> <explicit>")
        .doesNotContain(House.MASKED_TERM);
    assertThat(page).doesNotContain(House.MASKED_TERM).contains("&lt;explicit&gt;");
    byte[] original = Base64.getDecoder().decode(turn.path("original").path("base64").asString(""));
    assertThat(new String(original, StandardCharsets.UTF_8)).contains(House.MASKED_TERM);
  }

  @Test
  void aLoneSurrogateIsShownAsAReplacementAndKeptInTheOriginal() {
    JsonNode turn = conversation.path("facts").path("turns").path(4);

    assertThat(turn.path("text").asString("")).startsWith("a lone half \uFFFD");
    assertThat(turn.path("original").path("encoding").asString("")).isEqualTo("utf-16be");
  }

  @Test
  void thePageIsStaticAndNothingSaidBecomesMarkup() {
    assertThat(page)
        .contains(
            "default-src 'none'", "<html lang=\"en\">", "&lt;script&gt;alert(1)&lt;/script&gt;")
        .doesNotContain("<script", "href=", "src=", "\u202e", "http-equiv=\"refresh\"");
  }

  @Test
  void theMandateTheAgeDisclosureAndWhoReleasedEachReplyAreOnThePage() {
    assertThat(conversation.path("facts").path("ageDisclosure").path("number").asInt())
        .isEqualTo(2);
    assertThat(conversation.path("facts").path("firstSpeaker").asString(""))
        .isEqualTo("counterpart");
    assertThat(page)
        .contains("Mandate mandate-1", "Example Court", "Example Act, s. 1", "supervised")
        .contains("<dt>Persona stated its age in turn</dt><dd>2</dd>")
        .contains("<td>by p-analyst</td>")
        .contains("<caption>At a glance</caption>", "<td>2 by p-analyst</td>")
        .contains("<dt>Legal basis</dt>")
        .contains("p-liaison", "p-lead");
  }

  @Test
  @DisplayName("C8: an identifier is one that this account claimed")
  void claimed() {
    assertThat(page).contains("Claimed by this account", "email nobody@example.org");
  }

  @Test
  @DisplayName(
      "C9: error rates, how many were not flagged, what corroborates, and who typed is not shown")
  void limits() {
    assertThat(page)
        .contains("It does not show who typed")
        .contains("false alarms per conversation", "0.02", "200 composed conversations")
        .contains("fewer than 5 were never flagged")
        .contains("corroborate");
  }

  @Test
  @DisplayName("B13: a demo's transcript says that it is evidence of nothing")
  void demo() {
    assertThat(page).contains("It is evidence of nothing");
  }
}
