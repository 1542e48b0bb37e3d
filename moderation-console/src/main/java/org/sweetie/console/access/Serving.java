package org.sweetie.console.access;

import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.task.support.TaskExecutorAdapter;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.config.BlockingExecutionConfigurer;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.WebFilter;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** How pages are served: off the event loop. */
@Configuration
class Serving implements WebFluxConfigurer {
  /**
   * Every handler, and with it the template it names, runs where waiting is allowed: reading the
   * log, and Thymeleaf's first parse, would stop the event loop.
   */
  @Override
  public void configureBlockingExecution(BlockingExecutionConfigurer blocking) {
    blocking.setExecutor(new TaskExecutorAdapter(Schedulers.boundedElastic()::schedule));
    blocking.setControllerMethodPredicate(method -> true);
  }

  /** A form larger than is taken in is the sender's matter, and is told so in words. */
  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE)
  WebFilter tooLarge() {
    return (exchange, chain) ->
        chain
            .filter(exchange)
            .onErrorMap(
                DataBufferLimitException.class,
                large -> new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE, null, large));
  }

  @Bean
  RouterFunction<ServerResponse> assets() throws IOException {
    Assets assets = Assets.read();
    return RouterFunctions.route()
        .GET("/assets/{name}", request -> serve(assets, request.pathVariable("name")))
        .build();
  }

  private static Mono<ServerResponse> serve(Assets assets, String name) {
    return Mono.justOrEmpty(assets.find(name))
        .flatMap(file -> ServerResponse.ok().contentType(file.type()).bodyValue(file.bytes()))
        .switchIfEmpty(ServerResponse.notFound().build());
  }
}
