package org.sweetie.engine.turn;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.conduct.ChildPhrases;
import org.sweetie.engine.conduct.ConductGate;
import org.sweetie.engine.conduct.LineRules;
import org.sweetie.engine.conduct.Mandate;
import org.sweetie.engine.conduct.MandateOffice;
import org.sweetie.engine.conduct.Mandates;
import org.sweetie.engine.conduct.Phrases;
import org.sweetie.engine.conduct.SafeguardingSigns;
import org.sweetie.engine.evidence.Entry;
import org.sweetie.engine.evidence.EvidenceLog;
import org.sweetie.engine.evidence.EvidenceLog.Stored;
import org.sweetie.engine.evidence.LogUnavailable;
import org.sweetie.engine.evidence.MemoryLog;
import org.sweetie.engine.message.ConversationId;
import org.sweetie.engine.message.Inbound;
import org.sweetie.engine.message.Inbound.Source;
import org.sweetie.engine.message.TextBytes;
import org.sweetie.engine.message.Utterance;
import org.sweetie.engine.signal.Analyzer;
import org.sweetie.engine.signal.ConversationFindings;
import org.sweetie.engine.signal.Indicator;
import org.sweetie.engine.signal.IndicatorSpan;
import org.sweetie.engine.signal.MessageFindings;
import org.sweetie.engine.signal.Reading;
import org.sweetie.engine.signal.Stage;
import org.sweetie.engine.text.OffsetMap;
import org.sweetie.engine.text.Readable;
import org.sweetie.engine.text.TextReader;

/** A whole turn on a log in memory, with small honest parts in the place of models and script. */
final class House implements Outbox {
  static final Source ROOM = new Source("web", "web:room", "guest");
  static final ConversationId C1 = new ConversationId("c1");

  Instant now = Instant.parse("2026-01-05T16:00:00Z");
  final Mandates authority = new Mandates();
  final ConversationBook book = new ConversationBook();
  final List<String> sent = new ArrayList<>();

  /** Replies that are being typed. */
  final List<Runnable> typing = new ArrayList<>();

  final Map<String, Indicator> indicatorOf = new HashMap<>();
  final EvidenceLog log;
  final TurnParts parts;
  final TurnDesk desk;
  boolean counterpartThere = true;
  @Nullable RuntimeException logFault;

  House(Mandate mandate) {
    this(mandate, new MemoryLog(), UnaryOperator.identity());
  }

  House(Mandate mandate, EvidenceLog kept, UnaryOperator<String> persona) {
    log = new BookedLog(new Breaking(kept), book);
    MandateOffice office = authority.office(mandate);
    Phrases phrases = phrases("gate.txt");
    parts =
        new TurnParts(
            log,
            book,
            new Masking(),
            new ByKeyword(indicatorOf),
            new Echoing(persona),
            new ConductGate(
                new LineRules(phrases, ChildPhrases.shipped(), new Masking()), "sha256:policy"),
            new SafeguardingSigns(phrases, phrases("ages.txt")),
            office);
    desk =
        new TurnDesk(parts, this, (InstantSource) () -> now, 7, (delay, send) -> typing.add(send));
  }

