package org.sweetie.models.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The terms to mask, from the dictionaries of the package {@code
 * com.modernmt.text:profanity-filter}.
 *
 * <p>Each dictionary line is a term and a score from 0 to 1: how often a sentence that holds the
 * term was found improper by its translation. Terms below the floor are ordinary words used in
 * passing; what the score cannot tell (plain insults, words that are ordinary in another language)
 * is left out by a list of hashes, because no such term is written here (CONDUCT A7). Terms of
 * languages that chats write without diacritics, or in two scripts, stand in each spelling.
 *
 * @param terms lower case, NFKC, sorted
 */
record WordLists(Set<String> terms) {
  /** Lowest score of a term that is masked. */
  static final double FLOOR = 0.01;

  /** English, and the languages that conversations are read in. */
  static final List<String> LANGUAGES =
      List.of("en", "ro", "bg", "hu", "sr", "hr", "bs", "sq", "ru", "uk", "tl");

  private static final int SHORTEST = 3;
  private static final String DICTIONARY = "/com/modernmt/text/profanity/dictionary.";
  private static final String NOT_MASKED = "/org/sweetie/models/text/not-masked.sha256";

  /**
   * Reads the dictionaries from the class path.
   *
   * @throws UncheckedIOException where one is missing or malformed
   */
  static WordLists load() {
    Set<String> hashes =
        lines(NOT_MASKED).stream()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.substring(0, line.indexOf(' ')))
            .collect(Collectors.toUnmodifiableSet());
    Set<String> terms = new TreeSet<>();
    for (String language : LANGUAGES) {
      for (Entry entry : entries(language)) {
        if (entry.isMasked() && !hashes.contains(Digests.sha256(entry.term))) {
          terms.add(entry.term);
          Variants.of(entry.term, language).stream()
              .filter(variant -> !hashes.contains(Digests.sha256(variant)))
              .forEach(terms::add);
        }
      }
    }
    return new WordLists(terms);
  }

  /** A hash over all terms. */
  String hash() {
    return Digests.sha256(String.join("\n", terms));
  }

  /** The dictionary of one language, as the package has it. */
  static List<Entry> entries(String language) {
    String resource = DICTIONARY + language;
    return lines(resource).stream().map(line -> Entry.parse(line, resource)).toList();
  }

  private static List<String> lines(String resource) {
    try (InputStream in = WordLists.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IOException("no " + resource + " on the class path: expected the word-list jar");
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A line of a dictionary. */
  record Entry(String term, double score) {
    static Entry parse(String line, String resource) {
      int tab = line.lastIndexOf('\t');
      if (tab < 0) {
        // The line itself stays out of the message: it may be the very thing that is masked.
        throw new UncheckedIOException(
            new IOException(resource + ": a line without a tab; expected term, tab, score"));
      }
      String term = Normalizer.normalize(line.substring(0, tab), Form.NFKC);
      return new Entry(
          term.toLowerCase(Locale.ROOT).strip(), Double.parseDouble(line.substring(tab + 1)));
    }

    boolean isMasked() {
      return score >= FLOOR && term.codePointCount(0, term.length()) >= SHORTEST;
    }
  }
}
