package org.sweetie.models.extract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a word may be: a given name, an everyday word, a family name by its ending. */
final class NameWords {
  private static final int SHORTEST_GIVEN = 3;
  private static final int SHORTEST_STEM = 2;
  private static final String LISTS = "/org/sweetie/models/classify/";

  private final Set<String> given = new HashSet<>();
  private final Set<String> ambiguous = new HashSet<>();
  private final Set<String> common = new HashSet<>();
  private final Set<String> endings = new HashSet<>();
  private final Set<String> wordsToo = new HashSet<>();
  private final Set<String> peoples = new HashSet<>();
  private final Set<String> notFamily;
  private final Set<String> notGiven;
  private int longestEnding;

  NameWords(Lexicon persons) {
    Set<String> into = given;
    for (String line : lines("names.txt")) {
      if (line.equals("ambiguous")) {
        into = ambiguous;
      } else {
        into.add(line);
      }
    }
    common.addAll(lines("english.txt"));
    peoples.addAll(lines("places.txt"));
    peoples.addAll(persons.list("calendar"));
    notFamily = persons.set("not-family");
    notGiven = persons.set("not-given");
    wordsToo.addAll(persons.set("given"));
    wordsToo.addAll(common);
    given.addAll(persons.set("given"));
    common.removeAll(persons.set("given"));
    for (String ending : persons.list("ending")) {
      endings.add(ending);
      longestEnding = Math.max(longestEnding, ending.length());
    }
  }

  private static List<String> lines(String file) {
    try (InputStream in = NameWords.class.getResourceAsStream(LISTS + file)) {
      if (in == null) {
        throw new IOException("no word list " + LISTS + file + " on the class path");
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A given name and no other word of the languages read here. */
  boolean isGiven(String form) {
    return form.length() >= SHORTEST_GIVEN && given.contains(form) && !notGiven.contains(form);
  }

  /** A country, a people, a language, a day or a month: capitalised, and no person. */
  boolean isPeople(String form) {
    return peoples.contains(form);
  }

  /** A word that small letters make no name of. */
  boolean isWordToo(String form) {
    return wordsToo.contains(form);
  }

  /** A given name that is also a word. */
  boolean isAmbiguous(String form) {
    return ambiguous.contains(form) && !notGiven.contains(form);
  }

  /** An everyday English word. */
  boolean isCommon(String form) {
    return common.contains(form);
  }

  /**
   * Ends as family names do and as few other words.
   *
   * @param shortest letters of the shortest ending that counts
   */
  boolean isFamily(String form, int shortest) {
    if (common.contains(form) || notFamily.contains(form)) {
      return false;
    }
    int most = Math.min(longestEnding, form.length() - SHORTEST_STEM);
    for (int length = shortest; length <= most; length++) {
      if (endings.contains(form.substring(form.length() - length))) {
        return true;
      }
    }
    return false;
  }
}
