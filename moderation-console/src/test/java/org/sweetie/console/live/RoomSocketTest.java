package org.sweetie.console.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.sweetie.console.sample.SampleConsole;
import org.sweetie.console.sample.SampleHouse;
import org.sweetie.engine.evidence.Entry;
import org.sweetie.engine.evidence.EvidenceLog;

class RoomSocketTest {
  private SampleHouse house;
  private ConfigurableApplicationContext console;
  private final List<Page> open = new ArrayList<>();

  @BeforeEach
  void open() {
    house = new SampleHouse();
    console = SampleConsole.start(house);
  }

  /** Pages first: a server that ends waits for whoever is still connected. */
  @AfterEach
  void close() {
    open.forEach(page -> page.socket.abort());
    console.close();
  }

  private String origin() {
    return "http://127.0.0.1:" + SampleConsole.port(console);
  }

  private Page page(String origin) {
    Page page = new Page();
    page.socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .header("Origin", origin)
            .connectTimeout(Duration.ofSeconds(10))
            .buildAsync(URI.create(origin().replace("http", "ws") + "/room/socket"), page)
            .join();
    open.add(page);
    return page;
  }

  private <T extends Entry> List<T> entries(Class<T> kind) {
    List<T> found = new ArrayList<>();
    house.log.read(
        0,
        stored -> {
          if (kind.isInstance(stored.entry())) {
            found.add(kind.cast(stored.entry()));
          }
        });
    return found;
  }

  @Test
  void aLineIsConfirmedOnceItIsOnRecord() {
    Page page = page(origin());
    page.send("{\"type\":\"hello\"}");
    assertThat(page.next()).contains("welcome");

    page.send("{\"type\":\"say\",\"id\":7,\"text\":\"hello there\"}");

    assertThat(page.next()).contains("kept").contains("7");
    assertThat(entries(Entry.MessageReceived.class))
        .singleElement()
        .satisfies(m -> assertThat(m.original().text()).isEqualTo("hello there"));
  }

  @Test
  void aLineOfAMegabyteArrivesWhole() {
    Page page = page(origin());
    page.send("{\"type\":\"hello\"}");
    page.next();

    page.send("{\"type\":\"say\",\"id\":1,\"text\":\"" + "\\u0001".repeat(999_999) + "x\"}");

    assertThat(page.next()).contains("kept");
    assertThat(entries(Entry.MessageReceived.class).get(0).original().text()).hasSize(1_000_000);
  }

  @Test
  void b14_aBinaryFrameIsRefusedAndNotedAndItsBytesAreNowhere() {
    Page page = page(origin());
    page.send("{\"type\":\"hello\"}");
    page.next();

    page.socket.sendBinary(ByteBuffer.wrap("MARKED-BYTES".getBytes()), true).join();

    assertThat(page.next()).contains("Only text can be sent here");
    assertThat(entries(Entry.MediaDropped.class))
        .singleElement()
        .satisfies(m -> assertThat(m.declaredSize()).isEqualTo(12));
    house.log.read(0, s -> assertThat(s.entry().toString()).doesNotContain("MARKED-BYTES"));
  }

  @Test
  void b13_aPageOfAnotherSiteCannotEnterTheRoom() {
    Page page = page("http://example.org");

    assertThat(page.next()).isEqualTo("closed 1008");
    assertThat(house.log.size()).isEqualTo(new SampleHouse().log.size());
  }

  @Test
  void aPageThatGoesAwayLeavesAGapOnRecord() throws InterruptedException {
    Page page = page(origin());
    page.send("{\"type\":\"hello\"}");
    page.next();
    page.send("{\"type\":\"say\",\"id\":1,\"text\":\"hello there\"}");
    page.next();

    page.socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();

    Entry gap =
        house
            .log
            .entries(0)
            .map(EvidenceLog.Stored::entry)
            .filter(Entry.Gap.class::isInstance)
            .blockFirst(Duration.ofSeconds(10));
    assertThat(gap).isNotNull();
  }

  /** A page that keeps the frames it gets. */
  private static final class Page implements WebSocket.Listener {
    private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();
    private final StringBuilder part = new StringBuilder();
    private WebSocket socket;

    void send(String frame) {
      socket.sendText(frame, true).join();
    }

    String next() {
      try {
        String frame = frames.poll(15, TimeUnit.SECONDS);
        return frame == null ? "nothing came" : frame;
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      part.append(data);
      if (last) {
        frames.add(part.toString());
        part.setLength(0);
      }
      from.request(1);
      return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
      frames.add("closed " + code);
      return null;
    }
  }
}
