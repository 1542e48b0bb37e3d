package org.sweetie.console.access;

import java.io.IOException;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.task.support.TaskExecutorAdapter;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.config.BlockingExecutionConfigurer;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.scheduler.Schedulers;

/** How pages are served: off the event loop, with the two scripts of others from their webjars. */
@Configuration
class Serving implements WebFluxConfigurer {
  private static final MediaType SCRIPT = MediaType.parseMediaType("text/javascript;charset=UTF-8");

  /**
   * Every handler, and with it the template it names, runs where waiting is allowed: reading the
   * log, and Thymeleaf's first parse, would stop the event loop.
   */
  @Override
  public void configureBlockingExecution(BlockingExecutionConfigurer blocking) {
    blocking.setExecutor(new TaskExecutorAdapter(Schedulers.boundedElastic()::schedule));
    blocking.setControllerMethodPredicate(method -> true);
  }

  /** The scripts under names without a version, so that a new version is a change of the POM. */
  @Bean
  RouterFunction<ServerResponse> scriptsOfOthers() throws IOException {
    Resource htmx = webjar("htmx.org/*/dist/htmx.min.js");
    Resource sse = webjar("htmx-ext-sse/*/sse.js");
    return RouterFunctions.route()
        .GET("/assets/htmx.js", r -> ServerResponse.ok().contentType(SCRIPT).bodyValue(htmx))
        .GET("/assets/htmx-sse.js", r -> ServerResponse.ok().contentType(SCRIPT).bodyValue(sse))
        .build();
  }

  private static Resource webjar(String path) throws IOException {
    String pattern = "classpath*:/META-INF/resources/webjars/" + path;
    return Stream.of(new PathMatchingResourcePatternResolver().getResources(pattern))
        .findFirst()
        .orElseThrow(() -> new IOException("no " + path + " on the class path"));
  }
}
