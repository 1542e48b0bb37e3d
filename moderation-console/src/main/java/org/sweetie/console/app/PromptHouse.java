package org.sweetie.console.app;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.sweetie.engine.conduct.MandateOffice;
import org.sweetie.engine.evidence.Entry;
import org.sweetie.engine.evidence.EvidenceLog;
import org.sweetie.engine.evidence.MemoryLog;
import org.sweetie.engine.message.ConversationId;
import org.sweetie.engine.message.Inbound;
import org.sweetie.engine.message.Inbound.Source;
import org.sweetie.engine.message.TextBytes;
import org.sweetie.engine.persona.Persona;
import org.sweetie.engine.script.ScriptState;
import org.sweetie.engine.script.TurnExplanation;
import org.sweetie.engine.script.TurnSettings;
import org.sweetie.engine.text.TextReader;
import org.sweetie.engine.turn.BookedLog;
import org.sweetie.engine.turn.ConversationBook;
import org.sweetie.engine.turn.TurnDesk;
import org.sweetie.engine.turn.TurnParts;

/**
 * One conversation with a persona at the prompt: the whole turn, in memory, under a demo mandate
 * that holds for this run alone (CONDUCT B13). Every rule that holds on a channel holds here; after
 * the end each line is answered by an empty one.
 */
public final class PromptHouse {
  private static final ConversationId CONVERSATION = new ConversationId("prompt");

  private final Persona persona;
  private final String user;
  private final MemoryLog log = new MemoryLog();
  private final TextReader reader;
  private final StringBuilder reply = new StringBuilder();
  private final TurnDesk desk;
  private final Source source;
  private Instant now;
  private long before;

  /**
   * @param now the time of every turn, until a later one is given
   * @param seed where all chance comes from
   * @param user the counterpart's name
   */
  public PromptHouse(Persona persona, Instant now, long seed, String user) {
    this(persona, now, seed, user, Readers.ofComposedText());
  }

  /**
   * @param readers which several conversations may share
   */
  PromptHouse(Persona persona, Instant now, long seed, String user, Readers readers) {
    this.persona = persona;
    this.user = user;
    this.now = now;
    this.source = new Source("prompt", DemoMandate.ROOM, user);
    Conduct conduct = Conduct.shipped(readers.text());
    this.reader = readers.text();
    ConversationBook book = new ConversationBook();
    EvidenceLog booked = new BookedLog(log, book);
    TurnParts parts =
        new TurnParts(
            booked,
            book,
            readers.text(),
            readers.analyzer(),
            Personas.proposer(persona),
            conduct.gate(),
            conduct.signs(),
            office(now));
    desk =
        new TurnDesk(
            parts,
            (conversation, from, text) -> {
              reply.append(text);
              return true;
            },
            () -> this.now,
            seed);
  }

  private static MandateOffice office(Instant now) {
    DemoMandate demo = new DemoMandate(now, Texts.deterrence());
    MandateOffice office =
        new MandateOffice(Set.of(demo.authorityKey()), new MandateDocument(), true);
    MandateDocument.Envelope envelope = demo.autonomous();
    office.file(envelope.document(), envelope.signature(), envelope.authorityKey());
    return office;
  }

  /** The reply to one line that comes in later; empty where none is due. */
  String answer(String line, Instant at) {
    now = at;
    return answer(line);
  }

  /** The reply to one line; empty where none is due. */
  public String answer(String line) {
    reply.setLength(0);
    before = log.size();
    if (!line.isEmpty()) {
      desk.receive(new Inbound.Text(CONVERSATION, source, now, TextBytes.of(line)));
    }
    return reply.toString();
  }

  /** What the last line led to on the record, in order. */
  public List<Entry> record() {
    List<Entry> entries = new ArrayList<>();
    log.read(before, stored -> entries.add(stored.entry()));
    return entries;
  }

  /** What the script did with a line that it was asked about, once more. */
  public TurnExplanation explain(String line, String stateBefore, long seed) {
    return persona.script().explain(state(stateBefore), heard(line), settings(seed));
  }

  /** The faults of the script that the last line brought out. */
  public List<String> faults() {
    List<String> faults = new ArrayList<>();
    String line = "";
    for (Entry entry : record()) {
      if (entry instanceof Entry.MessageReceived received) {
        line = received.original().text();
      } else if (entry instanceof Entry.Candidates drawn) {
        // A turn is a function: run again it meets the same faults.
        ScriptState state = state(drawn.stateBefore());
        faults.addAll(
            persona.script().respond(state, heard(line), settings(drawn.seed())).faults());
      }
    }
    return faults;
  }

  private static ScriptState state(String encoded) {
    return encoded.isEmpty() ? ScriptState.start() : ScriptState.decode(encoded);
  }

  private String heard(String line) {
    return reader.read(line).text();
  }

  private TurnSettings settings(long seed) {
    return new TurnSettings(seed, now, persona.profile().name(), user)
        .in(persona.profile().timezone());
  }
}
