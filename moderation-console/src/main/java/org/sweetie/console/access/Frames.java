package org.sweetie.console.access;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.sweetie.engine.evidence.LogUnavailable;
import reactor.core.publisher.Mono;

/** Puts the frame around every page, and says plainly why something could not be done. */
@ControllerAdvice
class Frames {
  private static final Logger LOG = LoggerFactory.getLogger(Frames.class);

  private final SessionIdentity identity;

  Frames(SessionIdentity identity) {
    this.identity = identity;
  }

  /** Subscribes to the CSRF token once a request: on WebFlux nothing else would. */
  @ModelAttribute("frame")
  Mono<Frame> frame(ServerWebExchange exchange) {
    String path = exchange.getRequest().getPath().value();
    return csrf(exchange)
        .flatMap(
            token ->
                person(exchange)
                    .map(p -> Frame.of(p, path, token))
                    .switchIfEmpty(Mono.fromSupplier(() -> Frame.of(null, path, token))));
  }

  private static Mono<String> csrf(ServerWebExchange exchange) {
    @Nullable Mono<CsrfToken> token = exchange.getAttribute(CsrfToken.class.getName());
    return token == null ? Mono.just("") : token.map(CsrfToken::getToken).defaultIfEmpty("");
  }

  /** Asks the session itself: what a filter refuses is refused outside the security context. */
  private Mono<SignedIn> person(ServerWebExchange exchange) {
    return identity
        .load(exchange)
        .flatMap(context -> Mono.justOrEmpty(context.getAuthentication()))
        .flatMap(authentication -> Mono.justOrEmpty(authentication.getPrincipal()))
        .ofType(SignedIn.class);
  }

  @ExceptionHandler
  Mono<Rendering> refused(Refused refused, ServerWebExchange exchange) {
    return notice(exchange, HttpStatus.UNPROCESSABLE_CONTENT, String.valueOf(refused.getMessage()));
  }

  @ExceptionHandler
  Mono<Rendering> unavailable(LogUnavailable failure, ServerWebExchange exchange) {
    LOG.error("The evidence log did not take an entry: {}", failure.getMessage());
    return notice(
        exchange,
        HttpStatus.SERVICE_UNAVAILABLE,
        "The evidence log could not make this durable, so nothing was done: "
            + failure.getMessage());
  }

  private Mono<Rendering> notice(ServerWebExchange exchange, HttpStatus status, String text) {
    boolean part = exchange.getRequest().getHeaders().getFirst("HX-Request") != null;
    return frame(exchange)
        .map(
            frame ->
                Rendering.view(part ? "parts/notice :: refused" : "refused")
                    .modelAttribute("frame", frame)
                    .modelAttribute("text", text)
                    .status(status)
                    .build());
  }
}
