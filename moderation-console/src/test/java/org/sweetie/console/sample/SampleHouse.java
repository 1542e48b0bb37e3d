package org.sweetie.console.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.sweetie.console.access.Role;
import org.sweetie.console.live.LiveLog;
import org.sweetie.engine.conduct.ChildPhrases;
import org.sweetie.engine.conduct.ConductGate;
import org.sweetie.engine.conduct.LineRules;
import org.sweetie.engine.conduct.Mandate;
import org.sweetie.engine.conduct.MandateOffice;
import org.sweetie.engine.conduct.Mandates;
import org.sweetie.engine.conduct.Phrases;
import org.sweetie.engine.conduct.SafeguardingSigns;
import org.sweetie.engine.evidence.Entry;
import org.sweetie.engine.evidence.MemoryLog;
import org.sweetie.engine.message.ConversationId;
import org.sweetie.engine.message.Inbound;
import org.sweetie.engine.message.Inbound.Source;
import org.sweetie.engine.message.TextBytes;
import org.sweetie.engine.text.OffsetMap;
import org.sweetie.engine.text.Readable;
import org.sweetie.engine.text.TextReader;
import org.sweetie.engine.turn.BookedLog;
import org.sweetie.engine.turn.ConversationBook;
import org.sweetie.engine.turn.TurnDesk;
import org.sweetie.engine.turn.TurnParts;

/**
 * A house on a log in memory, with the real turn and small honest parts in the place of models and
 * script, so that pages are tried on what is really on record.
 */
public final class SampleHouse {
  public static final Source ROOM = new Source("web", "web:room", "quiet_meadow");
  private static final Instant START = Instant.parse("2026-01-05T16:00:00Z");

  private final AtomicReference<Instant> now = new AtomicReference<>(START);
  public final InstantSource clock = now::get;
  public final ConversationBook book = new ConversationBook();
  public final LiveLog log = new LiveLog(new BookedLog(new MemoryLog(), book));
  public final TextReader reader = new Masking();
  public final List<String> sent = new ArrayList<>();
  public final MandateOffice office;
  public final TurnDesk desk;

  public SampleHouse() {
    Mandates authority = new Mandates();
    office = authority.office(Mandates.complete(Mandate.Mode.SUPERVISED, null, false));
    Phrases phrases = phrases("gate.txt");
    TurnParts parts =
        new TurnParts(
            log,
            book,
            reader,
            new WordAnalyzer(),
            new ListedLines(),
            new ConductGate(
                new LineRules(phrases, ChildPhrases.shipped(), reader), "sha256:policy"),
            new SafeguardingSigns(phrases, phrases("ages.txt")),
            office);
    desk = new TurnDesk(parts, (id, source, text) -> sent.add(text), clock, 7);
    enrolEverybody();
  }

  private static Phrases phrases(String file) {
    try (InputStream in = ConductGate.class.getResourceAsStream(file)) {
      return Phrases.parse(file, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void enrolEverybody() {
    Map<Role, String> names =
        Map.of(
            Role.RESEARCHER, "Rhea Sample",
            Role.ANALYST, "Anil Sample",
            Role.LIAISON, "Lena Sample",
            Role.PROFESSIONAL, "Petra Sample",
            Role.ADMINISTRATOR, "Amos Sample",
            Role.SAFEGUARDING_LEAD, "Sofia Sample");
    names.forEach(
        (role, name) ->
            log.append(
                new Entry.Person(clock.instant(), id(role), name, List.of(role.wire()), null)));
    log.append(new Entry.Operation(clock.instant(), "op-1", "Operation Example", false));
  }

  /** The id of the one person who bears a role here. */
  public static String id(Role role) {
    return role.wire().replace('_', '-');
  }

  public void passes(long seconds) {
    now.updateAndGet(at -> at.plusSeconds(seconds));
  }

  /** The counterpart of a conversation writes a line. */
  public void says(String conversation, String text) {
    passes(20);
    Source source = new Source("web", "web:room", conversation);
    desk.receive(
        new Inbound.Text(
            new ConversationId(conversation), source, clock.instant(), TextBytes.of(text)));
  }

  /** A person lets the first reply that passed go out. */
  public void released(String conversation) {
    passes(5);
    Entry.Candidates pending = book.find(new ConversationId(conversation)).orElseThrow().pending();
    for (int i = 0; pending != null && i < pending.candidates().size(); i++) {
      if (pending.candidates().get(i).passed()) {
        desk.release(
            new ConversationId(conversation), pending.number(), id(Role.RESEARCHER), i, "");
        return;
      }
    }
  }

  /** A line and its answer. */
  public void exchange(String conversation, String text) {
    says(conversation, text);
    released(conversation);
  }

  /** Conversations in several states: going on, waiting, flagged, ruled, sealed. */
  public SampleHouse withConversations() {
    exchange("lost_player", "hey, is this the lobby for the blue team?");
    says("lost_player", "we start at 8 and i cannot find the others");
    for (String line :
        List.of(
            "hello, how is your day?",
            "how old are you?",
            "are your parents home with you right now?",
            "do you have another app? write me on +44 7700 900461")) {
      exchange("quiet_meadow", line);
    }
    says("quiet_meadow", "this stays between us, <explicit> ok?");
    for (String line :
        List.of("good evening", "how old are you?", "we could meet next month, do not tell")) {
      exchange("kind_harbor", line);
    }
    desk.stop("kind_harbor", id(Role.RESEARCHER), "enough was said");
    log.append(
        new Entry.Ruling(
            clock.instant(),
            new ConversationId("kind_harbor"),
            id(Role.ANALYST),
            "confirmed",
            "Asks for a meeting after the age was stated."));
    exchange("river_stone", "how old are you?");
    says("river_stone", "we could meet, are your parents home?");
    desk.safeguard(
        new ConversationId("river_stone"), id(Role.ANALYST), "B10: a child may be at risk");
    return this;
  }

  /** Shows texts as they are and counts the token as a masked term. */
  private static final class Masking implements TextReader {
    @Override
    public Readable read(String original) {
      int masked = original.contains(EXPLICIT) ? 1 : 0;
      return new Readable(original, original, OffsetMap.identity(original.length()), masked);
    }

    @Override
    public String hash() {
      return "sha256:none";
    }
  }
}
