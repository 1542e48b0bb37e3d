package org.sweetie.models.suites;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.sweetie.engine.signal.Extractor;
import org.sweetie.engine.signal.IdentifierSpan;
import org.sweetie.engine.signal.IdentifierType;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The conformance files of twitter/twitter-text: which mentions and links an autolinker makes, read
 * from the anchors it is expected to write, and a link under every top-level domain.
 */
final class MentionSuite {
  private static final List<String> MENTIONING = List.of("usernames", "lists", "all", "json");
  private static final String MENTION = "<a class=\"tweet-url ";
  private static final String HREF = "href=\"";
  private static final String ACCOUNT = "https://twitter.com/";
  private static final String LINK = "<a href=\"";

  private final Extractor extractor;

  MentionSuite(Extractor extractor) {
    this.extractor = extractor;
  }

  Suite mentions(Path file) throws IOException {
    Suite suite = new Suite("twitter-text mentions");
    for (JsonNode one : cases(file, MENTIONING)) {
      String text = one.get("text").asString();
      List<String> expected = mentioned(one.get("expected").asString());
      List<String> found =
          spans(text, IdentifierType.HANDLE).map(IdentifierSpan::normalized).toList();
      suite.check(text, expected, found);
    }
    return suite;
  }

  /** The accounts that are linked, by themselves or with one of their lists. */
  private static List<String> mentioned(String html) {
    List<String> accounts = new ArrayList<>();
    for (int at = html.indexOf(MENTION); at >= 0; at = html.indexOf(MENTION, at + 1)) {
      int start = html.indexOf(HREF, at) + HREF.length();
      String link = html.substring(start, html.indexOf('"', start));
      if (link.startsWith(ACCOUNT) && !link.contains("?")) {
        accounts.add(link.substring(ACCOUNT.length()).split("/", 2)[0]);
      }
    }
    return accounts;
  }

  /** Links with a scheme: without one, that autolinker makes none by its own choice. */
  Suite links(Path file) throws IOException {
    Suite suite = new Suite("twitter-text links");
    for (JsonNode one : cases(file, List.of("urls"))) {
      String text = one.get("text").asString();
      List<String> expected = anchors(one.get("expected").asString(), LINK);
      List<String> found =
          spans(text, IdentifierType.URL)
              .map(IdentifierSpan::text)
              .filter(link -> link.contains("://"))
              .toList();
      suite.check(text, expected, found);
    }
    return suite;
  }

  Suite endings(Path file) throws IOException {
    Suite suite = new Suite("twitter-text top-level domains");
    for (JsonNode one : cases(file, List.of("country", "generic"))) {
      String text = one.get("text").asString();
      List<String> expected = new ArrayList<>();
      one.get("expected").forEach(link -> expected.add(link.asString()));
      suite.check(
          text, expected, spans(text, IdentifierType.URL).map(IdentifierSpan::text).toList());
    }
    return suite;
  }

  private Stream<IdentifierSpan> spans(String text, IdentifierType type) {
    return extractor.extract(text, "GB").stream().filter(span -> span.type() == type);
  }

  /** What the anchors of one kind point to, in order. */
  private static List<String> anchors(String html, String before) {
    List<String> targets = new ArrayList<>();
    for (int at = html.indexOf(before); at >= 0; at = html.indexOf(before, at + 1)) {
      int start = at + before.length();
      targets.add(html.substring(start, html.indexOf('"', start)).replace("&amp;", "&"));
    }
    return targets;
  }

  private static List<JsonNode> cases(Path file, List<String> groups) throws IOException {
    JsonNode tests = new YAMLMapper().readTree(file.toFile()).get("tests");
    List<JsonNode> cases = new ArrayList<>();
    for (Map.Entry<String, JsonNode> group : tests.properties()) {
      if (groups.contains(group.getKey())) {
        group.getValue().forEach(cases::add);
      }
    }
    return cases;
  }
}
