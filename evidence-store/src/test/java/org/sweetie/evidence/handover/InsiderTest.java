package org.sweetie.evidence.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.sweetie.evidence.verify.Check;
import org.sweetie.evidence.verify.Trust;
import org.sweetie.evidence.verify.Verifier;

/**
 * Somebody in the house holds the package-signing key, changes a package and signs it anew: what
 * hangs on the log, on the approvers and on the authority still shows it.
 */
@TestInstance(Lifecycle.PER_CLASS)
class InsiderTest {
  private Path folder;
  private House house;
  private Trust trust;
  private SortedMap<String, byte[]> payload;

  @BeforeAll
  void export(@TempDir Path temporary) throws IOException {
    folder = temporary;
    house = new House(folder.resolve("home"));
    trust = house.trust();
    Path file = folder.resolve("case.zip");
    house.export(House.recipient(), file);
    payload = Zips.payload(Files.readAllBytes(file), House.recipientKey());
  }

  @AfterAll
  void close() {
    house.close();
  }

  private SortedMap<String, byte[]> copy() {
    return new TreeMap<>(payload);
  }

  private List<Check> faults(SortedMap<String, byte[]> forged) throws IOException {
    Path file = folder.resolve("forged.zip");
    Files.write(file, house.handover.seal(forged, House.recipient(), House.NOW.plusSeconds(200)));
    return Verifier.verify(file, House.recipientKey(), trust).faults();
  }

  private void assertFault(SortedMap<String, byte[]> forged, String check) throws IOException {
    assertThat(faults(forged)).extracting(Check::name).contains(check);
  }

  private SortedMap<String, byte[]> with(String name, String from, String to) {
    SortedMap<String, byte[]> forged = copy();
    String text = new String(forged.get(name), StandardCharsets.UTF_8);
    assertThat(text).contains(from);
    forged.put(name, text.replace(from, to).getBytes(StandardCharsets.UTF_8));
    return forged;
  }

  private SortedMap<String, byte[]> lines(String name, List<String> lines) {
    SortedMap<String, byte[]> forged = copy();
    String text = String.join("\n", lines) + "\n";
    forged.put(name, text.getBytes(StandardCharsets.UTF_8));
    return forged;
  }

  private List<String> lines(String name) {
    return new ArrayList<>(
        List.of(new String(payload.get(name), StandardCharsets.UTF_8).split("\n")));
  }

  @Test
  void thePayloadUnchangedAndSignedAnewIsStillGood() throws IOException {
    assertThat(faults(copy())).isEmpty();
  }

  @Test
  void anotherWordInAnOriginalIsNamed() throws IOException {
    String said = base64("hello, do you like this game");
    String other = base64("hello, do you like this song");

    assertFault(with("transcript.json", said, other), "transcript facts");
  }

  @Test
  void anotherTimeOrAnotherReleaserInTheTranscriptIsNamed() throws IOException {
    assertFault(
        with("transcript.json", "2026-01-05T16:02:21Z", "2026-01-05T17:02:21Z"),
        "transcript facts");
    assertFault(
        with("transcript.json", "\"releasedBy\" : \"p-analyst\"", "\"releasedBy\" : \"p-lead\""),
        "transcript facts");
  }

  @Test
  void aSyntheticMarkTakenAwayIsNamed() throws IOException {
    assertFault(
        with("transcript.json", "\"synthetic\" : true", "\"synthetic\" : false"),
        "transcript facts");
  }

  @Test
  void aPageThatSaysSomethingElseThanItsDataIsNamed() throws IOException {
    assertFault(with("transcript.html", "maths games", "other games"), "transcript page");
  }

  @Test
  void anEntryTakenOutIsNamedWhicheverItIs() throws IOException {
    int all = lines("log/entries.jsonl").size();
    for (int i = 0; i < all; i++) {
      List<String> entries = lines("log/entries.jsonl");
      List<String> keys = lines("log/keys.jsonl");
      String entry = entries.remove(i);
      keys.remove(i);
      SortedMap<String, byte[]> forged = lines("log/entries.jsonl", entries);
      forged.put("log/keys.jsonl", lines("log/keys.jsonl", keys).get("log/keys.jsonl"));
      boolean decoration = isOperation(entry, lines("log/keys.jsonl").get(i));
      if (!decoration) {
        assertThat(faults(forged)).as("entry %s", i).isNotEmpty();
      }
    }
  }

