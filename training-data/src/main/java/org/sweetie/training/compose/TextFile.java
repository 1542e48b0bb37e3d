package org.sweetie.training.compose;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.sweetie.engine.signal.Indicator;
import org.sweetie.training.corpus.CorpusException;

/**
 * The authored files of this module: UTF-8, {@code #} starts a comment line, empty lines mean
 * nothing.
 */
final class TextFile {
  private static final String ROOT = "/org/sweetie/training/";
  private static final String ACTS = " ## ";

  private TextFile() {}

  record Line(String file, int number, String text) {
    CorpusException wrong(String what) {
      return new CorpusException(file + ":" + number + ": " + what);
    }
  }

  /** The lines of a file below the module's resources; none where the file does not exist. */
  static List<Line> read(String name) {
    try (InputStream in = TextFile.class.getResourceAsStream(ROOT + name)) {
      return in == null ? List.of() : lines(name, in);
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  /** As {@link #read}, but the file must be there. */
  static List<Line> need(String name) {
    List<Line> lines = read(name);
    if (lines.isEmpty()) {
      throw new CorpusException(
          ROOT + name + " is missing or empty: build training-data with its resources");
    }
    return lines;
  }

  private static List<Line> lines(String name, InputStream in) throws IOException {
    List<Line> lines = new ArrayList<>();
    BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    int number = 0;
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      number++;
      if (!line.isBlank() && !line.startsWith("#")) {
        lines.add(new Line(name, number, line.strip()));
      }
    }
    return lines;
  }

  /** The text before {@code ##}. */
  static String textOf(Line line) {
    int at = line.text().indexOf(ACTS);
    return at < 0 ? line.text() : line.text().substring(0, at).strip();
  }

  /** The acts after {@code ##}, separated by commas or spaces. */
  static Set<Indicator> actsOf(Line line) {
    int at = line.text().indexOf(ACTS);
    return at < 0
        ? EnumSet.noneOf(Indicator.class)
        : actsIn(line.text().substring(at + ACTS.length()), line);
  }

  /** The acts named in a text of that line, separated by commas or spaces. */
  static Set<Indicator> actsIn(String names, Line line) {
    Set<Indicator> acts = EnumSet.noneOf(Indicator.class);
    for (String name : names.strip().split("[,\\s]+")) {
      acts.add(
          Indicator.ofWire(name)
              .orElseThrow(
                  () -> line.wrong("'" + name + "' is no indicator: use a name of taxonomy.tsv")));
    }
    return acts;
  }
}
