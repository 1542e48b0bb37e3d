package org.sweetie.console.app;

import java.time.Instant;
import java.util.Set;
import org.sweetie.engine.conduct.MandateOffice;
import org.sweetie.engine.evidence.EvidenceLog;
import org.sweetie.engine.evidence.MemoryLog;
import org.sweetie.engine.message.ConversationId;
import org.sweetie.engine.message.Inbound;
import org.sweetie.engine.message.Inbound.Source;
import org.sweetie.engine.message.TextBytes;
import org.sweetie.engine.persona.Persona;
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

  private final StringBuilder reply = new StringBuilder();
  private final TurnDesk desk;
  private final Source source;
  private final Instant now;

  /**
   * @param now the time of every turn
   * @param seed where all chance comes from
   * @param user the counterpart's name
   */
  public PromptHouse(Persona persona, Instant now, long seed, String user) {
    this.now = now;
    this.source = new Source("prompt", DemoMandate.ROOM, user);
    Readers readers = Readers.ofComposedText();
    Conduct conduct = Conduct.shipped(readers.text());
    ConversationBook book = new ConversationBook();
    EvidenceLog log = new BookedLog(new MemoryLog(), book);
    TurnParts parts =
        new TurnParts(
            log,
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
            () -> now,
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

  /** The reply to one line; empty where none is due. */
  public String answer(String line) {
    reply.setLength(0);
    if (!line.isEmpty()) {
      desk.receive(new Inbound.Text(CONVERSATION, source, now, TextBytes.of(line)));
    }
    return reply.toString();
  }
}
