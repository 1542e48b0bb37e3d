package org.sweetie.console.app;

import java.util.ArrayList;
import java.util.List;
import org.sweetie.engine.library.LibraryItem;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Library items as JSON objects. */
public final class LibraryItems {
  private static final JsonMapper JSON = JsonMapper.shared();

  private LibraryItems() {}

  /**
   * Reads one item.
   *
   * @throws IllegalArgumentException saying what is missing or wrong
   */
  public static LibraryItem parse(String line) {
    try {
      return of(JSON.readTree(line));
    } catch (JacksonException notJson) {
      throw new IllegalArgumentException("not JSON: " + notJson.getOriginalMessage(), notJson);
    }
  }

  /**
   * The item of a JSON object.
   *
   * @throws IllegalArgumentException saying what is missing or wrong
   */
  public static LibraryItem of(JsonNode node) {
    List<String> topics = new ArrayList<>();
    node.path("topics").forEach(topic -> topics.add(topic.asString("")));
    return new LibraryItem(
        need(node, "id"),
        need(node, "title"),
        need(node, "text"),
        need(node, "language"),
        node.path("type").asString(""),
        node.path("country").asString(""),
        topics,
        node.path("url").asString(""),
        node.path("published").isString() ? node.path("published").asString() : null);
  }

  private static String need(JsonNode node, String key) {
    JsonNode value = node.path(key);
    if (!value.isString() && !value.isNumber()) {
      throw new IllegalArgumentException(
          "no \"" + key + "\"; an item needs id, title, text and language");
    }
    return value.asString();
  }
}