  static Phrases phrases(String file) {
    try (InputStream in = ConductGate.class.getResourceAsStream(file)) {
      return Phrases.parse(file, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void says(String text) {
    says(C1, text);
  }

  void says(ConversationId conversation, String text) {
    now = now.plusSeconds(20);
    desk.receive(new Inbound.Text(conversation, ROOM, now, TextBytes.of(text)));
  }

  ConversationRecord record() {
    return book.find(C1).orElseThrow();
  }

  List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    log.read(0, stored -> entries.add(stored.entry()));
    return entries;
  }

  List<String> kinds() {
    return entries().stream().map(e -> e.getClass().getSimpleName()).toList();
  }

  @Override
  public boolean send(ConversationId conversation, Source source, String text) {
    if (counterpartThere) {
      sent.add(text);
    }
    return counterpartThere;
  }

  /** Changes the last letter of a reply that was sent. */
  static Entry forge(Entry entry) {
    if (!(entry instanceof Entry.Reply reply)) {
      return entry;
    }
    return new Entry.Reply(
        reply.at(),
        reply.conversation(),
        reply.number(),
        reply.answers(),
        reply.text() + "!",
        reply.kind(),
        reply.rule(),
        reply.mandateId(),
        reply.releasedBy());
  }

  /** The log, which can be made to fail. */
  private final class Breaking implements EvidenceLog {
    private final EvidenceLog kept;

    Breaking(EvidenceLog kept) {
      this.kept = kept;
    }

    @Override
    public Receipt append(Entry entry) {
      if (logFault != null) {
        throw new LogUnavailable("the disk is full", logFault);
      }
      return kept.append(entry);
    }

    @Override
    public long size() {
      return kept.size();
    }

    @Override
    public void read(long from, java.util.function.Consumer<Stored> reader) {
      kept.read(from, reader);
    }

    @Override
    public List<Stored> conversation(ConversationId id) {
      return kept.conversation(id);
    }
  }

  /** Counts the token as a masked term. */
  private static final class Masking implements TextReader {
    @Override
    public Readable read(String original) {
      return new Readable(
          original,
          original,
          OffsetMap.identity(original.length()),
          original.contains(EXPLICIT) ? 1 : 0);
    }

    @Override
    public String hash() {
      return "sha256:none";
    }
  }

  /** Finds the indicators a test names, by a word in the message. */
  private static final class ByKeyword implements Analyzer {
    private final Map<String, Indicator> indicatorOf;

    ByKeyword(Map<String, Indicator> indicatorOf) {
      this.indicatorOf = indicatorOf;
    }

    @Override
    public String model() {
      return "sha256:keyword";
    }

    @Override
    public Reading begin(String id, @Nullable String language) {
      List<MessageFindings> found = new ArrayList<>();
      return new Reading() {
        @Override
        public MessageFindings read(Utterance message) {
          List<IndicatorSpan> spans =
              indicatorOf.entrySet().stream()
                  .filter(e -> message.text().contains(e.getKey()))
                  .map(e -> new IndicatorSpan(e.getValue(), 0.9, 0, message.text().length(), null))
                  .toList();
          found.add(
              new MessageFindings(message.n(), spans.isEmpty() ? 0.1 : 0.9, spans, List.of()));
          return found.get(found.size() - 1);
        }

        @Override
        public ConversationFindings soFar() {
          boolean flagged = found.stream().anyMatch(f -> f.risk() > 0.5);
          return new ConversationFindings(
              id, 0, flagged, null, null, Stage.CONTACT, "en", model(), found);
        }
      };
    }
  }

  /** A persona that takes her time. */
  static Proposer slow() {
    return new Echoing(line -> line + " (slowly)") {
      @Override
      public String hash() {
        return "sha256:slow";
      }

      @Override
      public Duration delay(String line, long seed) {
        return Duration.ofSeconds(3);
      }
    };
  }

  void finishTyping() {
    typing.forEach(Runnable::run);
    typing.clear();
  }

  /** Says its age first and a numbered line after that, through a change a test may make. */
  private static class Echoing implements Proposer {
    private final UnaryOperator<String> change;

    Echoing(UnaryOperator<String> change) {
      this.change = change;
    }

    @Override
    public String hash() {
      return "sha256:persona";
    }

    @Override
    public int age() {
      return 10;
    }

    @Override
    public Proposal propose(
        @Nullable String stateBefore, String text, long seed, Instant now, String user) {
      int turn = stateBefore == null || stateBefore.isEmpty() ? 0 : Integer.parseInt(stateBefore);
      String line =
          turn == 0 ? "hello, i'm 10" : "i like mangoes " + turn + " " + Math.floorMod(seed, 2);
      return new Proposal(change.apply(line), "~talk." + turn, Integer.toString(turn + 1));
    }
  }
}
