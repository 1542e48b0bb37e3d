package org.sweetie.console.sample;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;
import org.sweetie.console.access.Role;
import org.sweetie.console.access.SignInLinks;

/** The Chromium of this machine, looking at a console. */
public final class Chromium implements AutoCloseable {
  private static final List<String> QUIET =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private final ConfigurableApplicationContext console;
  private final Playwright playwright;
  private final Browser browser;

  public Chromium(ConfigurableApplicationContext console) {
    this.console = console;
    this.playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    this.browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of("/usr/bin/chromium"))
                    .setArgs(QUIET));
  }

  public String address(String path) {
    return "http://127.0.0.1:" + SampleConsole.port(console) + path;
  }

  public BrowserContext context(ColorScheme scheme, int width) {
    return browser.newContext(
        new Browser.NewContextOptions().setColorScheme(scheme).setViewportSize(width, 900));
  }

  /** A page of somebody who signed in by the link of the person who bears a role. */
  public Page signedIn(BrowserContext context, Role role) {
    Page page = context.newPage();
    String token = console.getBean(SignInLinks.class).issue(SampleHouse.id(role));
    page.navigate(address(SignInLinks.path(token)));
    page.click("#sign-in button");
    page.waitForURL(address("/"));
    return page;
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
