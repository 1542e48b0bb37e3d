package org.sweetie.console.live;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.sweetie.console.review.Showing;
import org.thymeleaf.spring6.ISpringWebFluxTemplateEngine;

/** Joins the parts of this room that nobody outside needs. */
@Configuration
class LiveRoom {
  @Bean
  LiveParts liveParts(LiveDesk desk, Showing showing) {
    return new LiveParts(desk, showing);
  }

  @Bean
  Fragments fragments(ISpringWebFluxTemplateEngine engine) {
    return new Fragments(engine);
  }
}
