package org.sweetie.console.review;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.decision.ConversationState;
import org.sweetie.engine.evidence.Entry;
import org.sweetie.engine.signal.Stage;
import org.sweetie.engine.text.Readable;
import org.sweetie.engine.text.TextReader;
import org.sweetie.engine.turn.ConversationRecord;
import org.sweetie.engine.turn.Turn;
import org.sweetie.engine.turn.Turn.Speaker;

/** Makes of a conversation on record what a screen shows of it: masked text first (CONDUCT C6). */
public final class Showing {
  /** Characters of one message a screen shows; the whole stands in the log and in an export. */
  public static final int MOST_SHOWN = 4000;

  private static final int MOST_IN_A_LIST = 140;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final TextReader reader;

  public Showing(TextReader reader) {
    this.reader = reader;
  }

  /** A time as screens show it. */
  public static String time(Instant at) {
    return TIME.format(at);
  }

  /** A state in words. */
  public static String words(ConversationState state) {
    return switch (state) {
      case ENGAGED -> "Open";
      case SUPERVISED -> "Supervised";
      case DETERRING -> "Closing";
      case ENDED -> "Ended";
      case SAFEGUARDING -> "Safeguarding";
    };
  }

  /** {@code age_probing} as {@code age probing}. */
  static String words(String wire) {
    return wire.replace('_', ' ');
  }

  /** One line of a list. */
  public Summary summary(ConversationRecord record) {
    Optional<Turn> last = last(record);
    return new Summary(
        record.id().value(),
        record.source().account(),
        record.source().space(),
        record.state().wire(),
        words(record.state()),
        record.state().isOpen(),
        RiskView.of(record.risk(), record.flagged()),
        stage(record).wire(),
        record.turns().size(),
        last.map(t -> who(t.speaker())).orElse(""),
        last.map(t -> shortened(t.text())).orElse(""),
        last.map(t -> time(t.at())).orElse(""),
        record.pending() != null,
        ruled(record));
  }

  private static String ruled(ConversationRecord record) {
    List<Entry.Ruling> rulings = record.rulings();
    return rulings.isEmpty() ? "" : Finding.label(rulings.get(rulings.size() - 1).finding());
  }

  private static Optional<Turn> last(ConversationRecord record) {
    List<Turn> turns = record.turns();
    return turns.isEmpty() ? Optional.empty() : Optional.of(turns.get(turns.size() - 1));
  }

  /** The highest stage any indicator of the conversation belongs to. */
  static Stage stage(ConversationRecord record) {
    return record.findings().stream()
        .flatMap(f -> f.indicators().stream())
        .map(i -> i.name().stage())
        .max(Comparator.naturalOrder())
        .orElse(Stage.CONTACT);
  }

  private String shortened(String original) {
    String masked = readable(original).text().replaceAll("\\s+", " ");
    String shown = VisibleText.of(cut(masked, MOST_IN_A_LIST));
    return masked.length() > MOST_IN_A_LIST ? shown + "\u2026" : shown;
  }

  /**
   * The lines of a conversation.
   *
   * @param scores whether the reader may see explanations of scores (CONDUCT B13)
   */
  public List<TurnView> turns(ConversationRecord record, boolean scores) {
    return record.turns().stream().map(t -> turn(record, t, scores)).toList();
  }

  private TurnView turn(ConversationRecord record, Turn turn, boolean scores) {
    Optional<Entry.Findings> found = findings(record, turn);
    Readable readable = readable(turn.text());
    boolean flagged = record.flaggedAt().filter(at -> at <= turn.number()).isPresent();
    return new TurnView(
        turn.number(),
        who(turn.speaker()),
        turn.speaker().name().toLowerCase(Locale.ROOT),
        time(turn.at()),
        MarkedText.pieces(readable, found.map(Showing::marks).orElse(List.of())),
        found.map(f -> notes(f, scores)).orElse(List.of()),
        found.map(f -> RiskView.of(f.risk(), flagged)).orElse(null),
        readable.masked(),
        Math.max(0, turn.text().length() - MOST_SHOWN),
        orEmpty(turn.rule()),
        orEmpty(turn.releasedBy()));
  }

  private static Optional<Entry.Findings> findings(ConversationRecord record, Turn turn) {
    return record.findings().stream()
        .filter(f -> f.number() == turn.number() && turn.speaker() == Speaker.COUNTERPART)
        .findFirst();
  }

  /** Cut first: masking a message of a megabyte for every look at it would help nobody. */
  private Readable readable(String original) {
    return reader.read(cut(original, MOST_SHOWN));
  }

  /** Masked text of a line that is not on record as a turn: a candidate. */
  public String masked(String original) {
    return VisibleText.of(readable(original).text());
  }

  static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    return text.substring(0, end);
  }

  private static List<MarkedText.Mark> marks(Entry.Findings found) {
    List<Found> all = Found.in(found);
    return IntStream.range(0, all.size())
        .mapToObj(
            i ->
                new MarkedText.Mark(
                    all.get(i).start(), all.get(i).end(), i + 1, all.get(i).identifier()))
        .toList();
  }

  private static List<Note> notes(Entry.Findings found, boolean scores) {
    List<Found> all = Found.in(found);
    return IntStream.range(0, all.size()).mapToObj(i -> note(i + 1, all.get(i), scores)).toList();
  }

  private static Note note(int ref, Found found, boolean scores) {
    return new Note(
        ref,
        found.identifier() ? "identifier" : "indicator",
        words(found.name()),
        VisibleText.of(found.value()),
        score(found.score(), scores));
  }

  private static String score(double score, boolean shown) {
    return shown ? String.format(Locale.ROOT, "%.2f", score) : "";
  }

  /** The name of a side on screens. */
  static String who(Speaker speaker) {
    return switch (speaker) {
      case COUNTERPART -> "Counterpart";
      case PERSONA -> "Persona";
      case ORGANISATION -> "Organisation";
    };
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
