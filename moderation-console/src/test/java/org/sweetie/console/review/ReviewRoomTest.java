package org.sweetie.console.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.sweetie.console.access.Role;
import org.sweetie.console.sample.SampleConsole;
import org.sweetie.console.sample.SampleHouse;
import org.sweetie.console.sample.Visitor;
import org.sweetie.engine.decision.ConversationState;
import org.sweetie.engine.evidence.Entry;
import org.sweetie.engine.message.ConversationId;

class ReviewRoomTest {
  private static final String PAGE = "/flagged/conversation?id=quiet_meadow";

  private SampleHouse house;
  private ConfigurableApplicationContext console;
  private Visitor analyst;
  private Visitor lead;

  @BeforeEach
  void open() {
    house = new SampleHouse().withConversations();
    console = SampleConsole.start(house);
    analyst = Visitor.signedIn(console, Role.ANALYST);
    lead = Visitor.signedIn(console, Role.SAFEGUARDING_LEAD);
  }

  @AfterEach
  void close() {
    console.close();
  }

  private <T extends Entry> List<T> entries(Class<T> kind) {
    List<T> found = new ArrayList<>();
    house.log.read(
        0,
        stored -> {
          if (kind.isInstance(stored.entry())) {
            found.add(kind.cast(stored.entry()));
          }
        });
    return found;
  }

  @Test
  void theQueueHoldsWhatWasFlaggedAndNothingElse() {
    String queue = analyst.get("/flagged").body();

    assertThat(queue).contains("quiet_meadow", "kind_harbor").doesNotContain("lost_player");
  }

  @Test
  void b10_aSealedRecordIsInNobodysQueueButTheLeads() {
    assertThat(analyst.get("/flagged").body()).doesNotContain("river_stone");
    assertThat(analyst.get("/flagged/conversation?id=river_stone").statusCode()).isEqualTo(422);

    assertThat(lead.get("/flagged").body()).contains("river_stone");
    assertThat(lead.get("/flagged/conversation?id=river_stone").body())
        .contains("A child may be at risk");
  }

  @Test
  void marksStandInTheTextWithTheirMeaningBesideThem() {
    String page = analyst.get(PAGE).body();

    assertThat(page)
        .contains("<mark class=\"indicator\">how old are you<sup>1</sup></mark>")
        .contains("<mark class=\"identifier\">+44 7700 900461<sup>2</sup></mark>")
        .contains("<mark class=\"masked\">&lt;explicit&gt;</mark>")
        .contains("+447700900461");
  }

  @Test
  void b13_explanationsOfScoresAreForAnalystsAlone() {
    assertThat(analyst.get(PAGE).body()).contains("0.91", "sha256:words");
    assertThat(lead.get(PAGE).body()).doesNotContain("0.91").doesNotContain("sha256:words");
  }

  @Test
  void c5_theLookIsOnRecord() {
    analyst.get(PAGE);

    assertThat(entries(Entry.Access.class))
        .anyMatch(
            a ->
                a.by().equals("analyst")
                    && a.action().equals("read masked")
                    && a.subject().equals("quiet_meadow"));
  }

  @Test
  void c5_anOriginalIsShownOnlyForAReasonThatIsOnRecordFirst() {
    Map<String, String> asked = Map.of("id", "quiet_meadow", "number", "7");

    HttpResponse<String> without = analyst.post(PAGE, "/flagged/original", asked);
    assertThat(without.statusCode()).isEqualTo(422);
    assertThat(without.body()).contains("needs a reason");

    HttpResponse<String> with =
        analyst.post(
            PAGE,
            "/flagged/original",
            Map.of("id", "quiet_meadow", "number", "7", "reason", "the number is cut off"));
    assertThat(with.body()).contains("do you have another app?");
    assertThat(entries(Entry.Access.class))
        .anyMatch(
            a ->
                a.action().equals("read original")
                    && a.subject().equals("quiet_meadow message 7")
                    && a.reason().equals("the number is cut off"));
  }

