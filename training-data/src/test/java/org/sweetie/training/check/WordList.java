package org.sweetie.training.check;

import com.modernmt.text.profanity.dictionary.Dictionary;
import com.modernmt.text.profanity.dictionary.Profanity;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The word list of CONDUCT A1, read from its package at run time. */
final class WordList {
  /** Below this score the package mostly holds everyday insults. */
  static final float FLOOR = 0.01f;

  static final List<String> LANGUAGES =
      List.of("en", "ro", "bg", "hu", "sr", "hr", "bs", "sq", "ru", "uk", "tl", "hi");

  private WordList() {}

  static Map<String, List<String>> terms() {
    Map<String, List<String>> terms = new LinkedHashMap<>();
    for (String language : LANGUAGES) {
      terms.put(language, terms(language));
    }
    return terms;
  }

  private static List<String> terms(String language) {
    String name = "/com/modernmt/text/profanity/dictionary." + language;
    try (InputStream in = Dictionary.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(
            name + " is not in profanity-filter: check the package's version");
      }
      List<String> terms = new ArrayList<>();
      for (Profanity term : Dictionary.read(language, in)) {
        if (term.score() >= FLOOR) {
          terms.add(term.text());
        }
      }
      return terms;
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }
}
