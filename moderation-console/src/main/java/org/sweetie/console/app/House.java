package org.sweetie.console.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sweetie.bridge.channel.ReplayChannel;
import org.sweetie.bridge.channel.Switchboard;
import org.sweetie.bridge.channel.WebChat;
import org.sweetie.console.live.LiveLog;
import org.sweetie.engine.conduct.MandateOffice;
import org.sweetie.engine.conduct.MandateRefused;
import org.sweetie.engine.evidence.Entry;
import org.sweetie.engine.evidence.EvidenceLog;
import org.sweetie.engine.persona.Persona;
import org.sweetie.engine.turn.BookedLog;
import org.sweetie.engine.turn.ConversationBook;
import org.sweetie.engine.turn.Pacer;
import org.sweetie.engine.turn.Proposer;
import org.sweetie.engine.turn.TurnDesk;
import org.sweetie.engine.turn.TurnParts;
import org.sweetie.evidence.log.DiskLog;
import org.sweetie.evidence.log.Home;
import org.sweetie.evidence.log.LogOptions;

/**
 * One home, assembled: its log, its mandates, its persona, the turn and the channels. The only
 * writer of the home while it is open.
 *
 * <p>Beside the log a live home holds what others bring: {@code authorities/*.pub} (public keys of
 * authorities, X.509 SubjectPublicKeyInfo in base64), {@code mandates/*.json} (envelopes as issued)
 * and {@code persona/} (script and profile).
 */
