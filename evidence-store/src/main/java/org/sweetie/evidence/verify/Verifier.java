package org.sweetie.evidence.verify;

import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.sweetie.evidence.verify.CanonicalZip.Member;
import tools.jackson.databind.JsonNode;

/**
 * Checks a package from the outside in: the file, what signs it, the envelope, the bag, the log's
 * proofs, the case, the approvals, the mandate, the transcript.
 *
 * <p>Whatever it is given, it answers with a report; a step that cannot be taken is named and ends
 * the way. It needs no network and no state.
 */
public final class Verifier {
  private Verifier() {}

  /** Checks a package. */
  public static Report verify(Path file, PrivateKey recipientKey, Trust trust) {
    return open(file, recipientKey, trust).report();
  }

  /** Checks a package and gives its entries, if all is well. */
  public static Verified open(Path file, PrivateKey recipientKey, Trust trust) {
    Checks checks = new Checks();
    Optional<List<OpenedEntry>> entries =
        OuterZip.ciphertext(file, trust, checks)
            .flatMap(
                ciphertext ->
                    checks.step(
                        "envelope",
                        "RFC 5083, RFC 5084",
                        () -> Envelope.open(ciphertext, recipientKey),
                        "opens with the recipient's key, AES-256-GCM tag intact"))
            .flatMap(bag -> files(bag, checks))
            .flatMap(files -> bag(files, recipientKey, trust, checks));
    Report report = checks.report();
    return new Verified(report, report.ok() ? entries.orElse(List.of()) : List.of());
  }

  private static Optional<SortedMap<String, byte[]>> files(byte[] zip, Checks checks) {
    return checks.step(
        "bag zip", "APPNOTE 6.3.10", () -> files(zip), "has the one form its members require");
  }

  private static SortedMap<String, byte[]> files(byte[] zip) {
    CanonicalZip.Reading reading = CanonicalZip.read(zip);
    OuterZip.exact(reading, "");
    SortedMap<String, byte[]> files = new TreeMap<>();
    for (Member member : reading.members()) {
      if (!member.name().startsWith(Bag.FOLDER)) {
        throw new Fault("the bag's zip holds " + member.name() + " outside " + Bag.FOLDER);
      }
      files.put(member.name().substring(Bag.FOLDER.length()), member.content());
    }
    return files;
  }

  private static Optional<List<OpenedEntry>> bag(
      SortedMap<String, byte[]> files, PrivateKey key, Trust trust, Checks checks) {
    checks.check(
        "tag manifest signature",
        "RFC 5652",
        () ->
            "signed at "
                + DetachedSignature.verify(
                        Bag.signature(files),
                        Bag.tagManifest(files),
                        trust.signer(),
                        "the tag manifest")
                    .at()
                + " with the trusted certificate");
    return checks
        .step("bag", "RFC 8493", () -> payload(files), "complete and valid, and nothing besides")
        .flatMap(payload -> entries(payload, trust, checks))
        .map(
            opened -> {
              checks
                  .step(
                      "case",
                      "package format 1",
                      () ->
                          CaseRecord.read(
                              LogProofs.file(opened.payload(), PackageFiles.CASE),
                              opened.entries()),
                      "case.json can be read")
                  .ifPresent(record -> record(record, opened.payload(), key, trust, checks));
              return opened.entries();
            });
  }

  private record Opened(SortedMap<String, byte[]> payload, List<OpenedEntry> entries) {}

  private static SortedMap<String, byte[]> payload(SortedMap<String, byte[]> files) {
    SortedMap<String, byte[]> payload = Bag.payload(files);
    if (!payload.keySet().equals(new TreeSet<>(PackageFiles.PAYLOAD))) {
      throw new Fault("the payload is " + payload.keySet() + ", expected " + PackageFiles.PAYLOAD);
    }
    return payload;
  }

