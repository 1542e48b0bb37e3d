package org.sweetie.console.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.context.ConfigurableApplicationContext;
import org.sweetie.console.access.Role;
import org.sweetie.console.access.SignInLinks;

/** Somebody at a console, as a browser without scripts would see it. */
public final class Visitor {
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final ConfigurableApplicationContext console;
  private final CookieManager cookies = new CookieManager();
  private final HttpClient http =
      HttpClient.newBuilder()
          .cookieHandler(cookies)
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  public Visitor(ConfigurableApplicationContext console) {
    this.console = console;
  }

  /** A visitor who signed in with a fresh link of the person who bears a role. */
  public static Visitor signedIn(ConfigurableApplicationContext console, Role role) {
    Visitor visitor = new Visitor(console);
    String token = console.getBean(SignInLinks.class).issue(SampleHouse.id(role));
    HttpResponse<String> in = visitor.post("/sign-in", "/sign-in", Map.of("code", token));
    if (in.statusCode() != 303) {
      throw new AssertionError("sign-in answered " + in.statusCode() + ": " + in.body());
    }
    return visitor;
  }

  public URI uri(String path) {
    return URI.create("http://127.0.0.1:" + SampleConsole.port(console) + path);
  }

  public HttpResponse<String> get(String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(20)).GET();
    return send(request, headers);
  }

  /** Posts a form with the CSRF token that the page {@code from} holds. */
  public HttpResponse<String> post(String from, String to, Map<String, String> fields) {
    Matcher token = CSRF.matcher(get(from).body());
    Map<String, String> all = new LinkedHashMap<>(fields);
    if (token.find()) {
      all.put("_csrf", token.group(1));
    }
    return postPlain(to, all);
  }

  /** Posts a form as given. */
  public HttpResponse<String> postPlain(String to, Map<String, String> fields, String... headers) {
    String form =
        fields.entrySet().stream()
            .map(e -> encoded(e.getKey()) + "=" + encoded(e.getValue()))
            .collect(Collectors.joining("&"));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri(to))
            .timeout(Duration.ofSeconds(20))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form));
    return send(request, headers);
  }

  public CookieManager cookies() {
    return cookies;
  }

  public HttpClient http() {
    return http;
  }

  private HttpResponse<String> send(HttpRequest.Builder request, String... headers) {
    request.header("Accept", "text/html");
    for (int i = 0; i < headers.length; i += 2) {
      request.setHeader(headers[i], headers[i + 1]);
    }
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
