package org.sweetie.training.load;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.message.Conversation;
import org.sweetie.engine.message.Utterance;
import org.sweetie.engine.signal.Indicator;
import org.sweetie.training.corpus.ConversationLabels;
import org.sweetie.training.corpus.CorpusException;
import org.sweetie.training.corpus.LabelledConversation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One line of a corpus as a value; unknown keys are ignored, a missing or wrong one is named. */
final class CorpusJson {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private CorpusJson() {}

  static LabelledConversation conversation(String line) {
    JsonNode node = JSON.readTree(line);
    List<Utterance> messages = new ArrayList<>();
    List<Set<Indicator>> acts = new ArrayList<>();
    for (JsonNode message : need(node, "messages", JsonNode::isArray, "an array")) {
      messages.add(utterance(message));
      acts.add(acts(message));
    }
    Conversation conversation =
        new Conversation(text(node, "id"), optional(node, "language"), messages);
    return new LabelledConversation(
        conversation, labels(node, need(node, "labels", JsonNode::isObject, "an object")), acts);
  }

  /** Register and plot may stand beside the labels, or be left out: whoever labels may not know. */
  private static ConversationLabels labels(JsonNode conversation, JsonNode node) {
    boolean positive = need(node, "positive", JsonNode::isBoolean, "true or false").asBoolean();
    String plot = either(optional(node, "plot"), optional(conversation, "scenario"));
    return new ConversationLabels(
        positive,
        optional(node, "offender"),
        either(optional(node, "register"), optional(conversation, "register")),
        plot,
        either(optional(node, "family"), plot));
  }

  private static String either(@Nullable String first, @Nullable String second) {
    return first != null ? first : second != null ? second : ConversationLabels.UNKNOWN;
  }

  private static Utterance utterance(JsonNode node) {
    int n = need(node, "n", JsonNode::isInt, "a whole number").asInt();
    return new Utterance(n, text(node, "author"), time(node), text(node, "text"));
  }

  private static @Nullable Instant time(JsonNode node) {
    String time = optional(node, "time");
    try {
      return time == null ? null : Instant.parse(time);
    } catch (DateTimeException e) {
      throw new CorpusException(
          "'time' is '" + time + "', expected ISO-8601 UTC as in 2026-01-05T16:02:11Z", e);
    }
  }

  private static Set<Indicator> acts(JsonNode message) {
    Set<Indicator> acts = EnumSet.noneOf(Indicator.class);
    for (JsonNode act : message.path("acts")) {
      acts.add(
          Indicator.ofWire(act.asString())
              .orElseThrow(
                  () ->
                      new CorpusException(
                          "'" + act.asString() + "' is no indicator: use a name of taxonomy.tsv")));
    }
    return acts;
  }

  private static String text(JsonNode node, String key) {
    return need(node, key, JsonNode::isString, "text").asString();
  }

  private static @Nullable String optional(JsonNode node, String key) {
    JsonNode value = node.get(key);
    return value == null || value.isNull() ? null : text(node, key);
  }

  private static JsonNode need(
      JsonNode node, String key, java.util.function.Predicate<JsonNode> fits, String expected) {
    JsonNode value = node.get(key);
    if (value == null || !fits.test(value)) {
      throw new CorpusException(
          "'"
              + key
              + "' is "
              + (value == null ? "missing" : value.getNodeType())
              + ", expected "
              + expected);
    }
    return value;
  }
}
