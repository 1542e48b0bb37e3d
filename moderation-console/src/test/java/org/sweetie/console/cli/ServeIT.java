package org.sweetie.console.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sweetie.engine.needs.Needs;

/** The packaged console of a live home: where it listens, and what it does not serve. */
class ServeIT {
  @TempDir Path folder;
  private Process serving;

  @AfterEach
  void end() throws InterruptedException {
    if (serving != null) {
      serving.destroy();
      serving.waitFor(30, TimeUnit.SECONDS);
    }
  }

  /** Serves a new live home on a free port and returns the administrator's sign-in link. */
  private URI live() throws Exception {
    Path printed = folder.resolve("printed.txt");
    serving =
        Program.command(
                List.of("serve", "--home", folder.resolve("home").toString(), "--port", "0"))
            .redirectOutput(printed.toFile())
            .redirectError(folder.resolve("errors.txt").toFile())
            .start();
    for (int i = 0; i < 900 && !Files.readString(printed).contains("No password"); i++) {
      assertThat(serving.waitFor(100, TimeUnit.MILLISECONDS)).as("ended").isFalse();
    }
    Matcher link =
        Pattern.compile("http://127\\.0\\.0\\.1:\\d+/sign-in#\\S+")
            .matcher(Files.readString(printed));
    assertThat(link.find()).as(Files.readString(printed)).isTrue();
    return URI.create(link.group());
  }

  private static HttpResponse<String> get(URI uri, String... headers) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri).header("Accept", "text/html");
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  @Test
  @DisplayName(
      "B13: a live home listens on loopback, has no chat room, and believes the proxy before it")
  void aLiveHome() throws Exception {
    URI link = live();

    for (String path : List.of("/room", "/room/socket")) {
      HttpResponse<String> room = get(link.resolve(path));
      assertThat(room.statusCode()).as(path).isEqualTo(404);
      assertThat(room.body()).contains("There is nothing here");
    }
    HttpResponse<String> behindTls = get(link.resolve("/sign-in"), "X-Forwarded-Proto", "https");
    assertThat(behindTls.headers().firstValue("strict-transport-security")).isPresent();
    assertThat(behindTls.headers().firstValue("set-cookie").orElse("")).contains("; Secure");
    assertThat(get(link.resolve("/sign-in")).headers().firstValue("set-cookie").orElse(""))
        .contains("; Secure");
    for (InetAddress other : otherAddresses()) {
      assertThatThrownBy(() -> new Socket(other, link.getPort()).close())
          .as(other.toString())
          .isInstanceOf(ConnectException.class);
    }
  }

  private static List<InetAddress> otherAddresses() throws Exception {
    return NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
        .toList();
  }

  @Test
  @Needs(program = "chromium", install = "apt-get install chromium")
  void theAdministratorOfALiveHomeSignsInOnLoopback() throws Exception {
    URI link = live();
    try (Playwright playwright =
            Playwright.create(
                new Playwright.CreateOptions()
                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser =
            playwright
                .chromium()
                .launch(
                    new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                        .setArgs(List.of("--no-sandbox", "--disable-gpu")))) {
      Page page = browser.newPage();
      page.navigate(link.toString());
      page.click("#sign-in button");
      page.waitForURL(link.resolve("/").toString());

      assertThat(page.textContent(".who summary")).contains("Administrator");
    }
  }

  @Test
  void aPortInUseIsOneLineAndNoHomeIsMade() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      for (List<String> demo : List.of(List.<String>of(), List.of("--demo"))) {
        Path home = folder.resolve("home" + demo.size());
        List<String> args = new java.util.ArrayList<>(demo);
        args.addAll(
            0,
            List.of(
                "serve",
                "--home",
                home.toString(),
                "--port",
                String.valueOf(taken.getLocalPort())));

        Program.Ended ended = Program.run("", args.toArray(String[]::new));

        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.err().strip())
            .isEqualTo("--port " + taken.getLocalPort() + " is in use; name another with --port");
        assertThat(home).doesNotExist();
      }
    }
  }
}
