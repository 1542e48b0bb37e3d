package org.sweetie.console.access;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.conduct.Caps;
import org.sweetie.engine.conduct.Mandate;
import org.sweetie.engine.conduct.MandateOffice;
import org.sweetie.engine.conduct.SignedMandate;
import org.sweetie.engine.evidence.Entry;
import org.sweetie.engine.evidence.EvidenceLog;
import org.sweetie.engine.message.Inbound.Source;

/** The operation of this home and its mandates, as a person reads them. */
public final class OperationInWords {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final MandateOffice office;
  private final InstantSource time;
  private final Map<String, Entry.Operation> operations = new ConcurrentSkipListMap<>();

  /** Reads the whole log once. */
  public OperationInWords(EvidenceLog log, MandateOffice office, InstantSource time) {
    this.office = office;
    this.time = time;
    log.read(0, stored -> hear(stored.entry()));
  }

  /** Takes note of an entry that somebody appended; anything but an operation is passed over. */
  public void hear(Entry entry) {
    if (entry instanceof Entry.Operation operation) {
      operations.put(operation.id(), operation);
    }
  }

  /** Every operation, by id. */
  List<Entry.Operation> operations() {
    return List.copyOf(operations.values());
  }

  /** Every mandate that was filed. */
  List<MandateCard> mandates() {
    return office.filed().stream().map(this::card).toList();
  }

  private MandateCard card(SignedMandate signed) {
    Mandate mandate = signed.mandate();
    Instant now = time.instant();
    List<MandateOffice.Standing> standings =
        mandate.spaces().stream()
            .map(space -> office.standing(new Source("any", space, "any"), now))
            .toList();
    boolean live = standings.stream().anyMatch(s -> isOf(s, mandate));
    String standing = standings.isEmpty() ? "it names no space" : standings.get(0).reason();
    return new MandateCard(mandate.id(), live, standing, lines(signed));
  }

  private static boolean isOf(MandateOffice.Standing standing, Mandate mandate) {
    return standing.mandate() != null && standing.mandate().id().equals(mandate.id());
  }

  private static List<Line> lines(SignedMandate signed) {
    Mandate m = signed.mandate();
    return List.of(
        new Line("Issued by", m.issuer()),
        new Line("Legal basis", m.legalBasis()),
        new Line("Space", String.join(", ", m.spaces())),
        new Line("Suspicion on record", m.suspicion()),
        new Line("Scope", m.scope()),
        new Line("Holds from", time(m.start())),
        new Line("Ends", time(m.expiry())),
        new Line("Mode", mode(m.mode())),
        new Line("Enough", enough(m)),
        new Line("Controller", m.controller()),
        new Line("Data protection", m.dataProtectionBasis()),
        new Line("Disclosure of an AI", m.disclosureExemption()),
        new Line("Reports go to", m.reportingRoute()),
        new Line("Recipients", String.join(", ", m.recipients())),
        new Line("Signed with", shortened(signed.authorityKey())));
  }

  private static String mode(Mandate.Mode mode) {
    return mode == Mandate.Mode.SUPERVISED
        ? "Supervised: a person releases each reply"
        : "Autonomous: the platform sends what passes the conduct gate";
  }

  private static String enough(Mandate m) {
    return "after "
        + Caps.statements(m)
        + " counted statements, "
        + Caps.TURNS
        + " turns or "
        + Caps.AGE.toDays()
        + " days";
  }

  private static String time(@Nullable Instant at) {
    return at == null ? "not named" : TIME.format(at);
  }

  private static String shortened(String key) {
    return "key " + key.substring(Math.max(0, key.length() - 16));
  }

  /**
   * One mandate in words.
   *
   * @param live whether it holds now
   * @param standing why, or why not
   */
  record MandateCard(String id, boolean live, String standing, List<Line> lines) {}

  /** One part of a mandate. */
  record Line(String name, String value) {}
}
