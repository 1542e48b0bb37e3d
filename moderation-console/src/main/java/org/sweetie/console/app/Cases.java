package org.sweetie.console.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sweetie.console.access.Refused;
import org.sweetie.console.access.SignedIn;
import org.sweetie.console.handover.CaseFile;
import org.sweetie.console.handover.CaseWork;
import org.sweetie.engine.evidence.Entry;
import org.sweetie.engine.evidence.EvidenceLog;
import org.sweetie.engine.text.TextReader;
import org.sweetie.evidence.handover.ApprovalStatement;
import org.sweetie.evidence.handover.Handover;
import org.sweetie.evidence.handover.HandoverRefused;
import org.sweetie.evidence.handover.HomeTrust;
import org.sweetie.evidence.handover.Recipient;
import org.sweetie.evidence.handover.RecipientUnsuitable;
import org.sweetie.evidence.handover.SigningIdentity;
import org.sweetie.evidence.log.Home;
import org.sweetie.evidence.log.ProvableLog;
import org.sweetie.evidence.verify.Check;
import org.sweetie.evidence.verify.Pem;
import org.sweetie.evidence.verify.Report;
import org.sweetie.evidence.verify.Trust;
import org.sweetie.evidence.verify.Verifier;

/**
 * Cases of a home: opened, approved by two people, handed over. Everything but the certificates and
 * the packages themselves is in the log.
 */
public final class Cases implements CaseWork {
  private final Home home;
  private final ProvableLog proofs;
  private final EvidenceLog log;
  private final InstantSource clock;
  private final SigningIdentity identity;
  private final Handover handover;
  private final Certificates certificates;

  // A number is counted and taken in one step. Nobody else numbers: a home has one writer.
  private final Object numbering = new Object();

  /**
   * @param proofs the log with its proofs
   * @param log the same log, as everybody writes to it
   * @param reader masks what a transcript shows
   */
  public Cases(
      Home home,
      ProvableLog proofs,
      EvidenceLog log,
      TextReader reader,
      InstantSource clock,
      SecureRandom random) {
    this.home = home;
    this.certificates = new Certificates(home);
    this.proofs = proofs;
    this.log = log;
    this.clock = clock;
    this.identity = SigningIdentity.ofHome(home, clock.instant(), random);
    this.handover =
        new Handover(
            proofs,
            identity,
            new Handover.Setting(reader, new MandateDocument(), isDemo(), List.of()),
            clock,
            random);
  }

  private boolean isDemo() {
    return home.purpose() == Home.Purpose.DEMO;
  }

  /** What a recipient needs, once and by another road, to check this home's packages. */
  public Trust trust() {
    return HomeTrust.of(proofs, identity, House.authorities(home), isDemo());
  }

  @Override
  public List<CaseFile> all() {
    List<Entry> entries = new ArrayList<>();
    log.read(0, stored -> entries.add(stored.entry()));
    return entries.stream()
        .filter(Entry.CaseOpened.class::isInstance)
        .map(Entry.CaseOpened.class::cast)
        .map(opened -> file(opened, entries))
        .sorted(Comparator.comparing(CaseFile::openedAt).reversed())
        .toList();
  }

  @Override
  public Optional<CaseFile> find(String id) {
    return all().stream().filter(file -> file.id().equals(id)).findFirst();
  }

  private CaseFile file(Entry.CaseOpened opened, List<Entry> entries) {
    List<Entry.Approval> approvals =
        of(entries, Entry.Approval.class).stream()
            .filter(a -> a.caseId().equals(opened.id()))
            .toList();
    List<CaseFile.ExportLine> exports =
        of(entries, Entry.Exported.class).stream()
            .filter(e -> e.caseId().equals(opened.id()))
            .map(
                e ->
                    new CaseFile.ExportLine(
                        e.sha256(),
                        recipientName(opened.id(), e.recipient()),
                        shown(e.at()),
                        e.by(),
                        e.sha256()))
            .toList();
    return new CaseFile(
        opened.id(),
        opened.title(),
        opened.by(),
        shown(opened.at()),
        opened.conversations(),
        recipients(opened, approvals),
        exports);
  }

