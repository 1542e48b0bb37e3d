package org.sweetie.models.extract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A word file: lines of a key, a colon, and words; {@code #} begins a comment. */
final class Lexicon {
  /** Every word file there is. */
  static final List<String> FILES =
      List.of(
          "addresses.txt",
          "ages.txt",
          "digits.txt",
          "handles.txt",
          "payments.txt",
          "persons.txt",
          "phones.txt",
          "places.txt",
          "platforms.txt",
          "signs.txt",
          "tlds.txt");

  private final List<Line> lines = new ArrayList<>();

  private Lexicon() {}

  /** One text of all word files, for a hash over them. */
  static String all() {
    StringBuilder all = new StringBuilder();
    for (String file : FILES) {
      all.append(file).append('\n');
      load(file).lines().forEach(line -> all.append(line).append('\n'));
    }
    return all.toString();
  }

  /**
   * Reads a file beside this class.
   *
   * @throws UncheckedIOException where it is missing or a line has no key
   */
  static Lexicon load(String file) {
    Lexicon lexicon = new Lexicon();
    try (InputStream in = Lexicon.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IOException("no word file " + file + " beside " + Lexicon.class.getName());
      }
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          lexicon.lines.add(Line.parse(line, file));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lexicon;
  }

  List<Line> lines() {
    return lines;
  }

  /** All words of a key, in the order of the file; empty where it has none. */
  List<String> list(String key) {
    return lines.stream().filter(l -> l.key.equals(key)).flatMap(l -> l.words.stream()).toList();
  }

  /** All words of a key. */
  Set<String> set(String key) {
    return new HashSet<>(list(key));
  }

  /** Every word with its key; of a word under two keys the first. */
  Map<String, String> byWord() {
    Map<String, String> keys = new HashMap<>();
    for (Line line : lines) {
      line.words.forEach(word -> keys.putIfAbsent(word, line.key));
    }
    return keys;
  }

  /** One line of a word file. */
  record Line(String key, List<String> words) {
    static Line parse(String line, String file) throws IOException {
      int colon = line.indexOf(':');
      if (colon < 1) {
        throw new IOException(file + ": expected \"key: word word\", found \"" + line + "\"");
      }
      return new Line(
          line.substring(0, colon), List.of(line.substring(colon + 1).strip().split("\\s+")));
    }
  }
}
