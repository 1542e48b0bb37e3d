package org.sweetie.console.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.sweetie.console.access.Role;
import org.sweetie.console.sample.Chromium;
import org.sweetie.console.sample.SampleConsole;
import org.sweetie.console.sample.SampleHouse;
import org.sweetie.engine.needs.Needs;

/** Every page in a real browser: dark and light, wide and narrow, and what axe says of it. */
@Needs(program = "chromium", install = "apt-get install chromium")
class ConsolePagesIT {
  private static final Path SHOTS = Path.of("target", "screenshots");
  private static final Map<String, Role> PAGES = pages();

  private static ConfigurableApplicationContext console;
  private static Chromium chromium;

  private static Map<String, Role> pages() {
    Map<String, Role> pages = new LinkedHashMap<>();
    pages.put("/", Role.ANALYST);
    pages.put("/live", Role.RESEARCHER);
    pages.put("/live/conversation?id=lost_player", Role.RESEARCHER);
    pages.put("/live/conversation?id=quiet_meadow", Role.RESEARCHER);
    pages.put("/stop", Role.RESEARCHER);
    pages.put("/flagged", Role.ANALYST);
    pages.put("/flagged/conversation?id=quiet_meadow", Role.ANALYST);
    pages.put("/flagged/conversation?id=river_stone", Role.SAFEGUARDING_LEAD);
    pages.put("/cases", Role.LIAISON);
    pages.put("/library?q=pupil", Role.PROFESSIONAL);
    pages.put("/library/item?id=guide-1&start=125&end=190", Role.PROFESSIONAL);
    pages.put("/key", Role.LIAISON);
    pages.put("/administration", Role.ADMINISTRATOR);
    return pages;
  }

  @BeforeAll
  static void open() {
    console = SampleConsole.start(new SampleHouse().withConversations());
    chromium = new Chromium(console);
  }

  @AfterAll
  static void close() {
    chromium.close();
    console.close();
  }

  @ParameterizedTest
  @EnumSource(
      value = ColorScheme.class,
      names = {"DARK", "LIGHT"})
  void everyPageIsFreeOfAxeViolationsAndOfScriptErrors(ColorScheme scheme) {
    List<String> wrong = new ArrayList<>();

    for (int width : List.of(1280, 360)) {
      for (Role role : Role.values()) {
        visit(scheme, width, role, wrong);
      }
      try (BrowserContext context = chromium.context(scheme, width)) {
        look(context.newPage(), "/sign-in", scheme, width, wrong);
        look(context.newPage(), "/room", scheme, width, wrong);
      }
    }

    assertThat(wrong).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = ColorScheme.class,
      names = {"DARK", "LIGHT"})
  void whatIsRefusedAndWhatIsNotThereStandInTheFrameToo(ColorScheme scheme) {
    List<String> wrong = new ArrayList<>();

    for (int width : List.of(1280, 360)) {
      try (BrowserContext context = chromium.context(scheme, width)) {
        Page page = chromium.signedIn(context, Role.ANALYST);
        look(page, "/administration?refused", scheme, width, wrong);
        assertThat(page.textContent("h1")).isEqualTo("This room is not yours");
        look(page, "/nowhere", scheme, width, wrong);
        assertThat(page.textContent("h1")).isEqualTo("There is nothing here");
        page.locator("main a").click();
        page.waitForURL(chromium.address("/"));
      }
    }

    assertThat(wrong).isEmpty();
  }

  private static void visit(ColorScheme scheme, int width, Role role, List<String> wrong) {
    try (BrowserContext context = chromium.context(scheme, width)) {
      Page page = chromium.signedIn(context, role);
      page.onConsoleMessage(
          m -> {
            if (m.type().equals("error") || m.type().equals("warning")) {
              wrong.add(page.url() + " console: " + m.text());
            }
          });
      page.onPageError(e -> wrong.add(page.url() + " error: " + e));
      PAGES.entrySet().stream()
          .filter(e -> e.getValue() == role)
          .forEach(e -> look(page, e.getKey(), scheme, width, wrong));
    }
  }

  private static void look(
      Page page, String path, ColorScheme scheme, int width, List<String> wrong) {
    page.navigate(chromium.address(path));
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(SHOTS.resolve(name(path, scheme, width)))
            .setFullPage(true));
    String where = path + " " + scheme + " " + width;
    new AxeBuilder(page)
        .analyze()
        .getViolations()
        .forEach(
            v -> wrong.add(where + " axe: " + v.getId() + " " + v.getNodes().get(0).getHtml()));
    Object wide = page.evaluate("document.documentElement.scrollWidth > window.innerWidth");
    if (Boolean.TRUE.equals(wide)) {
      wrong.add(where + " is wider than the screen");
    }
  }

  private static String name(String path, ColorScheme scheme, int width) {
    String page = path.equals("/") ? "overview" : path.replaceAll("[^a-z]+", "-");
    return page.replaceAll("^-|-$", "") + "-" + scheme.name().toLowerCase() + "-" + width + ".png";
  }
}
