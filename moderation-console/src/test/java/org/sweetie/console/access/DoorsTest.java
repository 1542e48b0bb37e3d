package org.sweetie.console.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.HttpCookie;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.sweetie.console.sample.SampleConsole;
import org.sweetie.console.sample.SampleHouse;
import org.sweetie.console.sample.Visitor;
import org.sweetie.engine.evidence.Entry;

class DoorsTest {
  private static SampleHouse house;
  private static ConfigurableApplicationContext console;

  @BeforeAll
  static void open() {
    house = new SampleHouse().withConversations();
    console = SampleConsole.start(house);
  }

  @AfterAll
  static void close() {
    console.close();
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void everyRoleEntersItsOwnRoomsAndNoOther(Role role) {
    Visitor visitor = Visitor.signedIn(console, role);

    for (Room room : Room.values()) {
      int expected = room.roles().contains(role) ? 200 : 403;
      assertThat(visitor.get(room.path()).statusCode())
          .as("%s at %s", role, room.path())
          .isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void theNavigationNamesJustTheRoomsThatOpen(Role role) {
    String page = Visitor.signedIn(console, role).get("/").body();

    for (Room room : Room.values()) {
      boolean listed = page.contains("<a href=\"" + room.path() + "\"");
      assertThat(listed)
          .as("%s in the navigation of %s", room.path(), role)
          .isEqualTo(room != Room.STOP && room.roles().contains(role));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/live/conversation?id=lost_player",
        "/live/stream",
        "/live/conversation/stream?id=lost_player",
        "/flagged/conversation?id=quiet_meadow",
        "/cases/case?id=case-1",
        "/cases/package?id=case-1&export=1",
        "/administration",
        "/library/item?id=guide-1"
      })
  void nobodySeesARoomWithoutSigningIn(String path) {
    HttpResponse<String> page = new Visitor(console).get(path);

    assertThat(page.statusCode()).isEqualTo(303);
    assertThat(page.headers().firstValue("location")).contains("/sign-in");
  }

  @Test
  void aStreamIsToldPlainlyThatNobodyIsSignedIn() {
    HttpResponse<String> stream =
        new Visitor(console).get("/live/stream", "Accept", "text/event-stream");

    assertThat(stream.statusCode()).isEqualTo(401);
  }

  @Test
  void whatIsNotNamedIsNotThereForAnybodyAndThePageLeadsBack() {
    Visitor visitor = Visitor.signedIn(console, Role.ADMINISTRATOR);

    for (String path :
        List.of("/actuator", "/webjars/htmx.org", "/error", "/anything", "/administration/x")) {
      HttpResponse<String> page = visitor.get(path);
      assertThat(page.statusCode()).as(path).isEqualTo(404);
      assertThat(page.body())
          .contains("There is nothing here", "<a href=\"/administration\"", "Sign out");
    }
  }

  @Test
  void aRoomOfOthersIsRefusedOnAPageThatLeadsBack() {
    HttpResponse<String> page = Visitor.signedIn(console, Role.ANALYST).get("/administration?x=1");

    assertThat(page.statusCode()).isEqualTo(403);
    assertThat(page.body())
        .contains("This room is not yours", "<a href=\"/flagged\"", "Sign out", "Stop all");
  }

  @Test
  void aScriptThatIsRefusedIsToldNothingOfThePage() {
    HttpResponse<String> answer =
        Visitor.signedIn(console, Role.ANALYST).get("/administration", "Accept", "*/*");

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).doesNotContain("csrf").doesNotContain("Anil");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/sign-in", "/room", "/", "/assets/console.css", "/anything"})
  void everyAnswerCarriesTheHeadersThatKeepItIn(String path) {
    HttpResponse<String> page = new Visitor(console).get(path);

    assertThat(header(page, "content-security-policy")).isEqualTo(Doors.CONTENT_SECURITY);
    assertThat(header(page, "x-content-type-options")).isEqualTo("nosniff");
    assertThat(header(page, "referrer-policy")).isEqualTo("no-referrer");
    assertThat(header(page, "x-frame-options")).isEqualTo("DENY");
    assertThat(header(page, "cache-control")).contains("no-store");
    assertThat(page.headers().firstValue("strict-transport-security")).isEmpty();
  }

  private static String header(HttpResponse<String> page, String name) {
    return page.headers().firstValue(name).orElse("");
  }

  @Test
  void theSessionCookieIsOutOfReachOfScriptsAndOfOtherSites() {
    HttpResponse<String> page = new Visitor(console).get("/sign-in");

    assertThat(page.headers().allValues("set-cookie"))
        .singleElement()
        .asString()
        .containsIgnoringCase("HttpOnly")
        .contains("SameSite=Strict", "Path=/")
        .as("a demo is on loopback, without TLS")
        .doesNotContain("Secure");
  }

  @Test
  void noPageHoldsAScriptOrAStyleOfItsOwn() {
    Visitor researcher = Visitor.signedIn(console, Role.RESEARCHER);
    Visitor analyst = Visitor.signedIn(console, Role.ANALYST);

    for (String body :
        List.of(
            researcher.get("/live/conversation?id=lost_player").body(),
            analyst.get("/flagged/conversation?id=quiet_meadow").body(),
            new Visitor(console).get("/room").body())) {
      assertThat(body).doesNotContainPattern("<script(?![^>]*src=)");
      assertThat(body).doesNotContain("<style").doesNotContainPattern("\\sstyle=");
      assertThat(body).doesNotContainPattern("\\son[a-z]+=").doesNotContain("javascript:");
    }
  }

  @Test
  void aPostWithoutItsTokenIsRefusedAndChangesNothing() {
    Visitor administrator = Visitor.signedIn(console, Role.ADMINISTRATOR);
    long before = house.log.size();

    for (String path :
        List.of("/administration/person", "/administration/link", "/stop", "/sign-out", "/key")) {
      assertThat(administrator.postPlain(path, Map.of("name", "Eve")).statusCode())
          .as(path)
          .isEqualTo(403);
    }

    assertThat(house.log.size()).isEqualTo(before);
  }

  @Test
  void lookingAtTheSignInPageUsesNoLinkUpAndAUsedOneOpensNothing() {
    String token = console.getBean(SignInLinks.class).issue("analyst");
    Visitor preview = new Visitor(console);

    assertThat(preview.get("/sign-in").statusCode()).isEqualTo(200);
    assertThat(preview.get("/sign-in?code=" + token).statusCode()).isEqualTo(200);

    Map<String, String> code = Map.of("code", token);
    assertThat(new Visitor(console).post("/sign-in", "/sign-in", code).statusCode()).isEqualTo(303);
    HttpResponse<String> again = new Visitor(console).post("/sign-in", "/sign-in", code);
    assertThat(again.statusCode()).isEqualTo(401);
    assertThat(again.body()).contains("works once").doesNotContain(token);
  }

  @Test
  void anExpiredLinkOpensNothing() {
    String token = console.getBean(SignInLinks.class).issue("analyst");

    house.passes(SignInLinks.LIFETIME.toSeconds());

    assertThat(
            new Visitor(console).post("/sign-in", "/sign-in", Map.of("code", token)).statusCode())
        .isEqualTo(401);
  }

  @Test
  void signingInGivesASessionNobodyKnewBefore() {
    Visitor visitor = new Visitor(console);
    visitor.get("/sign-in");
    String before = session(visitor);
    String token = console.getBean(SignInLinks.class).issue("analyst");

    visitor.post("/sign-in", "/sign-in", Map.of("code", token));

    assertThat(session(visitor)).isNotEqualTo(before);
  }

  private static String session(Visitor visitor) {
    return visitor.cookies().getCookieStore().getCookies().stream()
        .filter(c -> c.getName().equals("SESSION"))
        .map(HttpCookie::getValue)
        .findFirst()
        .orElse("");
  }

  @Test
  void signingOutClosesEveryRoom() {
    Visitor visitor = Visitor.signedIn(console, Role.ANALYST);

    assertThat(visitor.post("/", "/sign-out", Map.of()).statusCode()).isEqualTo(303);

    assertThat(visitor.get("/flagged").statusCode()).isEqualTo(303);
  }

  @Test
  void aChangeOfRolesHoldsAtOnce() {
    People people = console.getBean(People.class);
    SignedIn temp = people.enrol("Temp", List.of(Role.ANALYST));
    Visitor visitor = new Visitor(console);
    String token = console.getBean(SignInLinks.class).issue(temp.id());
    visitor.post("/sign-in", "/sign-in", Map.of("code", token));
    assertThat(visitor.get("/flagged").statusCode()).isEqualTo(200);

    people.hear(
        new Entry.Person(house.clock.instant(), temp.id(), "Temp", List.of("professional"), null));

    assertThat(visitor.get("/flagged").statusCode()).isEqualTo(403);
  }

  @Test
  void theAdministratorMakesALinkThatIsShownOnceAndTheMakingIsOnRecord() {
    Visitor administrator = Visitor.signedIn(console, Role.ADMINISTRATOR);

    String page =
        administrator
            .post("/administration", "/administration/link", Map.of("person", "liaison"))
            .body();

    assertThat(page).containsPattern("http://127\\.0\\.0\\.1:\\d+/sign-in#[\\w-]{43}");
    assertThat(administrator.get("/administration").body()).doesNotContain("/sign-in#");
    assertThat(accesses())
        .anyMatch(a -> a.action().equals("make sign-in link") && a.subject().equals("liaison"));
  }

  @Test
  void aFormThatIsMuchTooLargeGetsAPlainAnswer() {
    Visitor analyst = Visitor.signedIn(console, Role.ANALYST);

    HttpResponse<String> answer =
        analyst.post("/library", "/library/ask", Map.of("question", "x".repeat(1_000_000)));

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("Too much at once");
  }

  static List<Entry.Access> accesses() {
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
}