public final class House implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(House.class);

  private final Home home;
  private final DiskLog disk;
  private final LiveLog log;
  private final ConversationBook book = new ConversationBook();
  private final Readers readers = Readers.ofTypedText();
  private final MandateOffice office;
  private final TurnDesk desk;
  private final Switchboard switchboard = new Switchboard();
  private final PersonaFolder personaFolder;
  private final @Nullable WebChat webChat;
  private final Cases cases;
  private final InstantSource clock;

  private House(Home home, DiskLog disk, InstantSource clock, SecureRandom random, Pacer typing) {
    this.home = home;
    this.disk = disk;
    this.clock = clock;
    this.log = new LiveLog(new BookedLog(disk, book));
    this.office =
        new MandateOffice(
            authorities(home), new MandateDocument(), home.purpose() == Home.Purpose.DEMO);
    fileMandates();
    Conduct conduct = Conduct.shipped(readers.text());
    TurnParts parts =
        new TurnParts(
            log,
            book,
            readers.text(),
            readers.analyzer(),
            persona(),
            conduct.gate(),
            conduct.signs(),
            office);
    this.desk = new TurnDesk(parts, switchboard, clock, seed(disk), typing);
    this.personaFolder =
        new PersonaFolder(home.folder().resolve("persona"), parts.persona().hash());
    this.webChat = home.purpose() == Home.Purpose.DEMO ? demoRoom(random) : null;
    this.cases = new Cases(home, disk, log, readers.text(), clock, random);
  }

  /** The room a person types in is the demo's alone (CONDUCT B13). */
  private WebChat demoRoom(SecureRandom random) {
    WebChat room = new WebChat(desk, clock, DemoMandate.ROOM, () -> token(random));
    switchboard.add(room);
    return room;
  }

  /**
   * Opens a home, making a new one where there is none.
   *
   * @param typing lets the persona take her time
   * @throws org.sweetie.evidence.log.HomeUnusable when the folder is a home for another purpose, or
   *     something else
   * @throws org.sweetie.evidence.log.HomeInUse when another process has it open
   */
  public static House open(
      Path folder, Home.Purpose purpose, InstantSource clock, SecureRandom random, Pacer typing) {
    Home home = Home.openOrCreate(folder, purpose);
    DiskLog disk = DiskLog.open(home, LogOptions.standard());
    try {
      return new House(home, disk, clock, random, typing);
    } catch (RuntimeException | Error failed) {
      disk.close();
      throw failed;
    }
  }

  /** Public keys of the authorities this home trusts. */
  static Set<String> authorities(Home home) {
    return files(home.subfolder("authorities"), ".pub").values().stream()
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8).replaceAll("\\s", ""))
        .collect(Collectors.toSet());
  }

  /** Files again what the log holds, then what was put into the folder since. */
  private void fileMandates() {
    log.read(0, stored -> fileRecorded(stored.entry()));
    files(home.subfolder("mandates"), ".json").forEach(this::fileNew);
  }

  private void fileRecorded(Entry entry) {
    if (entry instanceof Entry.Mandate mandate) {
      try {
        office.file(mandate.document(), mandate.signature(), mandate.authorityKey());
      } catch (MandateRefused refused) {
        LOG.warn(
            "A mandate on record is no longer accepted, nothing is sent under it: {}",
            refused.getMessage());
      }
    }
  }

  private void fileNew(String name, byte[] bytes) {
    try {
      MandateDocument.Envelope envelope = MandateDocument.envelope(name, bytes);
      boolean known =
          office.filed().stream()
              .anyMatch(filed -> Arrays.equals(filed.document(), envelope.document()));
      if (!known) {
        file(envelope);
      }
    } catch (MandateRefused refused) {
      LOG.warn(
          "mandates/{} is not filed, nothing is sent under it: {}", name, refused.getMessage());
    }
  }

  /**
   * Files a mandate and puts it on record.
   *
   * @throws MandateRefused when it does not hold; then nothing is on record
   */
  void file(MandateDocument.Envelope envelope) {
    String id =
        office
            .file(envelope.document(), envelope.signature(), envelope.authorityKey())
            .mandate()
            .id();
    log.append(
        new Entry.Mandate(
            clock.instant(),
            id,
            envelope.document(),
            envelope.signature(),
            envelope.authorityKey()));
  }

  private static Map<String, byte[]> files(Path folder, String ending) {
    try (Stream<Path> found = Files.list(folder)) {
      return found
          .filter(file -> file.toString().endsWith(ending))
          .sorted()
          .collect(
              Collectors.toMap(
                  file -> String.valueOf(file.getFileName()),
                  House::read,
                  (a, b) -> a,
                  TreeMap::new));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + folder, e);
    }
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /**
   * The home's persona, put on record whenever it changed; the one shipped, which the tests hold to
   * the proof, in a demo home.
   */
  private Proposer persona() {
    Map<String, String> files = personaFiles();
    if (files.isEmpty()) {
      LOG.warn(
          "{} holds no persona folder: messages are recorded and read, and nobody answers", home);
      return new NobodyAnswers();
    }
    Persona persona = Personas.persona(files);
    Optional<String> violations =
        Files.isDirectory(home.folder().resolve("persona"))
            ? PersonaCheck.violations(persona)
            : Optional.empty();
    if (violations.isPresent()) {
      LOG.error("The persona of {} is refused, nobody answers: {}", home, violations.get());
      return new NobodyAnswers();
    }
    Proposer proposer = Personas.proposer(persona);
    boolean[] known = {false};
    log.read(
        0,
        stored ->
            known[0] =
                stored.entry() instanceof Entry.PersonaLoaded loaded
                    ? loaded.hash().equals(proposer.hash())
                    : known[0]);
    if (!known[0]) {
      log.append(new Entry.PersonaLoaded(clock.instant(), proposer.hash(), files));
    }
    return proposer;
  }

  /**
   * Takes the persona's folder as it is now. What changed is put on record and answers from the
   * next message on; a broken edit is refused and the persona before it stays.
   *
   * @return what is wrong with an edit, the first time it is seen
   */
  public Optional<String> reloadPersona() {
    PersonaFolder.Look look = personaFolder.look();
    look.changed()
        .ifPresent(
            persona -> {
              log.append(new Entry.PersonaLoaded(clock.instant(), persona.hash(), persona.files()));
              desk.reload(Personas.proposer(persona));
              LOG.info("The persona was reloaded: {}", persona.hash());
            });
    String problem = look.problem();
    if (problem != null) {
      LOG.warn("An edit of the persona is refused, the one before it stays: {}", problem);
    }
    return Optional.ofNullable(problem);
  }

  private Map<String, String> personaFiles() {
    try {
      Path folder = home.folder().resolve("persona");
      if (Files.isDirectory(folder)) {
        return PersonaFiles.of(folder);
      }
      return home.purpose() == Home.Purpose.DEMO ? PersonaFiles.shipped() : Map.of();
    } catch (IOException e) {
      throw new UncheckedIOException("the persona of " + home + " cannot be read", e);
    }
  }

  /**
   * The house's own seed, from its log's key: two houses never draw alike, one house always does.
   */
  private static long seed(DiskLog disk) {
    byte[] id = disk.verifierKey().id();
    return new BigInteger(1, id).longValue();
  }

  private static String token(SecureRandom random) {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /** A channel that plays written conversations into this house. */
  public ReplayChannel replay(ReplayChannel.Pause pause) {
    ReplayChannel channel = new ReplayChannel(desk, clock, pause);
    switchboard.add(channel);
    return channel;
  }

  public Home home() {
    return home;
  }

  /** The log that every part of this house writes to, and that can be followed. */
  public LiveLog log() {
    return log;
  }

  /** The same log with its proofs. Write through {@link #log()}. */
  public DiskLog disk() {
    return disk;
  }

  public ConversationBook book() {
    return book;
  }

  public Readers readers() {
    return readers;
  }

  public MandateOffice office() {
    return office;
  }

  public TurnDesk desk() {
    return desk;
  }

  public Cases cases() {
    return cases;
  }

  /** The web chat of a demo; a live home has none. */
  public Optional<WebChat> webChat() {
    return Optional.ofNullable(webChat);
  }

  public InstantSource clock() {
    return clock;
  }

  /** All entries of one kind, in order. */
  public static <T extends Entry> List<T> all(EvidenceLog log, Class<T> kind) {
    List<T> found = new ArrayList<>();
    log.read(
        0,
        stored -> {
          if (kind.isInstance(stored.entry())) {
            found.add(kind.cast(stored.entry()));
          }
        });
    return found;
  }

  @Override
  public void close() {
    webChat().ifPresent(WebChat::close);
    disk.close();
  }
}
