package org.sweetie.training.load;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.sweetie.engine.message.Conversation;
import org.sweetie.engine.message.Utterance;
import org.sweetie.engine.signal.Indicator;
import org.sweetie.training.corpus.ConversationLabels;
import org.sweetie.training.corpus.LabelledConversation;
import org.sweetie.training.corpus.LabelledLine;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes corpora as JSON Lines: the conversation format of {@code sweetie analyze} with labels
 * beside it.
 */
public final class CorpusWriter {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private CorpusWriter() {}

  /** Writes conversations as they come; returns how many. Keys are always in the same order. */
  public static long writeConversations(Path file, Stream<LabelledConversation> conversations) {
    return write(file, conversations.map(CorpusWriter::json));
  }

  /** Writes single lines as they come; returns how many. */
  public static long writeLines(Path file, Stream<LabelledLine> lines) {
    return write(file, lines.map(CorpusWriter::json));
  }

  private static long write(Path file, Stream<String> lines) {
    try (Stream<String> all = lines;
        BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      long written = 0;
      for (String line : (Iterable<String>) all::iterator) {
        out.write(line);
        out.write('\n');
        written++;
      }
      return written;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot write " + file + ": check the folder and the space on it", e);
    }
  }

  static String json(LabelledConversation labelled) {
    Conversation conversation = labelled.conversation();
    ObjectNode node = JSON.createObjectNode().put("id", conversation.id());
    if (conversation.language() != null) {
      node.put("language", conversation.language());
    }
    node.put("synthetic", true);
    node.set("labels", labels(labelled.labels()));
    ArrayNode messages = node.putArray("messages");
    for (int i = 0; i < conversation.messages().size(); i++) {
      messages.add(message(conversation.messages().get(i), labelled.acts().get(i)));
    }
    return JSON.writeValueAsString(node);
  }

  private static ObjectNode labels(ConversationLabels labels) {
    return JSON.createObjectNode()
        .put("positive", labels.positive())
        .put("offender", labels.offender())
        .put("register", labels.register())
        .put("plot", labels.plot())
        .put("family", labels.family());
  }

  private static ObjectNode message(Utterance message, Set<Indicator> acts) {
    ObjectNode node = JSON.createObjectNode().put("n", message.n()).put("author", message.author());
    if (message.time() != null) {
      node.put("time", message.time().toString());
    }
    node.put("text", message.text());
    node.set("acts", acts(acts));
    return node;
  }

  private static ArrayNode acts(Set<Indicator> acts) {
    ArrayNode names = JSON.createArrayNode();
    acts.stream().sorted().forEach(act -> names.add(act.wire()));
    return names;
  }

  static String json(LabelledLine line) {
    ObjectNode node =
        JSON.createObjectNode()
            .put("text", line.text())
            .put("language", line.language())
            .put("register", line.register())
            .put("synthetic", true);
    node.set("acts", acts(line.acts()));
    return JSON.writeValueAsString(node.put("family", line.family()));
  }
}
