package org.sweetie.console.live;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import org.sweetie.console.access.Refused;
import org.sweetie.console.access.SignedIn;
import org.sweetie.engine.evidence.Entry;
import org.sweetie.engine.evidence.EvidenceLog.Stored;
import org.sweetie.engine.message.ConversationId;
import org.sweetie.engine.turn.ConversationRecord;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Server-sent events (WHATWG HTML, section 9.2) that renew parts of the live pages.
 *
 * <p>An event's id is the index of the newest entry it shows. Each carries a whole part, so an
 * event that comes twice changes nothing, and a page that was away is up to date after one.
 */
@RestController
class LiveStreams {
  private static final Duration GATHER = Duration.ofMillis(60);
  private static final int MOST_GATHERED = 512;
  private static final Duration HEARTBEAT = Duration.ofSeconds(10);

  private final LiveLog log;
  private final LiveDesk desk;
  private final LiveParts parts;
  private final Fragments fragments;

  LiveStreams(LiveLog log, LiveDesk desk, LiveParts parts, Fragments fragments) {
    this.log = log;
    this.desk = desk;
    this.parts = parts;
    this.fragments = fragments;
  }

  @GetMapping(path = "/live/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  Flux<ServerSentEvent<String>> list(
      @AuthenticationPrincipal SignedIn person,
      @RequestParam(defaultValue = "0") long from,
      @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String last,
      ServerWebExchange exchange) {
    Flux<ServerSentEvent<String>> events =
        gathered(start(from, last), entry -> entry.conversation() != null || isHouseStop(entry))
            .concatMapIterable(batch -> List.of(rows(batch, person)), 1);
    return whileSignedIn(exchange, events);
  }

  private ServerSentEvent<String> rows(List<Stored> batch, SignedIn person) {
    return event(batch, "rows", fragments.render("live", "rows", parts.list(person)));
  }

  @GetMapping(path = "/live/conversation/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  Flux<ServerSentEvent<String>> conversation(
      @AuthenticationPrincipal SignedIn person,
      @RequestParam String id,
      @RequestParam(defaultValue = "0") long from,
      @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String last,
      ServerWebExchange exchange) {
    ConversationId conversation = desk.find(id, person).id();
    Flux<ServerSentEvent<String>> events =
        gathered(
                start(from, last),
                entry -> conversation.equals(entry.conversation()) || isHouseStop(entry))
            .concatMapIterable(batch -> parts(conversation, batch, person), 1);
    return whileSignedIn(exchange, events);
  }

  private List<ServerSentEvent<String>> parts(
      ConversationId id, List<Stored> batch, SignedIn person) {
    try {
      ConversationRecord record = desk.find(id.value(), person);
      Model model = parts.conversation(record, person);
      return List.of(
          event(batch, "state", fragments.render("live-conversation", "state", model)),
          event(batch, "turns", fragments.render("live-conversation", "turns", model)),
          event(batch, "desk", fragments.render("live-conversation", "desk", model)),
          event(batch, "said", fragments.render("live-conversation", "said", model)));
    } catch (Refused sealed) {
      return List.of(event(batch, "sealed", String.valueOf(sealed.getMessage())));
    }
  }

  private static boolean isHouseStop(Entry entry) {
    return entry instanceof Entry.Stop || entry instanceof Entry.Resume;
  }

  /** A page that was away says what it saw last; a fresh one begins where it was drawn. */
  private static long start(long from, @Nullable String last) {
    if (last != null && last.matches("\\d{1,18}")) {
      return Long.parseLong(last) + 1;
    }
    return Math.max(0, from);
  }

  /** What comes close together is shown together: one turn is several entries. */
  private Flux<List<Stored>> gathered(long from, Predicate<Entry> relevant) {
    return log.entries(from)
        .filter(stored -> relevant.test(stored.entry()))
        .bufferTimeout(MOST_GATHERED, GATHER, Schedulers.parallel(), true)
        .publishOn(Schedulers.boundedElastic(), 1);
  }

  private static ServerSentEvent<String> event(List<Stored> batch, String name, String data) {
    return ServerSentEvent.builder(data)
        .id(String.valueOf(batch.get(batch.size() - 1).index()))
        .event(name)
        .build();
  }

  /**
   * Ends the stream with the session: nothing is shown to somebody who signed out or was idle too
   * long. The heartbeat finds that out, and keeps the connection open meanwhile.
   */
  private static Flux<ServerSentEvent<String>> whileSignedIn(
      ServerWebExchange exchange, Flux<ServerSentEvent<String>> events) {
    Mono<WebSession> session = exchange.getSession();
    Flux<ServerSentEvent<String>> beats =
        Flux.interval(Duration.ZERO, HEARTBEAT)
            .onBackpressureDrop()
            .map(n -> ServerSentEvent.<String>builder().comment("here").build());
    return session.flatMapMany(
        s -> Flux.merge(beats, events).takeWhile(e -> s.isStarted() && !s.isExpired()));
  }
}
