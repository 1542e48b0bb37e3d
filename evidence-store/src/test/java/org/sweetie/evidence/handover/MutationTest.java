package org.sweetie.evidence.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.sweetie.evidence.verify.CanonicalZip;
import org.sweetie.evidence.verify.Report;
import org.sweetie.evidence.verify.Trust;
import org.sweetie.evidence.verify.Verifier;

/** Changes a package in every way a file can be changed, and expects each change to be named. */
@TestInstance(Lifecycle.PER_CLASS)
class MutationTest {
  /** Mutations of one byte; raised by {@code -Dsweetie.mutations=100000}. */
  private static final int FLIPS = Integer.getInteger("sweetie.mutations", 2_000);

  private Path folder;
  private House house;
  private Trust trust;
  private byte[] whole;
  private byte[] another;

  @BeforeAll
  void exportTwo(@TempDir Path temporary) throws IOException {
    folder = temporary;
    house = new House(folder.resolve("home"));
    trust = house.trust();
    whole = exported("one.zip");
    another = exported("two.zip");
  }

  @AfterAll
  void close() {
    house.close();
  }

  private byte[] exported(String name) throws IOException {
    Path file = folder.resolve(name);
    house.export(House.recipient(), file);
    return Files.readAllBytes(file);
  }

  private Report verified(byte[] zip) throws IOException {
    Path file = folder.resolve("mutated.zip");
    Files.write(file, zip);
    return Verifier.verify(file, House.recipientKey(), trust);
  }

  private void assertNamed(byte[] zip, String what) throws IOException {
    Report report = verified(zip);

    assertThat(report.ok()).as(what).isFalse();
    assertThat(report.faults()).as(what).isNotEmpty();
    assertThat(report.faults()).as(what).allMatch(fault -> fault.detail().length() > 10);
  }

  @Test
  void nothingChangedIsNoFault() throws IOException {
    assertThat(verified(whole).faults()).isEmpty();
    assertThat(verified(another).ok()).isTrue();
  }

  @Test
  void everyChangedByteIsNamed() throws IOException {
    Random random = new Random(20260105);

    for (int i = 0; i < FLIPS; i++) {
      byte[] zip = whole.clone();
      int at = random.nextInt(zip.length);
      zip[at] ^= (byte) (1 + random.nextInt(255));
      assertNamed(zip, "byte " + at);
    }
  }

  @Test
  void everyBitOfEveryStructureAroundTheCiphertextIsNamed() throws IOException {
    int start = indexOf("package.cms") + "package.cms".length();
    int end = start + Zips.unzip(whole).get("package.cms").length;

    for (int at = 0; at < whole.length; at++) {
      boolean inside = at >= start + 600 && at < end - 100;
      if (!inside) {
        byte[] zip = whole.clone();
        zip[at] ^= (byte) (1 << (at % 8));
        assertNamed(zip, "byte " + at);
      }
    }
  }

  private int indexOf(String name) {
    return new String(whole, StandardCharsets.ISO_8859_1).indexOf(name);
  }

  @Test
  void deletedRepeatedInsertedAndSwappedPiecesAreNamed() throws IOException {
    Random random = new Random(7);

    for (int i = 0; i < 400; i++) {
      int from = random.nextInt(whole.length - 1);
      int length = 1 + random.nextInt(Math.min(2_000, whole.length - from));
      byte[] piece = Arrays.copyOfRange(whole, from, from + length);
      byte[] head = Arrays.copyOf(whole, from);
      byte[] tail = Arrays.copyOfRange(whole, from + length, whole.length);
      assertNamed(joined(head, tail), "deleted " + length + " at " + from);
      assertNamed(joined(head, piece, piece, tail), "repeated " + length + " at " + from);
      byte[] strange = new byte[length];
      random.nextBytes(strange);
      assertNamed(joined(head, strange, piece, tail), "inserted " + length + " at " + from);
    }
  }

  @Test
  void aPackageCutAnywhereOrWithSomethingBehindItIsNamed() throws IOException {
    for (int length = 0; length < whole.length; length += 97) {
      assertNamed(Arrays.copyOf(whole, length), "cut to " + length);
    }
    assertNamed(joined(whole, new byte[1]), "one byte behind");
    assertNamed(joined(whole, whole), "twice");
    assertNamed(joined(new byte[] {0}, whole), "one byte before");
  }

  @Test
  void partsOfTwoGoodPackagesDoNotMakeAThird() throws IOException {
    Map<String, byte[]> one = Zips.unzip(whole);
    Map<String, byte[]> other = Zips.unzip(another);
    for (int mix = 1; mix < 15; mix++) {
      byte[] zip = mixed(one, other, mix);
      boolean same = Arrays.equals(zip, whole) || Arrays.equals(zip, another);
      if (!same) {
        assertNamed(zip, "mix " + mix);
      }
    }
  }

  @Test
  void filesAddedTakenAwayRenamedOrReorderedAreNamed() throws IOException {
    var members =
        Zips.unzip(whole).entrySet().stream()
            .map(each -> new CanonicalZip.Member(each.getKey(), each.getValue()))
            .toList();
    for (int i = 0; i < members.size(); i++) {
      var less = new java.util.ArrayList<>(members);
      var taken = less.remove(i);
      assertNamed(CanonicalZip.write(less), "without " + taken.name());
      var renamed = new java.util.ArrayList<>(members);
      renamed.set(i, new CanonicalZip.Member(taken.name() + "x", taken.content()));
      assertNamed(CanonicalZip.write(renamed), "renamed " + taken.name());
    }
    var more = new java.util.ArrayList<>(members);
    more.add(new CanonicalZip.Member("more.txt", new byte[0]));
    assertNamed(CanonicalZip.write(more), "with an empty file more");
    var turned = new java.util.ArrayList<>(members);
    java.util.Collections.reverse(turned);
    assertNamed(CanonicalZip.write(turned), "in another order");
  }

  private static byte[] mixed(Map<String, byte[]> one, Map<String, byte[]> other, int mix) {
    var members = new java.util.ArrayList<CanonicalZip.Member>();
    int bit = 0;
    for (String name : one.keySet()) {
      byte[] content = (mix >> bit++ & 1) == 0 ? one.get(name) : other.get(name);
      members.add(new CanonicalZip.Member(name, content));
    }
    return CanonicalZip.write(members);
  }

  private static byte[] joined(byte[]... parts) {
    java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
