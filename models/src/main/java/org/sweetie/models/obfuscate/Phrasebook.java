package org.sweetie.models.obfuscate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sweetie.engine.signal.IdentifierType;

/** {@code phrasebook.tsv}: language, key, and choices set apart by "|". */
final class Phrasebook {
  private static final String FILE = "phrasebook.tsv";
  private static final String ANY = "*";

  private final Map<String, Map<String, List<String>>> lines = new LinkedHashMap<>();

  private Phrasebook() {}

  static Phrasebook load() {
    Phrasebook book = new Phrasebook();
    try (InputStream in = Phrasebook.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IOException("no " + FILE + " beside " + Phrasebook.class.getName());
      }
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          book.add(line);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return book;
  }

  private void add(String line) throws IOException {
    String[] fields = line.split("\t", -1);
    if (fields.length != 3) {
      throw new IOException(FILE + ": expected language, key and choices, found \"" + line + "\"");
    }
    lines
        .computeIfAbsent(fields[0], l -> new LinkedHashMap<>())
        .put(fields[1], List.of(fields[2].split("\\|")));
  }

  List<String> languages() {
    return lines.keySet().stream().filter(language -> !language.equals(ANY)).toList();
  }

  List<IdentifierType> types() {
    List<IdentifierType> types = new ArrayList<>();
    for (String key : lines.getOrDefault(ANY, Map.of()).keySet()) {
      types.add(IdentifierType.valueOf(key.toUpperCase(Locale.ROOT)));
    }
    return types;
  }

  List<String> values(IdentifierType type) {
    return choices(ANY, type.wire());
  }

  List<String> carriers(String language, IdentifierType type) {
    return choices(language, type.wire());
  }

  List<String> at(String language) {
    return choices(language, "at");
  }

  List<String> dot(String language) {
    return choices(language, "dot");
  }

  /** The words of a digit. */
  List<String> digit(String language, int digit) {
    return List.of(choices(language, "digits").get(digit).split("/"));
  }

  private List<String> choices(String language, String key) {
    List<String> choices = lines.getOrDefault(language, Map.of()).get(key);
    if (choices == null) {
      throw new IllegalStateException(FILE + " has no \"" + key + "\" for " + language);
    }
    return choices;
  }
}
