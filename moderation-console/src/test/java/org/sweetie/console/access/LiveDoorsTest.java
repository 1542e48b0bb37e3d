package org.sweetie.console.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.sweetie.console.sample.SampleConsole;
import org.sweetie.console.sample.SampleHouse;
import org.sweetie.console.sample.Visitor;

/** What is otherwise at the doors of a live home than at those of a demo. */
class LiveDoorsTest {
  private static SampleHouse house;
  private static ConfigurableApplicationContext console;

  @BeforeAll
  static void open() {
    house = new SampleHouse();
    console = SampleConsole.live(house);
  }

  @AfterAll
  static void close() {
    console.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/room", "/room/socket"})
  @DisplayName("B13: a live home has no chat room")
  void thereIsNoChatRoom(String path) {
    assertThat(new Visitor(console).get(path).statusCode()).isEqualTo(404);
  }

  @Test
  @DisplayName("B13: a live home takes no socket of a chat room and records nothing of it")
  void thereIsNoSocketOfOne() {
    URI page = new Visitor(console).uri("");
    long before = house.log.size();

    assertThatThrownBy(
            () ->
                HttpClient.newHttpClient()
                    .newWebSocketBuilder()
                    .header("Origin", page.toString())
                    .buildAsync(
                        URI.create("ws://" + page.getAuthority() + "/room/socket"),
                        new WebSocket.Listener() {})
                    .join())
        .hasCauseInstanceOf(WebSocketHandshakeException.class);
    assertThat(house.log.size()).isEqualTo(before);
  }

  @Test
  void theSessionCookieNeverTravelsInTheClear() {
    assertThat(new Visitor(console).get("/sign-in").headers().allValues("set-cookie"))
        .singleElement()
        .asString()
        .contains("; Secure", "; SameSite=Strict")
        .containsIgnoringCase("; HttpOnly");
  }
}
