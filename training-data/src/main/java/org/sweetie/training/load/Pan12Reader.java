package org.sweetie.training.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.message.Conversation;
import org.sweetie.engine.message.Utterance;
import org.sweetie.engine.signal.Indicator;
import org.sweetie.training.corpus.ConversationLabels;
import org.sweetie.training.corpus.CorpusException;
import org.sweetie.training.corpus.LabelledConversation;

/**
 * Reads the official files of PAN-2012, train or test, as a stream: one conversation in memory. A
 * conversation is positive where an author on the list of predators wrote in it; he is its offender
 * (of several, the one who writes first).
 *
 * <p>The corpus gives times of day without a date, so messages have none. Its entities are those of
 * XML alone; anything else that a document may declare is refused.
 */
public final class Pan12Reader implements ConversationSource {
  private final Pan12Files files;
  private final Consumer<BadLine> onBadLine;
  private final Set<String> predators;
  private final Map<String, Set<Integer>> distinctive;
  private final CountedInput in;
  private final XMLStreamReader xml;
  private long skipped;
  private boolean ended;

  private Pan12Reader(Pan12Files files, Consumer<BadLine> onBadLine) {
    this.files = files;
    this.onBadLine = onBadLine;
    this.predators = files.predatorIds();
    this.distinctive = files.distinctiveLines(this::report);
    this.in = CountedInput.open(files.corpus());
    try {
      XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
      factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
      factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
      factory.setProperty(XMLInputFactory.IS_COALESCING, true);
      this.xml = factory.createXMLStreamReader(in);
    } catch (XMLStreamException e) {
      throw new CorpusException(
          files.corpus() + " is no XML: give the corpus as it was released", e);
    }
  }

  /**
   * Opens the corpus in a folder.
   *
   * @throws CorpusException saying which file is missing, or that a {@code diff} file is no label
   */
  public static Pan12Reader open(Path folder, Consumer<BadLine> onBadLine) {
    return new Pan12Reader(Pan12Files.in(folder), onBadLine);
  }

  /** Whether a line is distinctive by the ground truth of problem 2. */
  public boolean isDistinctive(String conversation, int line) {
    return distinctive.getOrDefault(conversation, Set.of()).contains(line);
  }

  /** The ids of problem 1. */
  public Set<String> predators() {
    return Set.copyOf(predators);
  }

  @Override
  public Optional<LabelledConversation> next() {
    try {
      while (!ended && xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT
            && xml.getLocalName().equals("conversation")) {
          LabelledConversation read = conversation();
          if (read != null) {
            return Optional.of(read);
          }
        }
      }
    } catch (XMLStreamException broken) {
      ended = true;
      skip("is not XML from here on (" + firstLine(broken) + "): what stood before was read");
    }
    return Optional.empty();
  }

  private @Nullable LabelledConversation conversation() throws XMLStreamException {
    String id = xml.getAttributeValue(null, "id");
    List<Utterance> messages = new ArrayList<>();
    while (xml.next() != XMLStreamConstants.END_ELEMENT
        || !xml.getLocalName().equals("conversation")) {
      if (xml.getEventType() == XMLStreamConstants.START_ELEMENT
          && xml.getLocalName().equals("message")) {
        Utterance message = message();
        if (message != null) {
          messages.add(message);
        }
      }
    }
    if (id == null) {
      skip("a conversation without an id: left out");
      return null;
    }
    return labelled(new Conversation(id, null, messages));
  }

  private @Nullable Utterance message() throws XMLStreamException {
    String line = xml.getAttributeValue(null, "line");
    String author = null;
    String text = null;
    while (xml.next() != XMLStreamConstants.END_ELEMENT || !xml.getLocalName().equals("message")) {
      if (xml.getEventType() == XMLStreamConstants.START_ELEMENT) {
        switch (xml.getLocalName()) {
          case "author" -> author = xml.getElementText().strip();
          case "text" -> text = xml.getElementText();
          default -> xml.getElementText();
        }
      }
    }
    if (author == null || text == null || line == null || !line.strip().matches("\\d{1,8}")) {
      skip("a message without line, author or text: left out");
      return null;
    }
    return new Utterance(Integer.parseInt(line.strip()), author, null, text);
  }

  private LabelledConversation labelled(Conversation conversation) {
    String offender =
        conversation.messages().stream()
            .map(Utterance::author)
            .filter(predators::contains)
            .findFirst()
            .orElse(null);
    List<Set<Indicator>> none =
        conversation.messages().stream().map(m -> Set.<Indicator>of()).toList();
    ConversationLabels labels =
        new ConversationLabels(offender != null, offender, "pan12", "pan12", "pan12");
    return new LabelledConversation(conversation, labels, none);
  }

  private void skip(String problem) {
    report(new BadLine(files.corpus(), xml.getLocation().getLineNumber(), problem));
  }

  private void report(BadLine bad) {
    skipped++;
    onBadLine.accept(bad);
  }

  private static String firstLine(XMLStreamException broken) {
    return String.valueOf(broken.getMessage()).lines().findFirst().orElse("");
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
    try {
      xml.close();
      in.close();
    } catch (XMLStreamException | IOException e) {
      throw new UncheckedIOException(new IOException("cannot close " + files.corpus(), e));
    }
  }
}