  @Test
  void aRulingIsOnRecordWithItsReasonAndTheConversationLeavesTheQueue() {
    HttpResponse<String> answer = rule("confirmed", "Asks to move to another app.");

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(entries(Entry.Ruling.class))
        .anyMatch(
            r ->
                r.by().equals("analyst")
                    && r.finding().equals("confirmed")
                    && r.reason().equals("Asks to move to another app."));
    assertThat(analyst.get("/flagged").body()).contains("Nothing waits for a ruling.");
  }

  private HttpResponse<String> rule(String finding, String reason) {
    return analyst.post(
        PAGE,
        "/flagged/ruling",
        Map.of("id", "quiet_meadow", "finding", finding, "reason", reason));
  }

  @Test
  void aRulingWithoutAFindingOrAReasonIsRefusedInWords() {
    assertThat(rule("", "long enough a reason").body()).contains("Choose a finding first.");
    assertThat(rule("confirmed", "no").body()).contains("A ruling needs its reason");
    assertThat(rule("guilty", "long enough a reason").statusCode()).isEqualTo(422);
    assertThat(entries(Entry.Ruling.class)).hasSize(1);
  }

  @Test
  void b10_aRulingOfSafeguardingSealsTheRecordAtOnce() {
    rule("safeguarding", "Names a child and a place.");

    assertThat(house.book.find(new ConversationId("quiet_meadow")).orElseThrow().state())
        .isEqualTo(ConversationState.SAFEGUARDING);
    assertThat(analyst.get(PAGE).statusCode()).isEqualTo(422);
    assertThat(lead.get(PAGE).statusCode()).isEqualTo(200);
  }

  @Test
  void b10_aLeadSendsReviewedHelpTextInASealedConversation() {
    rule("safeguarding", "Names a child and a place.");

    HttpResponse<String> sent =
        lead.post(PAGE, "/flagged/help", Map.of("id", "quiet_meadow", "name", "help.en"));

    assertThat(sent.statusCode()).isEqualTo(303);
    assertThat(house.sent).last().asString().startsWith("This message comes from people");
    assertThat(lead.get(PAGE).body()).contains("This message comes from people");
  }

  @Test
  void b15_noOtherTextAndNobodyElseSendsAnything() {
    rule("safeguarding", "Names a child and a place.");
    int before = house.sent.size();

    HttpResponse<String> other =
        lead.post(PAGE, "/flagged/help", Map.of("id", "quiet_meadow", "name", "my own words"));
    HttpResponse<String> analystTries =
        analyst.post("/flagged", "/flagged/help", Map.of("id", "quiet_meadow", "name", "help.en"));

    assertThat(other.statusCode()).isEqualTo(422);
    assertThat(analystTries.statusCode()).isEqualTo(422);
    assertThat(house.sent).hasSize(before);
  }

  @Test
  void aMessageOfAMegabyteIsShownInPartAndSaysSo() {
    house.says("quiet_meadow", "x".repeat(1_000_000));

    String page = analyst.get(PAGE).body();

    assertThat(page).contains("<span>996000</span> more characters");
    assertThat(page.length()).isLessThan(200_000);
    assertThat(
            entries(Entry.MessageReceived.class).stream()
                .mapToInt(m -> m.original().text().length())
                .max())
        .hasValue(1_000_000);
  }

  @Test
  void aMessageOfControlCharactersAloneIsShownAndBreaksNoPage() {
    house.says("quiet_meadow", "\u0000\u0007\u001B\u202E");

    assertThat(analyst.get(PAGE).body()).contains("\u2400\u2407\u241B\u2039U+202E\u203a");
  }

  @Test
  void whatACounterpartTypesIsTextAndNeverMarkup() {
    house.says("quiet_meadow", "<script src='x'></script><img src=x onerror=y> & \"quotes\"");

    assertThat(analyst.get(PAGE).body())
        .contains("&lt;script src=&#39;x&#39;&gt;&lt;/script&gt;&lt;img src=x onerror=y&gt;")
        .doesNotContain("<img src=x");
  }
}
