package org.sweetie.console.adversary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sweetie.console.app.Conduct;
import org.sweetie.console.app.PersonaFiles;
import org.sweetie.console.app.Personas;
import org.sweetie.console.app.Readers;
import org.sweetie.engine.conduct.Mandate;
import org.sweetie.engine.conduct.MandateOffice;
import org.sweetie.engine.conduct.Mandates;
import org.sweetie.engine.evidence.EvidenceLog;
import org.sweetie.engine.evidence.MemoryLog;
import org.sweetie.engine.message.ConversationId;
import org.sweetie.engine.message.Inbound;
import org.sweetie.engine.message.TextBytes;
import org.sweetie.engine.message.Utterance;
import org.sweetie.engine.persona.Persona;
import org.sweetie.engine.script.Saying;
import org.sweetie.engine.script.Sayings;
import org.sweetie.engine.signal.Analyzer;
import org.sweetie.engine.signal.ConversationFindings;
import org.sweetie.engine.signal.MessageFindings;
import org.sweetie.engine.signal.Reading;
import org.sweetie.engine.signal.Stage;
import org.sweetie.engine.text.TextReader;
import org.sweetie.engine.turn.BookedLog;
import org.sweetie.engine.turn.ConversationBook;
import org.sweetie.engine.turn.Proposer;
import org.sweetie.engine.turn.TurnDesk;
import org.sweetie.engine.turn.TurnParts;

/**
 * Turns without end, each reply judged again from the log alone. Most go the short way, script and
 * gate and log: a turn of the desk verifies the mandate's signature each time, which takes longer
 * than all the rest. {@code -Dsweetie.turns=1000000} runs a million, {@code -Dsweetie.seed=2}
 * another lot.
 */
class AdversaryTest {
  private static final int TURNS = Integer.getInteger("sweetie.turns", 20_000);
  private static final long SEED = Long.getLong("sweetie.seed", 1L);
  private static final int MESSAGES = 25;
  private static final int TURNS_OF_THE_DESK = 1_000;
  private static final Instant NOW = Mandates.START.plusSeconds(20);
  private static final Inbound.Source ROOM = new Inbound.Source("web", "web:room", "guest");

  private final TextReader reader = Readers.ofComposedText().text();
  private final Conduct conduct = Conduct.shipped(reader);
  private final Mandate mandate =
      Mandates.complete(Mandate.Mode.AUTONOMOUS, "closing words", false);
  private final MandateOffice office = new Mandates().office(mandate);
  private final Persona persona = shipped();
  private final Proposer proposer = Personas.proposer(persona);
  private final Adversary.Material material = Adversary.Material.of(persona, conduct.rules());
  private final AtomicLong turns = new AtomicLong();
  private final AtomicLong replies = new AtomicLong();
  private final AtomicLong rejected = new AtomicLong();

