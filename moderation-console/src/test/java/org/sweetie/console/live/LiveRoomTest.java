package org.sweetie.console.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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
import org.sweetie.engine.turn.ConversationRecord;

class LiveRoomTest {
  private static final String PAGE = "/live/conversation?id=lost_player";

  private SampleHouse house;
  private ConfigurableApplicationContext console;
  private Visitor researcher;

  @BeforeEach
  void open() {
    house = new SampleHouse().withConversations();
    console = SampleConsole.start(house);
    researcher = Visitor.signedIn(console, Role.RESEARCHER);
  }

  @AfterEach
  void close() {
    console.close();
  }

  private ConversationRecord record(String id) {
    return house.book.find(new ConversationId(id)).orElseThrow();
  }

  private Map<String, String> choice(int index) {
    return Map.of("id", "lost_player", "number", "3", "index", String.valueOf(index));
  }

  @Test
  void whatWaitsIsShownWithTheVerdictOfTheGateOnEachLine() {
    String page = researcher.get(PAGE).body();

    assertThat(page).contains("Reply to message 3", "what is your phone number?", "data-key=\"1\"");
    assertThat(page).containsPattern("✕\\s*<span>B2: ");
    assertThat(record("lost_player").pending().candidates()).anyMatch(c -> !c.passed());
  }

  @Test
  void aReleasedReplyGoesOutOnceInTheNameOfWhoReleasedIt() {
    List<Entry.Candidate> offered = record("lost_player").pending().candidates();
    int passing = offered.indexOf(offered.stream().filter(c -> c.passed()).findFirst().get());
    int sentBefore = house.sent.size();

    HttpResponse<String> first = researcher.post(PAGE, "/live/release", choice(passing));
    HttpResponse<String> second = researcher.post(PAGE, "/live/release", choice(passing));

    assertThat(first.statusCode()).isEqualTo(303);
    assertThat(second.statusCode()).isEqualTo(422);
    assertThat(house.sent.subList(sentBefore, house.sent.size()))
        .containsExactly(offered.get(passing).text());
    assertThat(record("lost_player").turns().get(3).releasedBy()).isEqualTo("researcher");
  }

  @Test
  void noOneCanReleaseALineThatTheGateRejected() {
    List<Entry.Candidate> offered = record("lost_player").pending().candidates();
    int failing = offered.indexOf(offered.stream().filter(c -> !c.passed()).findFirst().get());
    int sentBefore = house.sent.size();

    HttpResponse<String> answer = researcher.post(PAGE, "/live/release", choice(failing));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("Not sent: B2");
    assertThat(house.sent).hasSize(sentBefore);
  }

  @Test
  void withholdingLeavesTheMessageWithoutAReply() {
    HttpResponse<String> answer =
        researcher.post(
            PAGE,
            "/live/withhold",
            Map.of("id", "lost_player", "number", "3", "index", "-1", "reason", "not now"));

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(record("lost_player").pending()).isNull();
    assertThat(record("lost_player").turns()).hasSize(3);
  }

  @Test
  void c5_openingALiveConversationIsOnRecordBeforeItIsShown() {
    researcher.get(PAGE);

    assertThat(accesses())
        .anyMatch(a -> a.by().equals("researcher") && a.subject().equals("lost_player"));
  }

  private List<Entry.Access> accesses() {
    List<Entry.Access> found = new ArrayList<>();
    house.log.read(
        0,
        stored -> {
          if (stored.entry() instanceof Entry.Access access) {
            found.add(access);
          }
        });
    return found;
  }

  @Test
  void c6_theSixthLiveConversationIsRefusedUntilOneIsLeft() {
    for (int n = 1; n <= 6; n++) {
      house.says("guest_" + n, "hello there");
    }
    for (int n = 1; n <= 5; n++) {
      assertThat(researcher.get("/live/conversation?id=guest_" + n).statusCode()).isEqualTo(200);
    }

    HttpResponse<String> sixth = researcher.get("/live/conversation?id=guest_6");
    assertThat(sixth.statusCode()).isEqualTo(422);
    assertThat(sixth.body()).contains("You accompany 5 live conversations already");

    researcher.post(
        "/live/conversation?id=guest_1",
        "/live/leave",
        Map.of("id", "guest_1", "number", "0", "index", "0"));
    assertThat(researcher.get("/live/conversation?id=guest_6").statusCode()).isEqualTo(200);
  }

