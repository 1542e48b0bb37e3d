package org.sweetie.evidence.handover;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sweetie.engine.conduct.MandateFormat;
import org.sweetie.engine.evidence.Entry;
import org.sweetie.engine.evidence.EvidenceLog.Stored;
import org.sweetie.engine.text.TextReader;
import org.sweetie.evidence.log.ProvableLog;
import org.sweetie.evidence.verify.Bag;
import org.sweetie.evidence.verify.CanonicalZip;
import org.sweetie.evidence.verify.CanonicalZip.Member;
import org.sweetie.evidence.verify.PackageFiles;
import org.sweetie.evidence.verify.TranscriptPage;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Hands cases over. What a package holds and in which form is in {@code docs/package.md}; {@link
 * org.sweetie.evidence.verify.Verifier} reads it back.
 */
public final class Handover {
  private final ProvableLog log;
  private final SigningIdentity identity;
  private final Setting setting;
  private final InstantSource clock;
  private final SecureRandom random;

  /**
   * What a handover takes from the house around it.
   *
   * @param reader masks what is put before readers
   * @param mandates reads mandate documents
   * @param demo whether this is a demo home: its packages say that they are evidence of nothing
   * @param errorRates what was measured, for the languages it was measured for
   */
  public record Setting(
      TextReader reader, MandateFormat mandates, boolean demo, List<ErrorRate> errorRates) {
    public Setting {
      errorRates = List.copyOf(errorRates);
    }
  }

  /**
   * A package that was written.
   *
   * @param sha256 of the file, lower-case hex
   * @param entries how many log entries are in it
   * @param withheld what of the case is not in it, in words
   */
  public record Written(Path file, String sha256, int entries, List<String> withheld) {
    public Written {
      withheld = List.copyOf(withheld);
    }
  }

  public Handover(
      ProvableLog log,
      SigningIdentity identity,
      Setting setting,
      InstantSource clock,
      SecureRandom random) {
    this.log = log;
    this.identity = identity;
    this.setting = setting;
    this.clock = clock;
    this.random = random;
  }

  /**
   * The digest over a case as it stands: every entry of its conversations, and what is withheld.
   *
   * @throws HandoverRefused when there is no such case
   */
  public String digest(String caseId) {
    return CaseFile.read(log, caseId).digest();
  }