  private static Persona shipped() {
    try {
      return Personas.persona(PersonaFiles.shipped());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** A conversation under a seed; gives its log. */
  private interface Conversation {
    EvidenceLog hold(ConversationId id, Adversary adversary, long seed);
  }

  @Test
  @DisplayName("A8, B1 to B4, B14: whatever is written to the persona, no reply breaks the conduct")
  void noReplyBreaksTheConduct() {
    ShortWay way = new ShortWay(proposer, conduct.gate(), reader, office.standing(ROOM, NOW));

    holdAll(TURNS, (id, adversary, seed) -> way.hold(id, adversary, seed, MESSAGES));

    // Where no draft passes nothing is sent: rare, or the proof would be worth little.
    assertThat(replies.get()).isGreaterThan(turns.get() - 1 - turns.get() / 10_000);
  }

  @Test
  @DisplayName("B1 to B4, B9, B10: nor through the desk, whatever it decides")
  void noReplyOfTheDeskBreaksTheConduct() {
    holdAll(TURNS_OF_THE_DESK, this::throughTheDesk);

    assertThat(replies.get()).isGreaterThan(turns.get() / 4);
  }

  private void holdAll(int wanted, Conversation conversation) {
    long begun = System.nanoTime();
    long conversations = (wanted + MESSAGES - 1) / MESSAGES;
    List<String> faults =
        LongStream.range(0, conversations)
            .parallel()
            .boxed()
            .flatMap(number -> judged(SEED * 1_000_003 + number, conversation).stream())
            .toList();
    System.out.printf(
        Locale.ROOT,
        "%d turns in %d conversations, %d replies, %d drafts kept back, %d breaches, %.0f s%n",
        turns.get(),
        conversations,
        replies.get(),
        rejected.get(),
        faults.size(),
        (System.nanoTime() - begun) / 1e9);
    assertThat(faults).isEmpty();
  }

  private List<String> judged(long seed, Conversation conversation) {
    ConversationId id = new ConversationId("c" + Long.toHexString(seed));
    EvidenceLog log = conversation.hold(id, new Adversary(seed, material), seed);
    LogJudge judge =
        new LogJudge(conduct.gate(), reader, office.standing(ROOM, NOW), proposer.age());
    List<String> faults = judge.faults(log);
    turns.addAndGet(judge.messages());
    replies.addAndGet(judge.replies());
    rejected.addAndGet(judge.rejected());
    return faults.stream().map(fault -> id + ": " + fault).toList();
  }

  private EvidenceLog throughTheDesk(ConversationId id, Adversary adversary, long seed) {
    ConversationBook book = new ConversationBook();
    EvidenceLog log = new BookedLog(new MemoryLog(), book);
    TurnDesk desk = desk(log, book, seed);
    for (int i = 0; i < MESSAGES && isOpen(book, id); i++) {
      desk.receive(new Inbound.Text(id, ROOM, NOW, TextBytes.of(adversary.next())));
    }
    return log;
  }

  private static boolean isOpen(ConversationBook book, ConversationId id) {
    return book.find(id).map(known -> known.state().wire().equals("engaged")).orElse(true);
  }

  private TurnDesk desk(EvidenceLog log, ConversationBook book, long seed) {
    TurnParts parts =
        new TurnParts(
            log,
            book,
            reader,
            new FindsNothing(),
            proposer,
            conduct.gate(),
            conduct.signs(),
            office);
    return new TurnDesk(parts, (id, source, text) -> true, (InstantSource) () -> NOW, seed);
  }

  @Test
  @DisplayName("What the proof lists is all that is ever said")
  void theProofListsEverythingThatIsSaid() {
    Set<String> listed =
        Sayings.of(persona.script(), persona.profile().name(), conduct.rules().words())
            .sayings()
            .stream()
            .map(Saying::text)
            .flatMap(text -> persona.typing().ways(text).stream())
            .map(text -> text.toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    Set<String> unlisted = new java.util.TreeSet<>();

    for (long seed = 0; seed < 150; seed++) {
      Adversary adversary = new Adversary(seed, material);
      String state = null;
      for (int i = 0; i < MESSAGES; i++) {
        String message = reader.read(adversary.next()).text();
        Proposer.Proposal said =
            proposer.propose(state, message, seed + i, Mandates.START, "guest");
        state = said.stateAfter();
        String line = said.text().toLowerCase(Locale.ROOT);
        if (!line.isEmpty() && !listed.contains(line) && !isListedInAnotherForm(line, listed)) {
          unlisted.add(said.rule() + ": " + line);
        }
      }
    }

    assertThat(unlisted).isEmpty();
  }

  /** An echoed word may stand in a form of which the proof lists only the plainest. */
  private static boolean isListedInAnotherForm(String line, Set<String> listed) {
    return java.util.stream.Stream.of("s", "es", "ed", "d", "ing", "er", "est")
        .flatMap(
            ending ->
                java.util.regex.Pattern.compile("\\p{L}" + ending + "\\b").matcher(line).results())
        .anyMatch(
            form ->
                listed.contains(line.substring(0, form.start() + 1) + line.substring(form.end())));
  }

  /** Finds nothing, so that conversations go on. */
  private static final class FindsNothing implements Analyzer {
    @Override
    public String model() {
      return "sha256:nothing";
    }

    @Override
    public Reading begin(String id, @Nullable String language) {
      return new Reading() {
        @Override
        public MessageFindings read(Utterance message) {
          return new MessageFindings(message.n(), 0, List.of(), List.of());
        }

        @Override
        public ConversationFindings soFar() {
          return new ConversationFindings(
              id, 0, false, null, null, Stage.CONTACT, "en", model(), List.of());
        }
      };
    }
  }
}
