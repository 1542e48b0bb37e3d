package org.sweetie.training.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sweetie.engine.conduct.ChildPhrases;

/**
 * Faults are made at run time, from reserved data and from the lists themselves: none stands in
 * this file (A3, A7).
 */
class ContentLintTest {
  private static final Map<String, List<String>> TERMS = WordList.terms();
  private static final String SCRIPT = "engine/src/main/resources/persona/kid/a.top";
  private static final String CORPUS = "x/resources/org/sweetie/training/talk/en/a.txt";

  @TempDir Path root;

  private List<Finding> lint(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return new ContentLint(TERMS).read(root).findings();
  }

  private static String term(String language, int number) {
    return TERMS.get(language).stream()
        .filter(t -> t.matches("\\p{L}{6,}"))
        .skip(number)
        .findFirst()
        .orElseThrow();
  }

  @Test
  @DisplayName("A1, A7: a term of the word list is found anywhere and reported as its hash alone")
  void aTermOfTheWordListIsReportedAsItsHash() throws IOException {
    String term = term("en", 3);

    List<Finding> findings =
        lint(
            "a/B.java",
            "class B {\n  // so " + term.toUpperCase(java.util.Locale.ROOT) + ", here\n}\n");

    assertThat(findings).hasSize(1);
    assertThat(findings.get(0).rule()).isEqualTo("A1");
    assertThat(findings.get(0).file()).isEqualTo("a/B.java");
    assertThat(findings.get(0).line()).isEqualTo(2);
    assertThat(findings.get(0).what()).contains(Vocabulary.sha256(term)).doesNotContain(term);
  }

  @Test
  @DisplayName("A1: a term of another language counts where the text is known to be in it")
  void aTermOfAnotherLanguageCountsInItsOwnFilesAndLines() throws IOException {
    String term = term("hr", 0);

    assertThat(lint("a/notes.txt", term)).isEmpty();
    assertThat(lint("a/hr/notes.txt", term)).hasSize(1);
    Files.delete(root.resolve("a/hr/notes.txt"));
    assertThat(lint("a/lines.jsonl", "{\"language\":\"hr\",\"text\":\"" + term + "\"}")).hasSize(1);
  }

  @Test
  @DisplayName("A1: every collision is the hash of a term, so the list hides nothing else")
  void everyCollisionIsTheHashOfATerm() {
    List<String> hashes =
        TERMS.values().stream()
            .flatMap(List::stream)
            .map(t -> Vocabulary.sha256(Phrases.plain(t).strip()))
            .toList();

    assertThat(ListFile.read("collisions.txt").stream().map(line -> line.split(" ")[0]))
        .isSubsetOf(hashes);
  }

  @ParameterizedTest
  @DisplayName("A3: reserved data passes")
  @ValueSource(
      strings = {
        "call +44 7700 900123 or 07700 900123",
        "(212) 555-0142, 212-555-0142, +1 212 555 0142",
        "020 7946 0958",
        "mail sam@example.org and a.b+c@mail.example.com",
        "192.0.2.17 198.51.100.1 203.0.113.99 127.0.0.1 10.0.0.8",
        "2001:db8::17",
        "4242 4242 4242 4242 and 4111111111111111",
        "GB29 NWBK 6016 1331 9268 19",
        "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa",
        "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
        "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4"
      })
  void reservedDataPasses(String text) throws IOException {
    assertThat(lint("a/notes.txt", text)).isEmpty();
  }

  @ParameterizedTest
  @DisplayName("A3: the same data one step outside its range is found")
  @ValueSource(
      strings = {
        "call +44 7700 900123|900123|911123",
        "call 07700 900123|900123|911123",
        "(212) 555-0142|555-01|555-77",
        "212-555-0142|555-01|556-01",
        "sam@example.org|example.org|exemple.org",
        "192.0.2.17|192.0.2|193.0.2",
        "2001:db8::17|db8|db9",
        "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed|Aed|Aee"
      })
  void dataOutsideItsRangeIsFound(String example) throws IOException {
    String[] parts = example.split("\\|");
    String text = parts[0].replace(parts[1], parts[2]);

    assertThat(lint("a/notes.txt", "take " + text + " please"))
        .extracting(Finding::rule)
        .containsExactly("A3");
  }

  @Test
  @DisplayName("A3: an account or a card with right check digits that nobody published is found")
  void anAccountOrACardThatNobodyPublishedIsFound() throws IOException {
    assertThat(lint("a/iban.txt", otherIban())).extracting(Finding::rule).containsExactly("A3");
    assertThat(lint("b/card.txt", otherCard())).hasSize(2);
  }

  @Test
  @DisplayName(
      "A3: a coin address counts by its checksum: the published vectors hold, a changed one is none")
  void aCoinAddressCountsByItsChecksum() {
    List<String> vectors =
        ListFile.read("reserved.tsv").stream()
            .filter(line -> line.startsWith("btc\tbc1"))
            .map(line -> line.split("\t")[1])
            .toList();

    assertThat(vectors).hasSizeGreaterThan(4).allMatch(Checksums::bech32);
    assertThat(vectors)
        .noneMatch(
            v -> Checksums.bech32(v.substring(0, v.length() - 1) + (v.endsWith("q") ? "p" : "q")));
  }

  /** The next number after a published test card whose check digit is right. */
  private static String otherCard() {
    long card = 4_242_424_242_424_243L;
    while (!Checksums.card(Long.toString(card))) {
      card++;
    }
    return Long.toString(card);
  }

  /**
   * An account of the registry's example bank with another number and the check digits it needs.
   */
  private static String otherIban() {
    for (int check = 2; check < 99; check++) {
      String iban = "GB%02dNWBK60161331926820".formatted(check);
      if (Checksums.iban(iban)) {
        return iban;
      }
    }
    throw new AssertionError("one of 97 check digits fits");
  }

