package org.sweetie.evidence.handover;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.sweetie.engine.conduct.Mandate;
import org.sweetie.engine.conduct.MandateFormat;
import org.sweetie.engine.conduct.Verdict;
import org.sweetie.engine.evidence.Entry;
import org.sweetie.engine.message.ConversationId;
import org.sweetie.engine.message.Inbound.Source;
import org.sweetie.engine.message.TextBytes;
import org.sweetie.engine.signal.IdentifierSpan;
import org.sweetie.engine.signal.IdentifierType;
import org.sweetie.engine.signal.Indicator;
import org.sweetie.engine.signal.IndicatorSpan;
import org.sweetie.engine.text.OffsetMap;
import org.sweetie.engine.text.Readable;
import org.sweetie.engine.text.TextReader;
import org.sweetie.evidence.disk.Disk;
import org.sweetie.evidence.log.DiskLog;
import org.sweetie.evidence.log.Home;
import org.sweetie.evidence.log.Home.Purpose;
import org.sweetie.evidence.log.LogOptions;
import org.sweetie.evidence.verify.Trust;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A home with a real log: an operation, a mandate, a persona, people, three conversations, a case
 * over the first and the third. The second is nobody's business outside; the third is sealed.
 */
public final class House implements AutoCloseable {
  public static final Instant NOW = Instant.parse("2026-01-05T16:02:11Z");
  public static final String CASE = "case-1";
  public static final String TOLD = "conversation-1";
  public static final String OTHER = "conversation-2";
  public static final String SEALED = "conversation-3";

  /** Text that stands in the other conversation alone. */
  public static final String OTHER_TEXT = "do you know the answer to number seven";

  /** Text that stands in the sealed conversation alone. */
  public static final String SEALED_TEXT = "my little brother lost his pencil case";

  /** The stand-in for a term of the word list: the reader of this house masks it. */
  public static final String MASKED_TERM = "qqterm";

  static final String SPACE = "web:demo-room";

  private static final KeyPair AUTHORITY = ed25519();
  private static final KeyPair RSA = rsa();

  // Making one takes a second: the homes of these tests share it.
  private static final byte[] IDENTITY =
      SigningIdentity.create(Purpose.DEMO, NOW, new SecureRandom()).pem();

  public final Home home;
  public final DiskLog log;
  public final SigningIdentity identity;
  public final Handover handover;
  private final List<String> analysts = List.of("p-analyst", "p-liaison", "p-lead");
  private final Map<String, KeyPair> keys =
      Map.of("p-analyst", ed25519(), "p-liaison", ed25519(), "p-lead", ed25519());
  private final SecureRandom random = new SecureRandom();

  /** Opens a new home in a folder and records everything but the approvals. */
  public House(Path folder) {
    home = Home.openOrCreate(folder, Purpose.DEMO);
    InstantSource clock = InstantSource.fixed(NOW.plus(Duration.ofHours(2)));
    log = DiskLog.open(home, new LogOptions(Duration.ofSeconds(1), clock, random));
    identity = identity(home);
    Handover.Setting setting =
        new Handover.Setting(
            new MaskingReader(),
            new JsonMandates(),
            true,
            List.of(
                new ErrorRate(
                    "en", "false alarms per conversation", 0.02, "200 composed conversations")));
    handover = new Handover(log, identity, setting, clock, random);
    record();
  }

