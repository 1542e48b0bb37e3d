package org.sweetie.training.load;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.message.Utterance;
import org.sweetie.training.corpus.LabelledConversation;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON of DiscordChatExporter: one object, its {@code messages} read one by one. Messages of the
 * program (somebody joined, a pin) are left out. Cut into conversations as {@link ChatLogReader}
 * does.
 */
final class DiscordJsonReader implements ConversationSource {
  private static final Set<String> SAID = Set.of("Default", "Reply", "0", "19");

  private final Path file;
  private final Consumer<BadLine> onBadLine;
  private final CountedInput in;
  private final JsonParser parser;
  private List<Utterance> said = new ArrayList<>();
  private boolean begun;
  private boolean ended;
  private int conversations;
  private long skipped;

  DiscordJsonReader(Path file, Consumer<BadLine> onBadLine) {
    this.file = file;
    this.onBadLine = onBadLine;
    this.in = CountedInput.open(file);
    this.parser = JsonMapper.shared().createParser(in);
  }

  @Override
  public Optional<LabelledConversation> next() {
    for (JsonNode message = message(); message != null; message = message()) {
      Utterance utterance = utterance(message);
      if (utterance != null) {
        List<Utterance> before = isOver(utterance.time()) ? said : null;
        said = before == null ? said : new ArrayList<>();
        said.add(
            new Utterance(said.size() + 1, utterance.author(), utterance.time(), utterance.text()));
        if (before != null) {
          return Optional.of(conversation(before));
        }
      }
    }
    List<Utterance> last = said;
    said = new ArrayList<>();
    return last.isEmpty() ? Optional.empty() : Optional.of(conversation(last));
  }

  /** The next element of the messages; null at their end, or where the file breaks off. */
  private @Nullable JsonNode message() {
    try {
      if (ended || !(begun || seek())) {
        ended = true;
        return null;
      }
      if (parser.nextToken() == JsonToken.START_OBJECT) {
        return parser.readValueAsTree();
      }
      ended = true;
    } catch (JacksonException broken) {
      ended = true;
      skip("is not JSON from here on (" + broken.getOriginalMessage() + "): export it again");
    }
    return null;
  }

  /** Goes to the array of messages. */
  private boolean seek() {
    for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
      boolean outermost = parser.streamReadContext().getNestingDepth() == 1;
      if (token == JsonToken.PROPERTY_NAME && outermost) {
        boolean messages = parser.currentName().equals("messages");
        token = parser.nextToken();
        if (messages && token == JsonToken.START_ARRAY) {
          begun = true;
          return true;
        }
        parser.skipChildren();
      }
    }
    skip("has no \"messages\": give the JSON that DiscordChatExporter writes");
    return false;
  }

  private @Nullable Utterance utterance(JsonNode message) {
    String text = message.path("content").asString("");
    String type = message.path("type").asString("Default");
    JsonNode author = message.path("author");
    String name = author.path("id").asString(author.path("name").asString(""));
    if (name.isEmpty() || !message.path("content").isString()) {
      skip("a message without \"author\" or \"content\": left out");
      return null;
    }
    boolean isSaid = SAID.contains(type) && !text.isBlank();
    return isSaid
        ? new Utterance(1, name, time(message.path("timestamp").asString("")), text)
        : null;
  }

  private @Nullable Instant time(String written) {
    try {
      return OffsetDateTime.parse(written).toInstant();
    } catch (DateTimeException none) {
      return null;
    }
  }

  private boolean isOver(@Nullable Instant next) {
    Instant last = said.isEmpty() ? null : said.get(said.size() - 1).time();
    Duration gap = last == null || next == null ? Duration.ZERO : Duration.between(last, next);
    return gap.compareTo(ChatLogReader.QUIET) > 0 || said.size() >= ChatLogReader.MOST;
  }

  private LabelledConversation conversation(List<Utterance> messages) {
    return ChatLogReader.ordinary(file.getFileName() + "#" + ++conversations, messages);
  }

  private void skip(String problem) {
    skipped++;
    onBadLine.accept(new BadLine(file, parser.currentLocation().getLineNr(), problem));
  }

  @Override
  public long skipped() {
    return skipped;
  }

  @Override
  public double share() {
    return in.share();
  }

  @Override
  public void close() {
    parser.close();
  }
}
