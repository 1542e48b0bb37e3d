package org.sweetie.training.corpus;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sweetie.engine.signal.Indicator;

/**
 * The sixteen indicators and three protective acts with their definitions and sources, from {@code
 * taxonomy.tsv}.
 */
public final class Taxonomy {
  private static final String FILE = "/org/sweetie/training/taxonomy.tsv";
  private static final int COLUMNS = 4;

  private final Map<Indicator, TaxonomyEntry> entries;

  private Taxonomy(Map<Indicator, TaxonomyEntry> entries) {
    this.entries = entries;
  }

  /**
   * The taxonomy of this module; fails unless it names every indicator once, with the engine's
   * stage.
   */
  public static Taxonomy load() {
    try (InputStream in = Taxonomy.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new CorpusException(
            FILE + " is not on the class path: build training-data with its resources");
      }
      return of(
          new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(FILE, e);
    }
  }

  static Taxonomy of(List<String> lines) {
    Map<Indicator, TaxonomyEntry> entries = new EnumMap<>(Indicator.class);
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank() && !lines.get(i).startsWith("#")) {
        TaxonomyEntry entry = parse(lines.get(i), i + 1);
        if (entries.put(entry.indicator(), entry) != null) {
          throw new CorpusException(
              "taxonomy.tsv:%d: %s stands twice: keep one line"
                  .formatted(i + 1, entry.indicator()));
        }
      }
    }
    Set<Indicator> missing = EnumSet.allOf(Indicator.class);
    missing.removeAll(entries.keySet());
    if (!missing.isEmpty()) {
      throw new CorpusException("taxonomy.tsv has no line for " + missing + ": add one for each");
    }
    return new Taxonomy(entries);
  }

  private static TaxonomyEntry parse(String line, int number) {
    String[] cells = line.split("\t", -1);
    if (cells.length != COLUMNS) {
      throw new CorpusException(
          "taxonomy.tsv:%d: %d columns, expected %d: indicator, stage, definition, source, between tabs"
              .formatted(number, cells.length, COLUMNS));
    }
    Indicator indicator =
        Indicator.ofWire(cells[0])
            .orElseThrow(
                () ->
                    new CorpusException(
                        "taxonomy.tsv:%d: '%s' is no indicator: use a name of the engine"
                            .formatted(number, cells[0])));
    if (!indicator.stage().wire().equals(cells[1])) {
      throw new CorpusException(
          "taxonomy.tsv:%d: %s has stage '%s', the engine says '%s': make them agree"
              .formatted(number, cells[0], cells[1], indicator.stage().wire()));
    }
    return new TaxonomyEntry(indicator, cells[2], cells[3]);
  }

  /** Every entry, in the order of {@link Indicator}. */
  public List<TaxonomyEntry> entries() {
    return List.copyOf(entries.values());
  }

  /** The entry of one indicator. */
  public TaxonomyEntry entry(Indicator indicator) {
    return java.util.Objects.requireNonNull(entries.get(indicator));
  }
}
