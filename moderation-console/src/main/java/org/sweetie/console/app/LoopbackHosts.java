package org.sweetie.console.app;

import java.net.InetSocketAddress;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Keeps a demo to this machine (CONDUCT B13): a request that names another host came by a name that
 * somebody pointed here (DNS rebinding), and is refused.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class LoopbackHosts implements WebFilter {
  private static final Set<String> HERE = Set.of("127.0.0.1", "localhost", "[::1]", "::1");

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    InetSocketAddress host = exchange.getRequest().getHeaders().getHost();
    if (host != null && HERE.contains(host.getHostString())) {
      return chain.filter(exchange);
    }
    exchange.getResponse().setStatusCode(HttpStatus.MISDIRECTED_REQUEST);
    return exchange.getResponse().setComplete();
  }
}
