package org.sweetie.console.live;

import java.net.InetSocketAddress;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.socket.CloseStatus;
import org.springframework.web.reactive.socket.HandshakeInfo;
import org.springframework.web.reactive.socket.WebSocketHandler;
import org.springframework.web.reactive.socket.WebSocketMessage;
import org.springframework.web.reactive.socket.WebSocketSession;
import org.sweetie.bridge.channel.WebChat;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/**
 * Carries the frames of the web chat over a WebSocket (RFC 6455).
 *
 * <p>Only a page of this very server may connect, and only from this machine: the room of a demo is
 * on loopback (CONDUCT B13). A binary frame is released unread, and the channel notes that it came
 * (CONDUCT B14).
 */
final class RoomSocket implements WebSocketHandler {
  private final WebChat chat;

  RoomSocket(WebChat chat) {
    this.chat = chat;
  }

  @Override
  public Mono<Void> handle(WebSocketSession session) {
    if (!allowed(session.getHandshakeInfo())) {
      return session.close(CloseStatus.POLICY_VIOLATION.withReason("this room is on loopback"));
    }
    Sinks.Many<String> out = Sinks.many().unicast().onBackpressureBuffer();
    WebChat.Connection page = chat.connect(frame -> emitted(out, frame));
    Mono<Void> in =
        session
            .receive()
            .map(RoomSocket::taken)
            .publishOn(Schedulers.boundedElastic())
            .doOnNext(frame -> frame.handTo(page))
            .then()
            .publishOn(Schedulers.boundedElastic())
            .doFinally(end -> out.tryEmitComplete());
    Flux<WebSocketMessage> frames = out.asFlux().map(session::textMessage);
    return session
        .send(frames)
        .and(in)
        .publishOn(Schedulers.boundedElastic())
        .doFinally(end -> closed(page));
  }

  private static void closed(WebChat.Connection page) {
    Schedulers.boundedElastic().schedule(() -> page.closed("the page went away"));
  }

  private static synchronized boolean emitted(Sinks.Many<String> out, String frame) {
    return out.tryEmitNext(frame).isSuccess();
  }

  /** A frame freed of its buffer: text, or what is known of something that is not text. */
  private record Frame(@Nullable String text, int size) {
    void handTo(WebChat.Connection page) {
      if (text == null) {
        page.media("application/octet-stream", size);
      } else {
        page.text(text);
      }
    }
  }

  private static Frame taken(WebSocketMessage message) {
    int size = message.getPayload().readableByteCount();
    boolean text = message.getType() == WebSocketMessage.Type.TEXT;
    return new Frame(text ? message.getPayloadAsText() : null, size);
  }

  private static boolean allowed(HandshakeInfo handshake) {
    @Nullable InetSocketAddress remote = handshake.getRemoteAddress();
    return remote != null
        && remote.getAddress().isLoopbackAddress()
        && sameOrigin(handshake.getHeaders(), handshake.getUri());
  }

  private static boolean sameOrigin(HttpHeaders headers, URI uri) {
    @Nullable String origin = headers.getOrigin();
    if (origin == null) {
      return false;
    }
    URI from = URI.create(origin);
    return from.getAuthority() != null && from.getAuthority().equals(uri.getAuthority());
  }
}