  private SigningIdentity identity(Home where) {
    try {
      Disk.local().replace(where.subfolder("keys").resolve("package-signing.pem"), IDENTITY);
      return SigningIdentity.ofHome(where, NOW, random);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private void record() {
    log.append(new Entry.Operation(NOW, "op-1", "Demonstration", true));
    for (String person : analysts) {
      log.append(
          new Entry.Person(
              NOW, person, "Name of " + person, List.of("analyst"), publicKey(person)));
    }
    byte[] document = mandate();
    log.append(
        new Entry.Mandate(
            NOW, "mandate-1", document, sign(AUTHORITY.getPrivate(), document), authority()));
    log.append(
        new Entry.PersonaLoaded(
            NOW,
            "sha256:aa",
            Map.of(
                "persona.yaml",
                "name: Maya\nage: 10\nlanguage: en\n",
                "hello.top",
                "topic: ~hello ()")));
    told();
    said(OTHER, 1, OTHER_TEXT);
    said(SEALED, 1, SEALED_TEXT);
    log.append(
        new Entry.StateChanged(
            NOW, new ConversationId(SEALED), "supervised", "safeguarding", "B10: minor", "system"));
    log.append(
        new Entry.CaseOpened(NOW, CASE, "Homework room", List.of(TOLD, SEALED), "p-analyst"));
  }

  private void told() {
    ConversationId id = new ConversationId(TOLD);
    said(TOLD, 1, "hello, do you like this game");
    reply(2, 1, "hi! i am ten, i like maths games");
    said(TOLD, 3, "write to me at nobody@example.org \u202e and say <explicit> " + MASKED_TERM);
    log.append(
        new Entry.Findings(
            NOW,
            id,
            3,
            0.97,
            true,
            "en",
            "sha256:bb",
            List.of(new IndicatorSpan(Indicator.CHANNEL_MIGRATION, 0.9, 0, 12, null)),
            List.of(
                new IdentifierSpan(
                    IdentifierType.EMAIL,
                    15,
                    33,
                    "nobody@example.org",
                    "nobody@example.org",
                    1,
                    null,
                    null))));
    reply(4, 3, "i only talk here. how was your maths test?");
    said(TOLD, 5, "a lone half \ud83d and <script>alert(1)</script>");
    log.append(new Entry.MediaDropped(NOW, id, source(), NOW.plusSeconds(50), "image/png", 12_345));
    log.append(new Entry.Gap(NOW.plusSeconds(60), id, source(), "the stream broke off for 4 s"));
    log.append(new Entry.NotSent(NOW.plusSeconds(61), id, 5, "B8", "stopped by a person"));
    log.append(
        new Entry.StateChanged(
            NOW.plusSeconds(62), id, "supervised", "ended", "stop", "p-analyst"));
    log.append(
        new Entry.Ruling(
            NOW.plusSeconds(90), id, "p-analyst", "approach", "asked to move to another channel"));
  }

  static Source source() {
    return new Source("web", SPACE, "guest-7");
  }

  /** Records a message of the counterpart. */
  public void said(String conversation, int number, String text) {
    Instant at = NOW.plusSeconds(10L * number).plusNanos(number == 1 ? 0 : 123_456_000);
    log.append(
        new Entry.MessageReceived(
            at, new ConversationId(conversation), number, source(), at, TextBytes.of(text)));
  }

  private void reply(int number, int answers, String text) {
    Instant at = NOW.plusSeconds(10L * number);
    ConversationId id = new ConversationId(TOLD);
    Entry.Candidate candidate =
        new Entry.Candidate(
            text,
            "~hello.1.0",
            7,
            "{}",
            List.of(new Verdict("B2", true, "nothing it may not say")));
    log.append(
        new Entry.Candidates(
            at,
            id,
            answers,
            "sha256:aa",
            "sha256:cc",
            "mandate-1",
            7,
            "{}",
            List.of(candidate),
            List.of()));
    log.append(new Entry.Release(at, id, answers, "p-analyst", 0, "fits"));
    log.append(
        new Entry.Reply(
            at, id, number, answers, text, "script", "~hello.1.0", "mandate-1", "p-analyst"));
  }

  /** Signs the case as it stands for a recipient and files the approval. */
  public String approve(String person, Recipient recipient) {
    ApprovalStatement statement = handover.statement(CASE, recipient, person);
    return file(statement, statement.sign(keyOf(person)));
  }

  /** Files an approval as given. */
  public String file(ApprovalStatement statement, byte[] signature) {
    String id = "approval-" + log.size();
    log.append(statement.entry(id, signature, NOW.plusSeconds(100)));
    return id;
  }

  /** Two good approvals. */
  public List<String> approved(Recipient recipient) {
    List<String> ids = new ArrayList<>();
    ids.add(approve("p-liaison", recipient));
    ids.add(approve("p-lead", recipient));
    return ids;
  }

  /** The whole way: approved by two, exported to a file. */
  public Handover.Written export(Recipient recipient, Path file) {
    return handover.export(CASE, recipient, approved(recipient), file, "p-liaison");
  }

  public PrivateKey keyOf(String person) {
    return keys.get(person).getPrivate();
  }

  public String publicKey(String person) {
    return base64(keys.get(person).getPublic().getEncoded());
  }

  public Trust trust() {
    return HomeTrust.of(log, identity, Set.of(authority()), true);
  }

  static String authority() {
    return base64(AUTHORITY.getPublic().getEncoded());
  }

  private static byte[] mandate() {
    ObjectNode node = JsonMapper.shared().createObjectNode();
    node.put("type", "sweetie-mandate/1").put("id", "mandate-1").put("issuer", "Example Court");
    node.put("legalBasis", "Example Act, s. 1").put("start", "2026-01-01T00:00:00Z");
    node.put("expiry", "2026-02-01T00:00:00Z")
        .put("suspicion", "contacts in this room")
        .put("demo", true);
    node.putArray("spaces").add(SPACE);
    return node.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }

  /** RSA key of the recipient most tests use. */
  public static PrivateKey recipientKey() {
    return RSA.getPrivate();
  }

  public static X509Certificate recipientCertificate() {
    return certificate(RSA, "SHA256withRSA", NOW.minusSeconds(60), NOW.plus(Duration.ofDays(90)));
  }

  public static Recipient recipient() {
    return Recipient.of(recipientCertificate(), NOW);
  }

  static X509Certificate certificate(KeyPair pair, String algorithm, Instant from, Instant until) {
    X500Name name = new X500Name("CN=Example Police, O=example.org");
    try {
      return new JcaX509CertificateConverter()
          .getCertificate(
              new JcaX509v3CertificateBuilder(
                      name,
                      BigInteger.TEN,
                      Date.from(from),
                      Date.from(until),
                      name,
                      pair.getPublic())
                  .build(new JcaContentSignerBuilder(algorithm).build(pair.getPrivate())));
    } catch (GeneralSecurityException | OperatorCreationException failed) {
      throw new IllegalStateException(failed);
    }
  }

  static KeyPair ed25519() {
    return pair("Ed25519", 0);
  }

  static KeyPair rsa() {
    return pair("RSA", 2048);
  }

  static KeyPair ec() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException failed) {
      throw new IllegalStateException(failed);
    }
  }

