package org.sweetie.models.suites;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.sweetie.engine.signal.Extractor;
import org.sweetie.engine.signal.IdentifierSpan;
import org.sweetie.engine.signal.IdentifierType;

/**
 * The fixtures of markdown-it/linkify-it: a text, and below it the first link in it; without a
 * second line the whole text is one.
 */
final class LinkSuite {
  private static final Set<IdentifierType> LINKS =
      Set.of(IdentifierType.URL, IdentifierType.EMAIL, IdentifierType.IP);

  private final Extractor extractor;

  LinkSuite(Extractor extractor) {
    this.extractor = extractor;
  }

  Suite links(Path file) throws IOException {
    Suite suite = new Suite("linkify-it links");
    List<String> lines = Files.readAllLines(file);
    for (int i = 0; i < lines.size(); i++) {
      String text = lines.get(i);
      if (text.isBlank() || text.startsWith("%")) {
        continue;
      }
      String next = i + 1 < lines.size() ? lines.get(i + 1) : "";
      boolean isPair = !next.isBlank() && !next.startsWith("%");
      suite.check(text, isPair ? next : text, first(text));
      i += isPair ? 1 : 0;
    }
    return suite;
  }

  Suite notLinks(Path file) throws IOException {
    Suite suite = new Suite("linkify-it not links");
    for (String text : Files.readAllLines(file)) {
      if (!text.isBlank() && !text.startsWith("%")) {
        suite.check(text, "", first(text));
      }
    }
    return suite;
  }

  private String first(String text) {
    return extractor.extract(text, "GB").stream()
        .filter(span -> LINKS.contains(span.type()))
        .map(IdentifierSpan::text)
        .findFirst()
        .orElse("");
  }
}
