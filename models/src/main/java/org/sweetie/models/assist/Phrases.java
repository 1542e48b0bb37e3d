package org.sweetie.models.assist;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * The few words around quotations in one language.
 *
 * @param found before quotations in the language of the question
 * @param elsewhere before quotations in other languages
 * @param silent where the library does not tell
 * @param quote a quotation: {0} the words, {1} the title of the item
 */
record Phrases(String found, String elsewhere, String silent, String quote) {
  static final List<String> LANGUAGES =
      List.of("en", "ro", "bg", "sq", "hu", "bs", "hr", "sr", "ru", "uk");

  /** The phrases of every language of the library. */
  static Map<String, Phrases> all() {
    Map<String, Phrases> all = new HashMap<>();
    LANGUAGES.forEach(language -> all.put(language, of(language)));
    return Map.copyOf(all);
  }

  private static Phrases of(String language) {
    String file = "phrases-" + language + ".properties";
    Properties properties = new Properties();
    try (InputStream in = Phrases.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is not on the class path: build again");
      }
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Phrases(
        one("found", properties, file),
        one("elsewhere", properties, file),
        one("silent", properties, file),
        one("quote", properties, file));
  }

  private static String one(String key, Properties properties, String file) {
    String value = properties.getProperty(key, "");
    if (value.isBlank()) {
      throw new IllegalStateException(file + " has no '" + key + "'");
    }
    return value;
  }

  String quoted(String words, String title) {
    return quote.replace("{1}", title).replace("{0}", words);
  }
}
