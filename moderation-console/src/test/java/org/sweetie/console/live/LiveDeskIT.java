package org.sweetie.console.live;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.sweetie.console.access.Role;
import org.sweetie.console.sample.Chromium;
import org.sweetie.console.sample.SampleConsole;
import org.sweetie.console.sample.SampleHouse;
import org.sweetie.engine.decision.ConversationState;
import org.sweetie.engine.message.ConversationId;
import org.sweetie.engine.needs.Needs;
import org.sweetie.engine.turn.ConversationRecord;

/** A researcher at the live desk, by keyboard, in a real browser. */
@Needs(program = "chromium", install = "apt-get install chromium")
class LiveDeskIT {
  private SampleHouse house;
  private ConfigurableApplicationContext console;
  private Chromium chromium;
  private BrowserContext context;
  private Page page;

  @BeforeEach
  void sitDown() {
    house = new SampleHouse().withConversations();
    console = SampleConsole.start(house);
    chromium = new Chromium(console);
    context = chromium.context(ColorScheme.LIGHT, 1280);
    page = chromium.signedIn(context, Role.RESEARCHER);
    page.navigate(chromium.address("/live/conversation?id=lost_player"));
  }

  @AfterEach
  void close() {
    chromium.close();
    console.close();
  }

  private ConversationRecord record() {
    return house.book.find(new ConversationId("lost_player")).orElseThrow();
  }

  @Test
  void aMessageAppearsAsItComesAndKeysReleaseAndWithhold() {
    page.keyboard().press("1");
    assertThat(page.locator("#m4")).containsText("released by researcher");
    assertThat(page.locator("#notice")).containsText("went out");

    house.says("lost_player", "are you still there?");
    assertThat(page.locator("#m5")).containsText("are you still there?");
    assertThat(page.locator("#desk-title")).hasText("Reply to message 5");

    page.waitForTimeout(900);
    page.keyboard().press("w");
    assertThat(page.locator("#desk-title")).hasText("Reply");
    assertThat(record().turns()).hasSize(5);
  }

  @Test
  void aKeyMeantForWhatStoodThereAMomentAgoChoosesNothing() {
    int sentBefore = house.sent.size();
    // The key is struck the moment the desk changes, however busy this machine is.
    page.evaluate(
        "document.addEventListener('htmx:sseMessage', () => {"
            + " const title = document.getElementById('desk-title').textContent;"
            + " if (title === 'Reply to message 4') document.body.dispatchEvent("
            + " new KeyboardEvent('keydown', {key: '1', bubbles: true})); })");

    house.says("lost_player", "one more thing");
    assertThat(page.locator("#desk-title")).hasText("Reply to message 4");

    page.waitForTimeout(1200);
    assertThat(house.sent).hasSize(sentBefore);
    page.keyboard().press("1");
    assertThat(page.locator("#m5")).containsText("released by researcher");
  }

  @Test
  void noKeyActsWhileAReasonIsTypedOrWhenKeysAreTurnedOff() {
    page.fill("#withhold-reason", "w1");
    page.press("#withhold-reason", "1");
    page.uncheck("[data-keys-toggle]");
    page.keyboard().press("1");

    page.waitForTimeout(500);
    assertThat(record().turns()).hasSize(3);
    assertThat(page.locator("#withhold-reason")).hasValue("w11");
  }

  @Test
  void b8_twoKeysStopTheConversation() {
    page.keyboard().press("s");
    assertThat(page.locator("#stop-dialog")).isVisible();
    page.keyboard().press("Enter");

    page.waitForURL("**/stop?scope=lost_player");
    assertThat(record().state()).isEqualTo(ConversationState.ENDED);
    assertThat(page.locator("h1")).hasText("This conversation is stopped");
  }

  @Test
  void aDroppedStreamSaysSoAndCatchesUpWithoutGapOrDuplicate() {
    context.setOffline(true);
    page.evaluate("document.querySelectorAll('[sse-connect]').length");
    house.says("lost_player", "this comes while the line is down");

    context.setOffline(false);

    assertThat(page.locator("#m4")).containsText("this comes while the line is down");
    assertThat(page.locator("[data-stream-state]")).hasText("");
    assertThat(page.locator(".turns > li")).hasCount(4);
  }

  @Test
  void anOpenPageOfSomebodyWhoSignedOutElsewhereShowsNothingNew() {
    Page other = context.newPage();
    other.navigate(chromium.address("/"));
    other.click("details.who summary");
    other.click("text=Sign out");
    other.waitForURL("**/sign-in");

    house.says("lost_player", "not for eyes that signed out");

    page.waitForTimeout(1500);
    assertThat(page.locator(".turns > li")).hasCount(3);
  }
}