  /** An operation's title backs nothing up, so nothing misses it. */
  private boolean isOperation(String entry, String key) {
    return entry.startsWith("{\"index\":0,") && key.startsWith("{\"index\":0,");
  }

  @Test
  void entriesInAnotherOrderAreNamed() throws IOException {
    List<String> entries = lines("log/entries.jsonl");
    Collections.swap(entries, 3, 4);

    assertFault(lines("log/entries.jsonl", entries), "log entries");
  }

  @Test
  void keysMissingSwappedOrTooManyAreNamed() throws IOException {
    List<String> keys = lines("log/keys.jsonl");
    String last = keys.remove(keys.size() - 1);
    assertFault(lines("log/keys.jsonl", keys), "sealed records");
    keys.add(last.replaceFirst("\"index\":\\d+", "\"index\":9999"));
    assertFault(lines("log/keys.jsonl", keys), "sealed records");
    keys.set(keys.size() - 1, last);
    keys.add(last.replaceFirst("\"index\":\\d+", "\"index\":9999"));
    assertFault(lines("log/keys.jsonl", keys), "sealed records");
  }

  @Test
  void aCheckpointOfAnotherLogIsNamed(@TempDir Path elsewhere) throws IOException {
    try (House other = new House(elsewhere.resolve("home"))) {
      SortedMap<String, byte[]> forged = copy();
      String note = other.log.checkpoint().note();
      forged.put("log/checkpoint", note.getBytes(StandardCharsets.UTF_8));

      assertFault(forged, "checkpoint");
    }
  }

  @Test
  void anotherCaseAnotherRecipientOrAnotherMarkIsNamed() throws IOException {
    assertThat(faults(with("case.json", "\"case\" : \"case-1\"", "\"case\" : \"case-7\"")))
        .isNotEmpty();
    assertThat(faults(with("case.json", "\"demo\" : true", "\"demo\" : false"))).isNotEmpty();
    assertThat(faults(with("case.json", "safeguarding", "reasons of our own"))).isNotEmpty();
    assertThat(faults(with("case.json", "conversation-3", "conversation-4"))).isNotEmpty();
  }

  @Test
  void everyChangedByteOfTheLogsPartIsNamed() throws IOException {
    Random random = new Random(42);
    for (int i = 0; i < 150; i++) {
      String name =
          List.of("log/checkpoint", "log/entries.jsonl", "log/keys.jsonl", "recipient.pem")
              .get(i % 4);
      SortedMap<String, byte[]> forged = copy();
      byte[] content = forged.get(name).clone();
      int at = random.nextInt(content.length);
      content[at] ^= (byte) (1 << random.nextInt(7));
      forged.put(name, content);
      String what = name + " byte " + at;
      if (!saysTheSame(name, payload.get(name), content)) {
        assertThat(faults(forged)).as(what).isNotEmpty();
      }
    }
  }

  /**
   * White space in PEM and its labels' lines carry nothing; the certificate is compared by its
   * hash.
   */
  private static boolean saysTheSame(String name, byte[] before, byte[] after) {
    if (!name.equals("recipient.pem")) {
      return false;
    }
    String one = new String(before, StandardCharsets.ISO_8859_1).replaceAll("\\s", "");
    String other = new String(after, StandardCharsets.ISO_8859_1).replaceAll("\\s", "");
    return one.equals(other);
  }

  @Test
  void noChangeOfThePayloadMakesTheVerifierFallOver() {
    Random random = new Random(99);
    for (int i = 0; i < 150; i++) {
      SortedMap<String, byte[]> forged = copy();
      String name = new ArrayList<>(forged.keySet()).get(random.nextInt(forged.size()));
      byte[] content = forged.get(name).clone();
      for (int flips = 0; flips < 3; flips++) {
        content[random.nextInt(content.length)] = (byte) random.nextInt(256);
      }
      forged.put(name, content);
      assertThatCode(() -> faults(forged)).as(name).doesNotThrowAnyException();
    }
  }

  @Test
  void aFileMoreOrLessInTheBagIsNamed() throws IOException {
    for (String name : payload.keySet()) {
      SortedMap<String, byte[]> forged = copy();
      forged.remove(name);
      assertFault(forged, "bag");
    }
    SortedMap<String, byte[]> more = copy();
    more.put("note.txt", new byte[0]);
    assertFault(more, "bag");
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
