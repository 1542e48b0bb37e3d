package org.sweetie.bridge.channel;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The counterpart's side of a conversation, with the pause before each line.
 *
 * @param conversation its id on record
 * @param account the account it is played from
 * @param about one neutral line for whoever watches
 */
public record PlayScript(String conversation, String account, String about, List<Line> lines) {
  private static final JsonMapper JSON = JsonMapper.shared();

  public PlayScript {
    lines = List.copyOf(lines);
  }

  /**
   * One line.
   *
   * @param after the pause before it
   * @param mediaType a declared media type where the line stands for something that is not text;
   *     otherwise null
   * @param mediaSize its declared size in bytes
   */
  public record Line(Duration after, String text, @Nullable String mediaType, long mediaSize) {}

  /**
   * Reads JSON Lines: a head {@code {"conversation":…,"account":…,"about":…}}, then a line {@code
   * {"after":SECONDS,"text":…}} each.
   *
   * @param file its name, for errors
   * @throws IllegalArgumentException naming file and line of what could not be read
   */
  public static PlayScript parse(String file, String text) {
    List<String> rows = text.lines().filter(row -> !row.isBlank()).toList();
    if (rows.isEmpty()) {
      throw new IllegalArgumentException(
          file + ":1: empty; expected a head line with \"conversation\" and \"account\"");
    }
    JsonNode head = row(file, 1, rows.get(0));
    List<Line> lines = new ArrayList<>();
    for (int i = 1; i < rows.size(); i++) {
      lines.add(line(file, i + 1, row(file, i + 1, rows.get(i))));
    }
    return new PlayScript(
        need(file, head, "conversation"),
        need(file, head, "account"),
        head.path("about").asString(""),
        lines);
  }

  /** The same script with each text changed. */
  public PlayScript mapText(UnaryOperator<String> change) {
    return new PlayScript(
        conversation,
        account,
        about,
        lines.stream()
            .map(l -> new Line(l.after(), change.apply(l.text()), l.mediaType(), l.mediaSize()))
            .toList());
  }

  private static Line line(String file, int number, JsonNode row) {
    JsonNode media = row.path("media");
    String text = row.path("text").asString("");
    if (text.isEmpty() && media.isMissingNode()) {
      throw new IllegalArgumentException(
          file + ":" + number + ": no \"text\"; give each line the text that is said");
    }
    Duration after = Duration.ofMillis(Math.round(1000 * row.path("after").asDouble(1)));
    return new Line(after, text, media.path("type").asString(null), media.path("size").asLong(-1));
  }

  private static String need(String file, JsonNode head, String key) {
    String value = head.path(key).asString("");
    if (value.isBlank()) {
      throw new IllegalArgumentException(file + ":1: no \"" + key + "\" in the head line; add it");
    }
    return value;
  }

  private static JsonNode row(String file, int number, String row) {
    try {
      return JSON.readTree(row);
    } catch (JacksonException bad) {
      throw new IllegalArgumentException(
          file + ":" + number + ": not JSON: " + bad.getOriginalMessage(), bad);
    }
  }
}