  @Test
  void b8_theSwitchStopsEverythingWithinASecondAndSaysSoOnEveryLivePage() {
    long began = System.nanoTime();
    HttpResponse<String> stop =
        researcher.post("/stop", "/stop", Map.of("scope", "all", "reason", "drill"));
    Duration took = Duration.ofNanos(System.nanoTime() - began);

    assertThat(stop.statusCode()).isEqualTo(303);
    assertThat(took).isLessThan(Duration.ofSeconds(1));
    assertThat(record("lost_player").state()).isEqualTo(ConversationState.ENDED);
    assertThat(researcher.get("/live").body()).contains("Everything is stopped.");

    researcher.post("/stop", "/stop/lift", Map.of("reason", "the drill is over"));
    assertThat(researcher.get("/live").body()).doesNotContain("Everything is stopped.");
  }

  @Test
  void b8_oneConversationCanBeStoppedAlone() {
    house.says("guest_1", "hello there");

    researcher.post("/stop", "/stop", Map.of("scope", "guest_1"));

    assertThat(record("guest_1").state()).isEqualTo(ConversationState.ENDED);
    assertThat(record("lost_player").state().isOpen()).isTrue();
  }

  @Test
  void b10_aSealedConversationIsShownToTheSafeguardingLeadAlone() {
    Visitor lead = Visitor.signedIn(console, Role.SAFEGUARDING_LEAD);

    HttpResponse<String> refused = researcher.get("/live/conversation?id=river_stone");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("sealed").doesNotContain("parents home");
    assertThat(lead.get("/live/conversation?id=river_stone").statusCode()).isEqualTo(200);
  }

  @Test
  void theListRenewsItselfWhenSomebodyNewWrites() {
    String path = "/live/stream?from=" + house.log.size();

    List<String> lines = events(path, null, "rows", () -> house.says("guest & co", "hello there"));

    assertThat(String.join("\n", lines))
        .contains("href=\"/live/conversation?id=guest%20%26%20co\"", "hello there");
  }

  @Test
  void aStreamShowsWhatComesAndCatchesUpFromTheLastEventSeen() {
    long from = house.log.size();
    String path = "/live/conversation/stream?id=lost_player&from=" + from;

    List<String> first =
        events(path, null, "said", () -> house.says("lost_player", "are you there?"));

    assertThat(first).contains("event:turns", "event:desk", "event:state", "event:said");
    assertThat(String.join("\n", first)).contains("are you there?");
    String last = first.stream().filter(l -> l.startsWith("id:")).reduce((a, b) -> b).orElseThrow();

    house.says("lost_player", "this came while nobody looked");
    List<String> again = events(path, last.substring(3), "said", () -> {});

    assertThat(String.join("\n", again)).contains("this came while nobody looked");
    assertThat(again.stream().filter(l -> l.startsWith("id:")).findFirst().orElseThrow())
        .isNotEqualTo(last);
  }

  /** Lines of a stream up to the end of its first event of a name. */
  private List<String> events(String path, String lastEventId, String until, Runnable whenOpen) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(researcher.uri(path)).header("Accept", "text/event-stream");
    if (lastEventId != null) {
      request.header("Last-Event-ID", lastEventId);
    }
    List<String> seen = new ArrayList<>();
    try (Stream<String> lines =
        researcher
            .http()
            .sendAsync(request.build(), HttpResponse.BodyHandlers.ofLines())
            .orTimeout(20, TimeUnit.SECONDS)
            .join()
            .body()) {
      whenOpen.run();
      Iterator<String> each = lines.iterator();
      boolean there = false;
      while (each.hasNext() && !(there && seen.get(seen.size() - 1).isEmpty())) {
        String line = each.next();
        there = there || line.equals("event:" + until);
        seen.add(line);
      }
    }
    return seen;
  }
}