  private static String shown(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private String recipientName(String caseId, String fingerprint) {
    return certificates.of(caseId).stream()
        .filter(file -> file.endsWith(fingerprint + ".pem"))
        .map(
            file ->
                Pem.certificate(Certificates.read(file), file.toString())
                    .getSubjectX500Principal()
                    .getName())
        .findFirst()
        .orElse(fingerprint);
  }

  private static <T extends Entry> List<T> of(List<Entry> entries, Class<T> kind) {
    return entries.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  private List<CaseFile.Recipient> recipients(
      Entry.CaseOpened opened, List<Entry.Approval> approvals) {
    return certificates.of(opened.id()).stream()
        .map(certificate -> recipient(certificate, opened, approvals))
        .toList();
  }

  private CaseFile.Recipient recipient(
      Path certificate, Entry.CaseOpened opened, List<Entry.Approval> approvals) {
    X509Certificate read = Pem.certificate(Certificates.read(certificate), certificate.toString());
    String fingerprint = String.valueOf(certificate.getFileName()).replace(".pem", "");
    List<Entry.Approval> given =
        approvals.stream().filter(a -> a.recipient().equals(fingerprint)).toList();
    boolean valid = clock.instant().isBefore(read.getNotAfter().toInstant());
    String lacking = valid ? lacking(opened, given) : "a certificate that is valid today";
    return new CaseFile.Recipient(
        fingerprint,
        read.getSubjectX500Principal().getName(),
        shown(read.getNotAfter().toInstant()),
        given.stream().map(a -> new CaseFile.ApprovalLine(a.id(), a.by(), shown(a.at()))).toList(),
        lacking.isEmpty(),
        lacking);
  }

  private String lacking(Entry.CaseOpened opened, List<Entry.Approval> given) {
    return switch (counted(opened, given).size()) {
      case 0 -> "two people, each with a key of their own, neither the author of the ruling";
      case 1 -> "one more person with a key of their own, who did not write the ruling";
      default -> "";
    };
  }

  /**
   * One approval for each person whose approval counts: of the case as it stands, by nobody who
   * ruled on it (C2).
   */
  private List<Entry.Approval> counted(Entry.CaseOpened opened, List<Entry.Approval> given) {
    String digest = handover.digest(opened.id());
    Set<String> rulers =
        House.all(log, Entry.Ruling.class).stream()
            .filter(r -> opened.conversations().contains(r.conversation().value()))
            .map(Entry.Ruling::by)
            .collect(Collectors.toSet());
    Set<String> people = new LinkedHashSet<>();
    return given.stream()
        .filter(a -> parsed(a.statement()).caseDigest().equals(digest))
        .filter(a -> !rulers.contains(a.by()) && people.add(a.by()))
        .toList();
  }

  private Recipient recipient(byte[] pem, String name) {
    return Recipient.of(pem, name, clock.instant());
  }

  @Override
  public List<String> eligible() {
    return Eligibility.read(log).conversations();
  }

  @Override
  public String open(String title, List<String> conversations, SignedIn by) {
    return open(title, conversations, by.id());
  }

  /** Opens a case over conversations whose last ruling confirmed what they were flagged for. */
  public String open(String title, List<String> conversations, String by) {
    if (title.isBlank() || title.length() > 200) {
      throw new Refused("A case needs a title of 1 to 200 characters.");
    }
    List<String> chosen = List.copyOf(new LinkedHashSet<>(conversations));
    List<String> eligible = eligible();
    List<String> not = chosen.stream().filter(c -> !eligible.contains(c)).toList();
    if (chosen.isEmpty() || !not.isEmpty()) {
      throw new Refused(
          "A case holds conversations that a ruling confirmed and that are not sealed; "
              + (chosen.isEmpty() ? "none was chosen." : not + " cannot be taken."));
    }
    synchronized (numbering) {
      String id = "case-" + (House.all(log, Entry.CaseOpened.class).size() + 1);
      log.append(new Entry.CaseOpened(clock.instant(), id, title.strip(), chosen, by));
      return id;
    }
  }

  @Override
  public String nameRecipient(String caseId, String pem, SignedIn by) {
    return nameRecipient(caseId, pem.getBytes(java.nio.charset.StandardCharsets.UTF_8), by.id());
  }

  /** Names a recipient by certificate. */
  public String nameRecipient(String caseId, byte[] pem, String by) {
    requireCase(caseId);
    try {
      Recipient recipient = recipient(pem, "the certificate given");
      certificates.keep(caseId, recipient.fingerprint(), pem);
      log.append(
          new Entry.Access(
              clock.instant(),
              by,
              "name recipient",
              caseId,
              recipient.name() + " " + recipient.fingerprint()));
      return recipient.fingerprint();
    } catch (RecipientUnsuitable unsuitable) {
      throw new Refused(String.valueOf(unsuitable.getMessage()));
    }
  }

  private Entry.CaseOpened requireCase(String caseId) {
    return House.all(log, Entry.CaseOpened.class).stream()
        .filter(c -> c.id().equals(caseId))
        .findFirst()
        .orElseThrow(
            () ->
                new Refused(
                    "There is no case '"
                        + caseId
                        + "' in this home; sweetie case list shows them."));
  }

  private Recipient named(String caseId, String fingerprint) {
    return certificates.of(caseId).stream()
        .map(file -> recipient(Certificates.read(file), file.toString()))
        .filter(r -> r.fingerprint().equals(fingerprint))
        .findFirst()
        .orElseThrow(
            () ->
                new Refused(
                    "No recipient with the certificate "
                        + fingerprint
                        + " is named for this case."));
  }

  @Override
  public byte[] statement(String caseId, String fingerprint, SignedIn by) {
    requireCase(caseId);
    return handover.statement(caseId, named(caseId, fingerprint), by.id()).bytes();
  }

  @Override
  public void approve(
      String caseId, String fingerprint, byte[] statement, byte[] signature, SignedIn by) {
    String key = by.publicKey();
    if (key == null) {
      throw new Refused(
          "Register a key first: an approval is signed with a key that only you hold.");
    }
    approve(caseId, fingerprint, statement, signature, by.id(), key);
  }

  /** Puts an approval on record and returns its id. */
  public String approve(
      String caseId,
      String fingerprint,
      byte[] statement,
      byte[] signature,
      String by,
      String publicKey) {
    ApprovalStatement signed = parsed(statement);
    boolean fits =
        signed.caseId().equals(caseId)
            && signed.recipient().equals(fingerprint)
            && signed.by().equals(by)
            && signed.caseDigest().equals(handover.digest(caseId));
    if (!fits) {
      throw new Refused(
          "What was signed is not this case as it stands now, for this recipient, by you; approve it again.");
    }
    if (!signed.signedBy(publicKey, signature)) {
      throw new Refused(
          "The signature is not by the key you registered; approve it again with that key.");
    }
    synchronized (numbering) {
      String id = "approval-" + (House.all(log, Entry.Approval.class).size() + 1);
      log.append(signed.entry(id, signature, clock.instant()));
      return id;
    }
  }

  private static ApprovalStatement parsed(byte[] statement) {
    try {
      return ApprovalStatement.parse(statement);
    } catch (IllegalArgumentException other) {
      throw new Refused("What was signed is no approval: " + other.getMessage());
    }
  }

  /**
   * What a person has to sign for a recipient by certificate, who is named for the case along the
   * way.
   */
  public ApprovalStatement statement(String caseId, byte[] pem, String by) {
    String fingerprint = nameRecipient(caseId, pem, by);
    return handover.statement(caseId, named(caseId, fingerprint), by);
  }

  @Override
  public String export(String caseId, String fingerprint, SignedIn by) {
    Entry.CaseOpened opened = requireCase(caseId);
    List<Entry.Approval> given =
        House.all(log, Entry.Approval.class).stream()
            .filter(a -> a.caseId().equals(caseId) && a.recipient().equals(fingerprint))
            .toList();
    List<String> approvals =
        counted(opened, given).stream().map(Entry.Approval::id).limit(2).toList();
    Path made = home.subfolder("exports").resolve("under-way-" + clock.millis() + ".zip");
    String sha256 = export(caseId, named(caseId, fingerprint), approvals, made, by.id()).sha256();
    try {
      Files.move(
          made, home.subfolder("exports").resolve(sha256 + ".zip"), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("the package " + made + " could not be put in its place", e);
    }
    return sha256;
  }

  /** Makes a package for a recipient by certificate. */
  public Handover.Written export(
      String caseId, byte[] pem, List<String> approvals, Path out, String by) {
    requireCase(caseId);
    try {
      return export(caseId, recipient(pem, "--to"), approvals, out, by);
    } catch (RecipientUnsuitable unsuitable) {
      throw new Refused(String.valueOf(unsuitable.getMessage()));
    }
  }

  private Handover.Written export(
      String caseId, Recipient to, List<String> approvals, Path out, String by) {
    List<String> refuted = Eligibility.read(log).refuted(requireCase(caseId).conversations());
    if (!refuted.isEmpty()) {
      throw new Refused(
          "The last ruling on " + refuted + " does not confirm it, so the case stays here.");
    }
    try {
      return handover.export(caseId, to, approvals, out, by);
    } catch (HandoverRefused refused) {
      throw new Refused(String.valueOf(refused.getMessage()));
    }
  }

  @Override
  public Optional<Path> file(String caseId, String exportId) {
    boolean known =
        House.all(log, Entry.Exported.class).stream()
            .anyMatch(e -> e.caseId().equals(caseId) && e.sha256().equals(exportId));
    Path file = home.folder().resolve("exports").resolve(Certificates.plain(exportId) + ".zip");
    return known && Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
  }

  /**
   * Checks what can be checked here: the hash on record, and in a demo, whose recipient lives in
   * its home, everything.
   */
  @Override
  public Checked check(String caseId, String exportId, SignedIn by) {
    Path file =
        file(caseId, exportId)
            .orElseThrow(() -> new Refused("There is no such package of this case in this home."));
    log.append(new Entry.Access(clock.instant(), by.id(), "verify package", caseId, exportId));
    Path key = home.folder().resolve(DemoRecipient.KEY);
    if (isDemo() && Files.isRegularFile(key)) {
      Report report =
          Verifier.verify(file, Pem.privateKey(Certificates.read(key), DemoRecipient.KEY), trust());
      return new Checked(report.ok(), report.checks().stream().map(Check::toString).toList());
    }
    String found = sha256(Certificates.read(file));
    boolean same = found.equals(exportId);
    return new Checked(
        same,
        List.of(
            (same ? "ok    " : "FAULT ")
                + "SHA-256 [FIPS 180-4]: "
                + found
                + ", on record "
                + exportId,
            "Only the recipient can open the package: sweetie verify checks the rest with the recipient's key."));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