  private static Optional<Opened> entries(
      SortedMap<String, byte[]> payload, Trust trust, Checks checks) {
    Optional<Checkpoint> checkpoint =
        checks.step(
            "checkpoint",
            "C2SP tlog-checkpoint, signed-note",
            () ->
                Checkpoint.read(
                    LogProofs.file(payload, PackageFiles.CHECKPOINT),
                    Checkpoint.LogKey.parse(trust.log())),
            "signed by the trusted log");
    Optional<List<LogProofs.Sealed>> records =
        checks.step(
            "log entries",
            "package format 1",
            () -> LogProofs.entries(LogProofs.file(payload, PackageFiles.ENTRIES)),
            "can be read, in log order");
    if (checkpoint.isEmpty() || records.isEmpty()) {
      return Optional.empty();
    }
    checks.check(
        "inclusion proofs",
        "RFC 9162, 2.1.3.2",
        () -> LogProofs.included(records.get(), checkpoint.get()));
    return checks
        .step(
            "sealed records",
            "NIST SP 800-38D",
            () -> LogProofs.open(records.get(), LogProofs.file(payload, PackageFiles.KEYS)),
            "each opens with its own key, and there is no key besides")
        .map(entries -> new Opened(payload, entries));
  }

  private static void record(
      CaseRecord record,
      SortedMap<String, byte[]> payload,
      PrivateKey key,
      Trust trust,
      Checks checks) {
    checks.check("case scope", "CONDUCT C3", record::scope);
    checks.check("whole conversations", "CONDUCT C3", record::whole);
    checks.check("safeguarding", "CONDUCT B10", record::unsealed);
    checks.check("persona", "CONDUCT B11", record::replayable);
    checks.check("demo mark", "CONDUCT B13", () -> demo(record, trust));
    checks.check("recipient", "RFC 5280", () -> recipient(record, payload, key));
    checks.check("approvals", "CONDUCT C2, RFC 8032", () -> ApprovalCheck.hold(record, trust));
    checks.check("mandate", "CONDUCT B7, B12, RFC 8032", () -> MandateCheck.hold(record, trust));
    checks
        .step(
            "transcript",
            "RFC 8259",
            () ->
                Json.object(
                    LogProofs.file(payload, PackageFiles.TRANSCRIPT), PackageFiles.TRANSCRIPT),
            "transcript.json can be read")
        .ifPresent(transcript -> transcript(transcript, record, payload, checks));
  }

  private static void transcript(
      JsonNode transcript, CaseRecord record, SortedMap<String, byte[]> payload, Checks checks) {
    checks.check(
        "transcript facts", "CONDUCT A6, C3", () -> TranscriptCheck.facts(transcript, record));
    checks.check(
        "transcript page",
        "package format 1",
        () -> {
          byte[] page = TranscriptPage.of(transcript);
          if (!Arrays.equals(page, LogProofs.file(payload, PackageFiles.PAGE))) {
            throw new Fault("transcript.html is not what transcript.json gives");
          }
          return "transcript.html is exactly what transcript.json gives";
        });
  }

  private static String demo(CaseRecord record, Trust trust) {
    if (record.demo() != trust.demo()) {
      throw new Fault(
          record.demo()
              ? "the package is of a demo, and TRUST.json is not: it is evidence of nothing"
              : "TRUST.json is of a demo, and the package is not");
    }
    return record.demo() ? "a demo: evidence of nothing" : "not a demo";
  }

  private static String recipient(
      CaseRecord record, SortedMap<String, byte[]> payload, PrivateKey key) {
    X509Certificate certificate =
        Pem.certificate(LogProofs.file(payload, PackageFiles.RECIPIENT), PackageFiles.RECIPIENT);
    String found = DetachedSignature.fingerprint(certificate);
    if (!found.equals(record.recipient())) {
      throw new Fault(
          "recipient.pem is the certificate " + found + ", case.json says " + record.recipient());
    }
    if (!Pem.belong(certificate, key)) {
      throw new Fault("the key that opened the package is not the one of recipient.pem, " + found);
    }
    return "made out to the certificate " + found;
  }
}
