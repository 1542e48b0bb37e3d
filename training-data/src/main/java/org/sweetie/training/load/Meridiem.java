package org.sweetie.training.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import org.sweetie.training.corpus.CorpusException;

/** How "am" and "pm" are written, from {@code meridiem.txt}: letters alone, lower case. */
final class Meridiem {
  static final Set<String> BEFORE_NOON = words("am");
  static final Set<String> AFTER_NOON = words("pm");

  private Meridiem() {}

  private static Set<String> words(String half) {
    try (InputStream in = Meridiem.class.getResourceAsStream("meridiem.txt")) {
      if (in == null) {
        throw new CorpusException("meridiem.txt is not on the class path: build the module again");
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(l -> l.startsWith(half + " "))
          .map(l -> l.substring(half.length() + 1).strip())
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read meridiem.txt", e);
    }
  }
}
