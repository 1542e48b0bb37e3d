package org.sweetie.console.access;

import java.util.Map;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.webflux.error.DefaultErrorAttributes;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Puts the frame around the pages of {@code templates/error} too. They are drawn when the request
 * has left every filter, so the frame is laid aside on its way out.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class FramedErrors extends DefaultErrorAttributes implements WebFilter {
  private static final String FRAME = FramedErrors.class.getName() + ".frame";

  private final Frames frames;

  FramedErrors(Frames frames) {
    this.frames = frames;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    return chain.filter(exchange).onErrorResume(failure -> layAside(exchange, failure));
  }

  private Mono<Void> layAside(ServerWebExchange exchange, Throwable failure) {
    if (exchange.getResponse().isCommitted()) {
      return Mono.error(failure);
    }
    return frames
        .frame(exchange)
        .doOnNext(frame -> exchange.getAttributes().put(FRAME, frame))
        .onErrorComplete()
        .then(Mono.error(failure));
  }

  @Override
  public Map<String, Object> getErrorAttributes(
      ServerRequest request, ErrorAttributeOptions options) {
    Map<String, Object> attributes = super.getErrorAttributes(request, options);
    if (isPage(request)) {
      attributes.put(
          "frame", request.attribute(FRAME).orElseGet(() -> Frame.of(null, request.path(), "")));
    }
    return attributes;
  }

  /** Whoever does not ask for a page gets the plain attributes, which name nobody. */
  private static boolean isPage(ServerRequest request) {
    return request.headers().accept().stream()
        .anyMatch(type -> !type.isWildcardType() && type.isCompatibleWith(MediaType.TEXT_HTML));
  }
}
