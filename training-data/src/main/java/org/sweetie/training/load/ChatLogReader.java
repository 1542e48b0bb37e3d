package org.sweetie.training.load;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.message.Conversation;
import org.sweetie.engine.message.Utterance;
import org.sweetie.engine.signal.Indicator;
import org.sweetie.training.corpus.ConversationLabels;
import org.sweetie.training.corpus.LabelledConversation;

/**
 * A chat export as conversations. It ends one where nobody wrote for {@link #QUIET}, or after
 * {@link #MOST} messages, so that a log of years needs no more memory than that.
 *
 * <p>An export has no labels: its conversations are read as ordinary ones, in which nobody
 * approaches a child.
 */
final class ChatLogReader implements ConversationSource {
  static final Duration QUIET = Duration.ofHours(6);
  static final int MOST = 500;

  private static final int LONGEST_MESSAGE = 1 << 20;

  private final String name;
  private final TextLines lines;
  private final LineFormat format;
  private List<Utterance> said = new ArrayList<>();
  private @Nullable Draft draft;
  private int conversations;

  /** A message whose further lines may still come. */
  private static final class Draft {
    private final String author;
    private final @Nullable Instant time;
    private final StringBuilder text;

    private Draft(LineFormat.Line line) {
      author = line.author();
      time = line.time();
      text = new StringBuilder(line.text());
    }
  }

  ChatLogReader(Path file, TextLines lines, LineFormat format) {
    this.name = String.valueOf(file.getFileName());
    this.lines = lines;
    this.format = format;
  }

  @Override
  public Optional<LabelledConversation> next() {
    for (String line = lines.next(); line != null; line = lines.next()) {
      List<Utterance> whole = take(format.read(line));
      if (whole != null) {
        return Optional.of(conversation(whole));
      }
    }
    finishDraft();
    List<Utterance> last = said;
    said = new ArrayList<>();
    return last.isEmpty() ? Optional.empty() : Optional.of(conversation(last));
  }

  /** The conversation that this line shows to be over; null where none is. */
  private @Nullable List<Utterance> take(LineFormat.Line line) {
    switch (line.kind()) {
      case GOES_ON -> goOn(line.text());
      case UNKNOWN -> lines.skip("begins no message that this kind of export writes: left out");
      case NOTICE -> finishDraft();
      case BEGINS -> {
        finishDraft();
        List<Utterance> before = isOver(line.time()) ? said : null;
        said = before == null ? said : new ArrayList<>();
        draft = new Draft(line);
        return before;
      }
    }
    return null;
  }

  private void goOn(String text) {
    if (draft != null && draft.text.length() + text.length() < LONGEST_MESSAGE) {
      draft.text.append('\n').append(text);
    } else if (!text.isBlank()) {
      lines.skip(
          draft == null
              ? "goes on with a message that was not begun: left out"
              : "makes a message of more than " + LONGEST_MESSAGE + " characters: left out");
    }
  }

  private boolean isOver(@Nullable Instant next) {
    if (said.isEmpty()) {
      return false;
    }
    Instant last = said.get(said.size() - 1).time();
    boolean quiet = last != null && next != null && next.isAfter(last.plus(QUIET));
    return quiet || said.size() >= MOST;
  }

  private void finishDraft() {
    Draft done = draft;
    draft = null;
    if (done != null && !done.text.toString().isBlank()) {
      said.add(
          new Utterance(said.size() + 1, done.author, done.time, done.text.toString().strip()));
    }
  }

  private LabelledConversation conversation(List<Utterance> messages) {
    return ordinary(name + "#" + ++conversations, messages);
  }

  /** A conversation nobody labelled. */
  static LabelledConversation ordinary(String id, List<Utterance> messages) {
    List<Set<Indicator>> none = messages.stream().map(m -> Set.<Indicator>of()).toList();
    return new LabelledConversation(
        new Conversation(id, null, messages),
        new ConversationLabels(false, null, "export", "export", "export"),
        none);
  }

  @Override
  public long skipped() {
    return lines.skipped();
  }

  @Override
  public double share() {
    return lines.share();
  }

  @Override
  public void close() {
    lines.close();
  }
}
