package org.sweetie.console.live;

import java.util.Locale;
import java.util.Set;
import org.springframework.ui.Model;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.ISpringWebFluxTemplateEngine;

/** Renders one named fragment of a template to text. Parses on first use: call it off the loop. */
final class Fragments {
  private final ISpringWebFluxTemplateEngine engine;

  Fragments(ISpringWebFluxTemplateEngine engine) {
    this.engine = engine;
  }

  String render(String template, String fragment, Model model) {
    return engine.process(template, Set.of(fragment), new Context(Locale.ENGLISH, model.asMap()));
  }
}