  /**
   * What a person has to sign to approve the case, as it stands now, for a recipient.
   *
   * @throws HandoverRefused when there is no such case
   */
  public ApprovalStatement statement(String caseId, Recipient recipient, String by) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    return new ApprovalStatement(caseId, recipient.fingerprint(), digest(caseId), by, now);
  }

  /**
   * Writes the package of a case and puts the handover on record before the file gets its name.
   *
   * @param approvals ids of two approvals on record
   * @param out a file that does not exist yet
   * @param by who hands it over
   * @throws HandoverRefused naming everything that is missing
   * @throws RecipientUnsuitable when the certificate is no longer valid
   * @throws UncheckedIOException when the file cannot be written
   */
  public Written export(
      String caseId, Recipient recipient, List<String> approvals, Path out, String by) {
    if (Files.exists(out)) {
      throw new HandoverRefused("'" + out + "' exists already: name a new file");
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    recipient.requireValid(now);
    CaseFile file = CaseFile.read(log, caseId);
    List<Stored> signed = Approvals.require(file, recipient.fingerprint(), approvals);
    Contents contents = contents(file, signed, recipient, now);
    byte[] zip = seal(contents.payload(), recipient, now);
    if (zip.length > PackageFiles.LARGEST) {
      throw new HandoverRefused(
          "the package of case '"
              + caseId
              + "' has "
              + zip.length
              + " bytes, more than the "
              + PackageFiles.LARGEST
              + " a verifier reads: open cases over fewer conversations");
    }
    String sha256 = sha256(zip);
    write(
        out,
        zip,
        () ->
            log.append(
                new Entry.Exported(
                    clock.instant(), caseId, recipient.fingerprint(), approvals, sha256, by)));
    List<String> withheld =
        file.withheld().stream().map(each -> each.conversation() + ": " + each.reason()).toList();
    return new Written(out, sha256, contents.entries(), withheld);
  }

  private record Contents(SortedMap<String, byte[]> payload, int entries) {}

  private Contents contents(
      CaseFile file, List<Stored> approvals, Recipient recipient, Instant now) {
    List<Stored> house = HouseEntries.of(file, approvals, setting.mandates());
    List<Stored> all = new ArrayList<>(house);
    all.addAll(file.told());
    all.sort(Comparator.comparingLong(Stored::index));
    Shown shown = new Shown(setting.reader());
    ObjectNode transcript =
        Transcript.of(file, about(file, recipient, now, shown), setting.demo(), shown)
            .approvals(approvals)
            .house(house, setting.mandates())
            .conversations(file.conversations())
            .with(Limits.of(file, setting.errorRates()));
    SortedMap<String, byte[]> payload = new TreeMap<>();
    payload.put(PackageFiles.README, resource("bag-readme.txt"));
    payload.put(PackageFiles.CASE, JsonFiles.pretty(caseFile(file, approvals, recipient, now)));
    payload.put(PackageFiles.RECIPIENT, recipient.pem());
    payload.put(PackageFiles.TRANSCRIPT, JsonFiles.pretty(transcript));
    payload.put(PackageFiles.PAGE, TranscriptPage.of(transcript));
    LogExtract.put(log, all, payload);
    return new Contents(payload, all.size());
  }

  private static ObjectNode about(CaseFile file, Recipient recipient, Instant now, Shown shown) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("id", shown.asIs(file.entry().id()))
        .put("title", shown.asIs(file.entry().title()))
        .put("exportedAt", now.toString())
        .put("recipient", recipient.fingerprint())
        .put("recipientName", shown.asIs(recipient.name()));
  }

  private ObjectNode caseFile(
      CaseFile file, List<Stored> approvals, Recipient recipient, Instant now) {
    ObjectNode out = JsonNodeFactory.instance.objectNode();
    out.put("format", PackageFiles.CASE_FORMAT).put("case", file.entry().id());
    out.put("demo", setting.demo()).put("exportedAt", now.toString());
    out.put("recipient", recipient.fingerprint()).put("caseDigest", file.digest());
    file.conversations().keySet().forEach(out.putArray("conversations")::add);
    ArrayNode withheld = out.putArray("withheld");
    file.withheld()
        .forEach(
            each ->
                withheld
                    .addObject()
                    .put("conversation", each.conversation())
                    .put("reason", each.reason()));
    ArrayNode ids = out.putArray("approvals");
    approvals.forEach(each -> ids.add(((Entry.Approval) each.entry()).id()));
    return out;
  }

  /** The file that travels, of a payload. */
  byte[] seal(SortedMap<String, byte[]> payload, Recipient recipient, Instant now) {
    List<String> info =
        List.of(
            "Bagging-Date: " + now.atOffset(ZoneOffset.UTC).toLocalDate(),
            "Bag-Software-Agent: Sweetie");
    byte[] bag =
        CanonicalZip.write(Bag.make(payload, info, content -> identity.sign(content, now)));
    byte[] readme = resource("package-readme.txt");
    byte[] ciphertext = recipient.encrypt(bag, random);
    byte[] sums = PackageFiles.sums(readme, ciphertext);
    return CanonicalZip.write(
        List.of(
            new Member(PackageFiles.README, readme),
            new Member(PackageFiles.CIPHERTEXT, ciphertext),
            new Member(PackageFiles.SUMS, sums),
            new Member(PackageFiles.SUMS_SIGNATURE, identity.sign(sums, now))));
  }

  private static byte[] resource(String name) {
    try (InputStream in = Handover.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing from the program: build it again");
      }
      return in.readAllBytes();
    } catch (IOException failed) {
      throw new UncheckedIOException(name + " cannot be read from the program", failed);
    }
  }

  private static void write(Path out, byte[] content, Runnable record) {
    Path part = out.resolveSibling(out.getFileName() + ".part");
    try {
      Files.write(part, content, StandardOpenOption.CREATE_NEW);
      try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      record.run();
      Files.move(part, out, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failed) {
      throw new UncheckedIOException("'" + out + "' could not be written: " + failed, failed);
    } finally {
      delete(part);
    }
  }

  private static void delete(Path part) {
    try {
      Files.deleteIfExists(part);
    } catch (IOException failed) {
      throw new UncheckedIOException(
          "'" + part + "' is left over and could not be deleted", failed);
    }
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(
          "this Java has no SHA-256, which every Java must have", missing);
    }
  }
}
