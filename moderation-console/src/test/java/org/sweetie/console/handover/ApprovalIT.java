package org.sweetie.console.handover;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.sweetie.console.access.People;
import org.sweetie.console.access.Role;
import org.sweetie.console.sample.Chromium;
import org.sweetie.console.sample.SampleConsole;
import org.sweetie.console.sample.SampleHouse;
import org.sweetie.engine.needs.Needs;

@DisplayName("C2: two people approve, each with a key only their own browser holds")
@Needs(program = "chromium", install = "apt-get install chromium")
class ApprovalIT {
  private ConfigurableApplicationContext console;
  private Chromium chromium;

  @BeforeEach
  void open() {
    console = SampleConsole.start(new SampleHouse().withConversations());
    chromium = new Chromium(console);
  }

  @AfterEach
  void close() {
    chromium.close();
    console.close();
  }

  private Page at(Role role) {
    BrowserContext context = chromium.context(ColorScheme.LIGHT, 1280);
    return chromium.signedIn(context, role);
  }

  private String openedCase() {
    Page analyst = at(Role.ANALYST);
    analyst.navigate(chromium.address("/cases"));
    analyst.fill("#case-title", "Example case");
    analyst.check("input[value=kind_harbor]");
    analyst.click("text=Open the case");
    analyst.waitForURL("**/cases/case?id=case-1");
    analyst.fill("#pem", "-----BEGIN CERTIFICATE-----");
    analyst.click("main details button");
    assertThat(analyst.locator("h3")).hasText("CN=Example Recipient");
    return analyst.url();
  }

  private static void makeKey(Page page, String address) {
    page.navigate(address);
    page.click("#make-key button");
    assertThat(page.locator("#key-here")).hasText("Its private half is in this browser.");
  }

  @Test
  void anApproverMakesAKeyReadsTheStatementAndSignsIt() {
    String address = openedCase();
    Page liaison = at(Role.LIAISON);
    makeKey(liaison, chromium.address("/key"));

    liaison.navigate(address);
    liaison.click("text=Read and approve");
    assertThat(liaison.locator("#statement")).containsText("handover of case case-1");
    liaison.click("text=Sign and approve");

    assertThat(liaison.locator(".plain-list li strong")).hasText("liaison");
  }

  @Test
  void theKeyCannotBeTakenOutOfTheBrowserNorRegisteredTwice() {
    Page liaison = at(Role.LIAISON);
    makeKey(liaison, chromium.address("/key"));

    Object extractable =
        liaison.evaluate(
            "() => new Promise(done => { const o = indexedDB.open('sweetie-approval-keys', 1);"
                + " o.onsuccess = () => { const r = o.result.transaction('keys')"
                + ".objectStore('keys').get('liaison');"
                + " r.onsuccess = () => done(r.result.privateKey.extractable); }; })");

    Assertions.assertThat(extractable).isEqualTo(false);
    assertThat(liaison.locator("#make-key")).hasCount(0);
    Assertions.assertThat(console.getBean(People.class).find("liaison").orElseThrow().publicKey())
        .isNotNull();
  }

  @Test
  void aStatementThatIsNotTheOneShownIsNotSigned() {
    String address = openedCase();
    Page liaison = at(Role.LIAISON);
    makeKey(liaison, chromium.address("/key"));
    liaison.navigate(address);
    liaison.click("text=Read and approve");
    // Nothing waits for the page before a script is run in it.
    liaison.waitForSelector("#approve");

    liaison.evaluate(
        "document.querySelector('#approve [name=statement]').value = btoa('something else')");
    liaison.click("text=Sign and approve");

    assertThat(liaison.locator("#approve-trouble"))
        .containsText("What is shown is not what would be signed");
  }

  @Test
  void aButtonPressedBeforeItsScriptIsThereSendsNothing() {
    String address = openedCase();
    Page liaison = at(Role.LIAISON);
    liaison.route("**/assets/keys.js", Route::abort);
    liaison.navigate(chromium.address("/key"));
    assertThat(liaison.locator("#make-key button")).isDisabled();
    liaison.unroute("**/assets/keys.js");
    makeKey(liaison, chromium.address("/key"));
    liaison.route("**/assets/keys.js", Route::abort);

    liaison.navigate(address);
    liaison.click("text=Read and approve");

    assertThat(liaison.locator("#approve button")).isDisabled();
    // What a browser without the script would post all the same is answered for what it is.
    liaison.evaluate("document.getElementById('approve').submit()");
    assertThat(liaison.locator("[role=alert]")).containsText("No signature came along");
  }

  @Test
  void aBrowserWithoutTheKeyCannotApprove() {
    String address = openedCase();
    makeKey(at(Role.LIAISON), chromium.address("/key"));
    Page elsewhere = at(Role.LIAISON);
    elsewhere.navigate(address);
    elsewhere.click("text=Read and approve");

    elsewhere.click("text=Sign and approve");

    assertThat(elsewhere.locator("#approve-trouble"))
        .containsText("Your key is not in this browser");
  }
}