  static KeyPair pair(String algorithm, int bits) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      if (bits > 0) {
        generator.initialize(bits);
      }
      return generator.generateKeyPair();
    } catch (GeneralSecurityException failed) {
      throw new IllegalStateException(failed);
    }
  }

  static byte[] sign(PrivateKey key, byte[] message) {
    try {
      Signature signer = Signature.getInstance("Ed25519");
      signer.initSign(key);
      signer.update(message);
      return signer.sign();
    } catch (GeneralSecurityException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  @Override
  public void close() {
    log.close();
  }

  /** Masks one made-up word and changes nothing else. */
  static final class MaskingReader implements TextReader {
    @Override
    public Readable read(String original) {
      String text = original.replace(MASKED_TERM, EXPLICIT);
      int masked = text.equals(original) ? 0 : 1;
      return new Readable(original, text, OffsetMap.identity(text.length()), masked);
    }

    @Override
    public String hash() {
      return "sha256:dd";
    }
  }

  /** Reads the mandate documents of this house. */
  static final class JsonMandates implements MandateFormat {
    @Override
    public Mandate read(byte[] document) {
      JsonNode node = JsonMapper.shared().readTree(document);
      List<String> spaces = new ArrayList<>();
      node.path("spaces").forEach(each -> spaces.add(each.asString("")));
      return new Mandate(
          node.path("id").asString(""),
          node.path("issuer").asString(""),
          node.path("legalBasis").asString(""),
          "Example Controller",
          "Law Enforcement Directive",
          "Example Act, s. 2",
          spaces,
          node.path("suspicion").asString(""),
          "accounts that approach",
          Instant.parse(node.path("start").asString("")),
          Instant.parse(node.path("expiry").asString("")),
          Mandate.Mode.SUPERVISED,
          3,
          List.of(),
          List.of(),
          "duty officer",
          List.of("Example Police"),
          null,
          true);
    }
  }
}