  @ParameterizedTest
  @DisplayName("A3: versions, dates, digests and code stay quiet")
  @ValueSource(
      strings = {
        "<version>0.3.19-1.5.7</version> 2.4.0-b180830.0438 1.0.0-M2.1",
        "2026-01-05T16:02:11Z 2026-01-05 to 2026-02-07, 2026.01.05",
        "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        "private static final long serialVersionUID = 4929378490128374652L;",
        "long z = 0x9E3779B97F4A7C15L; int i = 1_000_000_007;",
        "1767600000000 1767600000 123456789 9007199254740993",
        "550e8400-e29b-41d4-a716-446655440000",
        "1 000 000 000 and linux 2.6.12.3",
        "section 2.1.3.2 of RFC 9162, List::add, Set::addAll",
        "git clone git@github.com:o/r.git",
        "@Override public @Nullable String a() { return x@y; }",
        "12:30:45 00:00:00.123 +01:00 -05:30",
        "java.base/java.util 10.0.26100 17.0.9+9-Ubuntu",
        "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16",
        "0.9123 0.0001 0.5000 0.25 100.000 0,001 2,000",
        "isbn 978-3-16-148410-0"
      })
  void everydayNumbersStayQuiet(String text) throws IOException {
    assertThat(lint("a/notes.txt", text)).isEmpty();
  }

  @Test
  @DisplayName(
      "A8: every phrase of the word file is found in a corpus or a script, and nowhere else")
  void everyPhraseIsFoundWhereChildrenSpeak() throws IOException {
    List<String> phrases = new ArrayList<>();
    List<String> child = new ArrayList<>();
    ChildPhrases.shipped()
        .forEach(
            (section, phrase) -> {
              phrases.add(phrase);
              if (section.startsWith("child")) {
                child.add(phrase);
              }
            });

    List<Finding> corpus = lint(CORPUS, String.join("\n", child));
    Files.delete(root.resolve(CORPUS));
    List<Finding> script = lint(SCRIPT, "t: hello\n\t" + String.join("\n\t", phrases));
    Files.delete(root.resolve(SCRIPT));

    assertThat(corpus).allMatch(f -> f.rule().equals("A8"));
    assertThat(corpus.stream().map(Finding::line).distinct()).hasSize(child.size());
    assertThat(script.stream().map(Finding::line).distinct()).hasSameSizeAs(phrases);
    assertThat(lint("a/src/main/java/A.java", String.join("\n// ", phrases))).isEmpty();
  }

  private static String firstOf(String kind) {
    List<String> found = new ArrayList<>();
    ChildPhrases.shipped()
        .forEach(
            (section, phrase) -> {
              if (section.startsWith(kind)) {
                found.add(phrase);
              }
            });
    return found.get(0);
  }

  @ParameterizedTest
  @DisplayName("A8: harmless homework lines pass")
  @ValueSource(
      strings = {
        "i have touch typing on monday",
        "i played the level alone and i read alone at home",
        "we saw a meteor shower with my class",
        "the flower bed at school has ants",
        "i broke my pencil, it is pretty funny",
        "i am hungry, we have soup",
        "my kite is so beautiful in the sky"
      })
  void harmlessLinesPass(String line) throws IOException {
    assertThat(lint(SCRIPT, "t: " + line)).isEmpty();
  }

  @Test
  @DisplayName(
      "A8: of a script what can be said is read, the patterns that understand a counterpart are not")
  void patternsOfAScriptAreNotRead() throws IOException {
    String phrase = firstOf("child");
    String persona = firstOf("persona");

    String pattern =
        "concept: ~c (\"%s\" other)\nu: ASK (<< [%s] (a b) >>) i like kites.\n#! %s\n# %s\n";
    assertThat(lint(SCRIPT, pattern.formatted(phrase, phrase, persona, phrase))).isEmpty();
    assertThat(lint(SCRIPT, "u: ASK (\n  [a\n b]) it is " + phrase + "\n"))
        .extracting(Finding::line)
        .containsExactly(3);
  }

  @Test
  @DisplayName("A6: a shipped conversation carries the synthetic mark")
  void aShippedConversationCarriesTheSyntheticMark() throws IOException {
    String path = "m/src/main/resources/d/c.jsonl";

    assertThat(lint(path, "{\"id\":\"a\",\"messages\":[]}"))
        .extracting(Finding::rule)
        .containsExactly("A6");
    assertThat(lint(path, "{\"id\":\"a\",\"synthetic\":true,\"messages\":[]}")).isEmpty();
  }

  @Test
  void aFileThatIsNoUtf8IsAFindingAndABinaryOneIsNot() throws IOException {
    Files.write(root.resolve("latin.txt"), "caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));
    Files.write(root.resolve("data.bin"), new byte[] {1, 0, (byte) 0xff});
    Files.createDirectories(root.resolve("target"));
    Files.writeString(root.resolve("target/x.txt"), term("en", 1));

    ContentLint.Report report = new ContentLint(TERMS).read(root);

    assertThat(report.binary()).isEqualTo(1);
    assertThat(report.files()).isZero();
    assertThat(report.findings()).extracting(Finding::file).containsExactly("latin.txt");
  }

  @Test
  void everyExemptPathIsAFileOfTheRepository() {
    Path repository = Path.of("..").toAbsolutePath().normalize();

    assertThat(ListFile.read("exempt-paths.txt"))
        .isNotEmpty()
        .allSatisfy(line -> assertThat(repository.resolve(line.split("\\s+")[0])).isRegularFile());
  }
}
