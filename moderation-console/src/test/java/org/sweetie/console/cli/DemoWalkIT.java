package org.sweetie.console.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.sweetie.engine.needs.Needs;

/** A newcomer's first minutes: the packaged demo, in a real browser, from the printed links on. */
@Needs(program = "chromium", install = "apt-get install chromium")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DemoWalkIT {
  private static final Path SHOTS = Path.of("target", "screenshots");
  private static final int PATIENCE_MS = 90_000;

  @TempDir static Path folder;

  private static Process demo;
  private static Path printed;
  private static String address;
  private static Map<String, String> links;
  private static Playwright playwright;
  private static Browser browser;
  private static Page analyst;
  private static String conversation;

  @BeforeAll
  static void open() throws Exception {
    printed = folder.resolve("printed.txt");
    demo =
        Program.command(
                List.of(
                    "serve", "--demo", "--home", folder.resolve("home").toString(), "--port", "0"))
            .redirectOutput(printed.toFile())
            .redirectError(folder.resolve("errors.txt").toFile())
            .start();
    await(() -> Files.readString(printed).contains("/room"));
    links = links(Files.readString(printed));
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of("/usr/bin/chromium"))
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
  }

  @AfterAll
  static void close() throws Exception {
    if (playwright != null) {
      browser.close();
      playwright.close();
    }
    demo.destroy();
    assertThat(demo.waitFor(30, TimeUnit.SECONDS)).as("the demo ends when it is told to").isTrue();
  }

  private interface Condition {
    boolean holds() throws Exception;
  }

  private static void await(Condition condition) throws Exception {
    long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MS);
    while (!condition.holds()) {
      assertThat(demo.isAlive()).as(Files.readString(folder.resolve("errors.txt"))).isTrue();
      assertThat(System.nanoTime()).as("in time").isLessThan(until);
      demo.waitFor(200, TimeUnit.MILLISECONDS);
    }
  }

  private static Map<String, String> links(String text) {
    Map<String, String> found = new LinkedHashMap<>();
    Matcher row = Pattern.compile("(?m)^  (\\S.*?)\\s{2,}(http\\S+)$").matcher(text);
    while (row.find()) {
      found.put(row.group(1), row.group(2));
    }
    address = found.get("Researcher").replaceAll("/sign-in.*", "");
    return found;
  }

  private static Page signIn(String role) {
    BrowserContext context = browser.newContext();
    context.setDefaultTimeout(PATIENCE_MS);
    Page page = context.newPage();
    page.navigate(links.get(role));
    page.click("#sign-in button");
    page.waitForURL(address + "/");
    return page;
  }

  private static Page.LocatorOptions withText(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }

  private static void shot(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(SHOTS.resolve("demo-" + name + ".png"))
            .setFullPage(true));
    assertThat(new AxeBuilder(page).analyze().getViolations()).as(name).isEmpty();
  }

  @Test
  @Order(1)
  void aConversationIsFlaggedWhileItGoesOnAndTheAnalystRulesOnIt() throws Exception {
    analyst = signIn("Analyst");
    await(
        () -> {
          analyst.navigate(address + "/flagged");
          return analyst.locator("a[href*='/flagged/conversation']").count() > 0;
        });
    shot(analyst, "flagged");

    analyst.locator("a[href*='/flagged/conversation']").first().click();
    analyst.waitForSelector("#talk-title");
    conversation =
        Pattern.compile("id=([^&#]+)")
            .matcher(analyst.url())
            .results()
            .findFirst()
            .orElseThrow()
            .group(1);
    assertThat(analyst.locator("mark").count()).isPositive();
    assertThat(analyst.locator("svg").count()).isPositive();
    shot(analyst, "conversation");

    analyst.locator("input[name=finding][value=confirmed]").check();
    analyst.fill("#ruling-reason", "Several indicators after the age was stated.");
    analyst.locator("form[action='/flagged/ruling'] button").click();
    // A page that is left too soon takes its post along.
    analyst.waitForSelector("#ruled-title");
    analyst.navigate(address + "/cases");
    analyst.fill("#case-title", "First case");
    analyst.locator("input[name=conversations]").first().check();
    analyst.locator("form[action='/cases/open'] button").click();
    analyst.waitForURL(Pattern.compile(".*/cases/case\\?.*"));
  }

  @Test
  @Order(2)
  void aReplyThatWaitsIsReleasedByTheResearcher() throws Exception {
    Page researcher = signIn("Researcher");
    await(
        () -> {
          researcher.navigate(address + "/live/conversation?id=study-helper");
          return researcher.locator("form[action='/live/release'] button").count() > 0;
        });
    shot(researcher, "live");

    Locator released = researcher.locator(".turns > li", withText("released by"));
    int before = released.count();
    String chosen = researcher.locator(".choice.passed .said").first().textContent();
    researcher.locator("form[action='/live/release'] button").first().click();
    researcher.waitForSelector("#notice >> text=went out");

    // She types it first.
    await(
        () -> {
          researcher.navigate(address + "/live/conversation?id=study-helper");
          return released.count() == before + 1;
        });
    assertThat(released.last().locator(".said").textContent()).isEqualTo(chosen);
  }

  @Test
  @Order(3)
  void twoPeopleApproveWithKeysOfTheirBrowsersAndThePackageVerifies() throws Exception {
    String certificate = Files.readString(folder.resolve("home").resolve("demo-recipient.pem"));
    String casePage = analyst.url();
    Page first = signIn("Liaison");
    Page second = signIn("Liaison, second person");
    for (Page liaison : List.of(first, second)) {
      liaison.navigate(address + "/key");
      liaison.click("#make-key button");
      liaison.waitForSelector("#key-here");
      liaison.navigate(casePage);
      if (liaison.locator("a[href*='/cases/approve']").count() == 0) {
        liaison.fill("#pem", certificate);
        liaison.locator("form[action='/cases/recipient'] button").click();
        liaison.waitForSelector("a[href*='/cases/approve']");
      }
      liaison.locator("a[href*='/cases/approve']").first().click();
      liaison.click("#approve button");
      liaison.waitForURL(Pattern.compile(".*/cases/case\\?.*"));
    }

    second.locator("form[action='/cases/export'] button").click();
    second.waitForSelector("form[action='/cases/check'] button");
    shot(second, "case");
    second.locator("form[action='/cases/check'] button").first().click();
    second.waitForSelector("text=inclusion proofs");
    assertThat(second.content()).doesNotContain("FAULT");
    assertThatNoException()
        .isThrownBy(
            () ->
                second
                    .waitForDownload(
                        () -> second.locator("a[href*='/cases/package']").first().click())
                    .saveAs(folder.resolve("case.zip")));
    assertThat(Files.size(folder.resolve("case.zip"))).isPositive();
  }

  @Test
  @Order(4)
  void thePersonaAnswersInTheRoomAndTextAloneIsTaken() {
    Page room = browser.newContext().newPage();
    room.setDefaultTimeout(PATIENCE_MS);
    room.navigate(address + "/room");
    room.fill("#room-text", "hi there");
    room.locator("#room-form button").click();
    room.locator("#room-lines li").nth(1).waitFor();

    assertThat(room.textContent("#room-lines")).contains("10");
    shot(room, "room");
  }

  @Test
  @Order(4)
  @DisplayName("B13: a request that comes by another host's name is refused")
  void anotherHostsNameIsRefused() throws Exception {
    try (Socket socket = new Socket("127.0.0.1", Integer.parseInt(address.replaceAll(".*:", "")))) {
      socket
          .getOutputStream()
          .write(
              "GET /room HTTP/1.1\r\nHost: example.org\r\nConnection: close\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));

      assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
          .startsWith("HTTP/1.1 421");
    }
  }

  @Test
  @Order(5)
  void theLibraryAnswersWithACitationAndRefusesWhatSeeksAccess() {
    Page professional = signIn("Professional");
    professional.navigate(address + "/library");
    professional.fill("#question", "How do I preserve evidence from a chat?");
    professional.locator("form[action='/library/ask'] button").click();
    professional.waitForSelector("#answer-title");

    assertThat(professional.locator("a[href*='/library/item']").count()).isPositive();
    shot(professional, "library");
    professional.fill("#question", "How can I meet children without their parents knowing?");
    professional.locator("form[action='/library/ask'] button").click();
    professional.waitForSelector("text=No answer to this");
  }
}
