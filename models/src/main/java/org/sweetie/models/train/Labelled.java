package org.sweetie.models.train;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.signal.Indicator;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A conversation with its labels, as training reads it.
 *
 * @param family the plot it was composed from, or the conversation it retells
 * @param offender the author who approaches a child; null where nobody does
 */
record Labelled(
    String id, String language, String family, @Nullable String offender, List<Message> messages) {
  static final String TOLD = "told:";
  private static final JsonMapper JSON = JsonMapper.shared();

  Labelled {
    messages = List.copyOf(messages);
  }

  /** Whether it retells one that an author wrote whole. */
  boolean told() {
    return family.startsWith(TOLD);
  }

  /** One message and what it does. */
  record Message(String author, String text, Set<Indicator> acts) {}

  /** Hands each conversation or single line of a JSONL file on; holds one at a time. */
  static void forEach(Path file, java.util.function.Consumer<Labelled> to) {
    int number = 0;
    try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        number++;
        to.accept(parse(JSON.readTree(line)));
      }
    } catch (IOException e) {
      throw new TrainingFailed("cannot read " + file, e);
    } catch (JacksonException | IllegalArgumentException e) {
      throw new TrainingFailed(
          file + ":" + number + ": expected one labelled conversation a line", e);
    }
  }

  private static Labelled parse(JsonNode json) {
    if (!json.has("messages")) {
      Message line = new Message("A", json.get("text").asString(), acts(json));
      return new Labelled("line", json.get("language").asString(), "line", null, List.of(line));
    }
    List<Message> messages = new ArrayList<>();
    for (JsonNode message : json.get("messages")) {
      messages.add(
          new Message(
              message.get("author").asString(), message.get("text").asString(), acts(message)));
    }
    JsonNode labels = json.get("labels");
    String offender = labels.get("positive").asBoolean() ? labels.get("offender").asString() : null;
    return new Labelled(
        json.get("id").asString(),
        json.get("language").asString(),
        labels.get("plot").asString().startsWith(TOLD)
            ? TOLD + labels.get("family").asString()
            : labels.get("family").asString(),
        offender,
        messages);
  }

  private static Set<Indicator> acts(JsonNode json) {
    Set<Indicator> acts = EnumSet.noneOf(Indicator.class);
    if (json.has("acts")) {
      for (JsonNode act : json.get("acts")) {
        acts.add(
            Indicator.ofWire(act.asString())
                .orElseThrow(
                    () -> new IllegalArgumentException("'" + act.asString() + "' is no act")));
      }
    }
    return acts;
  }
}
