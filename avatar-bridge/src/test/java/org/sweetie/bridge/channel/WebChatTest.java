package org.sweetie.bridge.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sweetie.engine.evidence.LogUnavailable;
import org.sweetie.engine.message.Inbound;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WebChatTest extends ChannelContract {
  private static final JsonMapper JSON = JsonMapper.shared();
  private final AtomicInteger tokens = new AtomicInteger();
  private final WebChat chat =
      new WebChat(
          inbox,
          () -> Times.NOW,
          SPACE,
          () -> String.format("%012d%020d", tokens.incrementAndGet(), 7));

  @Override
  Channel channel() {
    return chat;
  }

  @Override
  Peer peer() {
    return new Page();
  }

  /** A page as the browser plays it. */
  private final class Page implements Peer {
    private final List<JsonNode> frames = new ArrayList<>();
    private final WebChat.Connection connection;
    private boolean open = true;
    private int lastId;

    Page() {
      this(null);
    }

    Page(String resume) {
      connection = chat.connect(this::take);
      connection.text(
          JSON.createObjectNode().put("type", "hello").put("resume", resume).toString());
    }

    private boolean take(String frame) {
      if (open) {
        frames.add(JSON.readTree(frame));
      }
      return open;
    }

    @Override
    public void says(String text) {
      // The lone surrogate travels as a JSON escape, as a browser writes it.
      String escaped =
          JSON.writeValueAsString(text.replace("\ud800 ", "@lone@")).replace("@lone@", "\\ud800 ");
      connection.text("{\"type\":\"say\",\"id\":" + ++lastId + ",\"text\":" + escaped + "}");
    }

    @Override
    public void offers(String mediaType, byte[] content) {
      connection.text(
          "{\"type\":\"media\",\"mediaType\":\""
              + mediaType
              + "\",\"size\":"
              + content.length
              + "}");
    }

    @Override
    public void leaves() {
      open = false;
      connection.closed("closed by the page");
    }

    @Override
    public List<String> heard() {
      return all("line");
    }

    List<String> all(String type) {
      return frames.stream()
          .filter(f -> f.path("type").asString().equals(type))
          .map(f -> f.path("text").asString(""))
          .toList();
    }

    String token() {
      return frames.get(0).path("resume").asString();
    }
  }

  @Test
  void aLineIsConfirmedOnlyOnceItIsOnRecord() {
    Page page = new Page();
    page.says("hi");
    inbox.fault = new LogUnavailable("the disk is full", null);

    page.says("lost?");

    assertThat(page.all("kept")).hasSize(1);
    assertThat(page.all("notice")).singleElement().asString().contains("could not be kept");
  }

  @Test
  void aPageThatComesBackFindsItsConversationAndWhatWaited() {
    Page page = new Page();
    page.says("hi");
    page.leaves();
    assertThat(chat.send(inbox.received.get(0).conversation(), "are you there")).isFalse();

    Page back = new Page(page.token());
    back.says("yes");

    assertThat(back.heard()).containsExactly("are you there");
    assertThat(inbox.all(Inbound.Text.class))
        .extracting(Inbound.Text::conversation)
        .containsOnly(inbox.received.get(0).conversation());
  }

  @Test
  void theNameOnRecordDoesNotOpenTheConversation() {
    Page page = new Page();
    page.says("hi");
    String onRecord = inbox.received.get(0).conversation().value().substring("web-".length());

    assertThat(page.token()).doesNotContain(onRecord);
    assertThat(new Page(onRecord).token()).isNotEqualTo(page.token());
  }

  @Test
  void framesThatAreNotUnderstoodAreAnsweredPlainlyAndChangeNothing() {
    Page page = new Page();

    page.connection.text("not json");
    page.connection.text("{\"type\":\"dance\"}");
    page.connection.text("[]");
    page.says("");
    page.says("x".repeat(1) + " ".repeat(WebChat.LONGEST));

    assertThat(page.all("notice")).hasSize(5);
    assertThat(inbox.received).isEmpty();
  }

  @Test
  void aPageThatDidNotSayHelloIsToldSo() {
    List<String> frames = new ArrayList<>();
    WebChat.Connection connection = chat.connect(frames::add);

    connection.text("{\"type\":\"say\",\"id\":1,\"text\":\"hi\"}");

    assertThat(frames).singleElement().asString().contains("Say hello first");
  }

  @Test
  void closingTheChannelTellsEveryOpenConversation() {
    new Page().says("one");
    new Page().says("two");

    chat.close();

    assertThat(inbox.all(Inbound.Gap.class)).hasSize(2);
  }

  @Test
  @DisplayName("C7: of a page that only looks on, nothing goes on record")
  void aBystanderLeavesNothing() {
    Page bystander = new Page();
    Page early = new Page();
    new Page().says("hi");

    bystander.leaves();
    early.connection.text("{\"type\":\"hello\",\"resume\":\"" + bystander.token() + "\"}");
    chat.close();

    assertThat(inbox.received)
        .extracting(Inbound::conversation)
        .containsOnly(inbox.received.get(0).conversation());
  }

  @Test
  void aLineOfNothingVisibleIsRefusedInWordsAndIsNotOnRecord() {
    Page page = new Page();

    for (String line :
        List.of("\u0001\u0002\u0007\u200b\u202e", " \t\u00a0", "\ud800 ", "\ue000")) {
      page.says(line);
    }
    page.says("\u200b👋");

    assertThat(page.all("notice"))
        .hasSize(4)
        .allSatisfy(text -> assertThat(text).contains("spaces or control characters"));
    assertThat(page.all("kept")).hasSize(1);
    assertThat(inbox.texts()).containsExactly("\u200b👋");
  }

  @Test
  void aLineIsConfirmedOnceItIsOnRecordAndNotOnlyWhenItWasAnswered() {
    Page page = new Page();
    List<String> confirmedBeforeTheAnswer = new ArrayList<>();
    inbox.afterRecord = () -> confirmedBeforeTheAnswer.addAll(page.all("kept"));

    page.says("hello");

    assertThat(confirmedBeforeTheAnswer).hasSize(1);
  }

  @Test
  void aLineSaidAgainAfterALostConnectionIsOnRecordOnce() {
    Page first = new Page();
    String token = first.frames.get(0).path("resume").asString();
    Page[] second = new Page[1];
    // The connection is lost while the line is still being recorded.
    inbox.beforeRecord =
        () -> {
          inbox.beforeRecord = () -> {};
          first.open = false;
          second[0] = new Page(token);
          second[0].says("the same line");
        };

    first.says("the same line");
    second[0].lastId = 0;
    second[0].says("the same line");

    assertThat(inbox.texts()).containsExactly("the same line");
    assertThat(second[0].all("kept")).hasSize(2);
  }

  @Test
  void aLineThatCouldNotBeKeptIsTakenWhenItIsSaidAgain() {
    Page page = new Page();
    inbox.fault = new LogUnavailable("the disk is full", new java.io.IOException("no space"));
    page.says("hello");
    assertThat(page.all("kept")).isEmpty();

    inbox.fault = null;
    page.lastId = 0;
    page.says("hello");

    assertThat(inbox.texts()).containsExactly("hello");
    assertThat(page.all("kept")).hasSize(1);
  }

  @Test
  void linesWithoutANumberAreAllTaken() {
    Page page = new Page();

    page.connection.text("{\"type\":\"say\",\"text\":\"one\"}");
    page.connection.text("{\"type\":\"say\",\"text\":\"two\"}");

    assertThat(inbox.texts()).containsExactly("one", "two");
  }
}
