package org.sweetie.console.live;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.sweetie.console.access.OperationInWords;
import org.sweetie.console.access.People;
import org.sweetie.console.review.Showing;
import org.thymeleaf.spring6.ISpringWebFluxTemplateEngine;
import reactor.core.Disposable;

/** Joins the parts of this room that nobody outside needs. */
@Configuration
class LiveRoom {
  /** Keeps people and operations as the log has them, whoever appended to it. */
  @Bean(destroyMethod = "dispose")
  Disposable housekeeping(LiveLog log, People people, OperationInWords operations) {
    return log.entries(log.sizeWhenOpened())
        .subscribe(
            stored -> {
              people.hear(stored.entry());
              operations.hear(stored.entry());
            });
  }

  @Bean
  LiveParts liveParts(LiveDesk desk, Showing showing) {
    return new LiveParts(desk, showing);
  }

  @Bean
  Fragments fragments(ISpringWebFluxTemplateEngine engine) {
    return new Fragments(engine);
  }
}
