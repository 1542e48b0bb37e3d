package org.sweetie.training.check;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * CONDUCT A1: no term of the word list stands in any text file. The terms come from outside, by
 * language, and are reported as hashes (A7). English terms are held against every line; those of
 * another language against the lines known to be in it, by folder, by file name, or by a {@code
 * "language"} key, because a term of one language is an everyday word of another.
 */
final class Vocabulary implements Check {
  private static final String EVERYWHERE = "en";
  private static final int LONGEST = 4;
  private static final Pattern LANGUAGE = Pattern.compile("\"language\"\\s*:\\s*\"([a-z]{2})");
  private static final Pattern IN_PATH = Pattern.compile("(?:^|[/._-])([a-z]{2})(?=[/._-])");

  private final Map<String, Set<String>> terms = new HashMap<>();

  /**
   * @param termsByLanguage ISO 639-1 to terms
   * @param collisions SHA-256 of plain terms that are everyday words, as {@code collisions.txt}
   *     lists them
   */
  Vocabulary(Map<String, List<String>> termsByLanguage, Set<String> collisions) {
    termsByLanguage.forEach(
        (language, list) -> {
          Set<String> kept = terms.computeIfAbsent(language, k -> new LinkedHashSet<>());
          list.stream()
              .map(term -> Phrases.plain(term).strip())
              .filter(term -> !term.isEmpty() && !collisions.contains(sha256(term)))
              .forEach(kept::add);
        });
  }

  @Override
  public void check(SourceText text, Consumer<Finding> found) {
    Set<String> byPath = languagesOf(IN_PATH, text.path());
    for (int i = 0; i < text.lines().size(); i++) {
      String line = text.lines().get(i);
      Set<String> languages = new LinkedHashSet<>(byPath);
      languages.addAll(languagesOf(LANGUAGE, line));
      languages.add(EVERYWHERE);
      for (String language : languages) {
        checkLine(text.path(), i + 1, line, language, found);
      }
    }
  }

  private Set<String> languagesOf(Pattern pattern, String text) {
    Set<String> languages = new LinkedHashSet<>();
    Matcher m = pattern.matcher(text);
    while (m.find()) {
      if (terms.containsKey(m.group(1))) {
        languages.add(m.group(1));
      }
    }
    return languages;
  }

  private void checkLine(
      String path, int number, String line, String language, Consumer<Finding> found) {
    Set<String> list = terms.getOrDefault(language, Set.of());
    String[] words = Phrases.plain(line).strip().split(" ");
    for (int from = 0; from < words.length; from++) {
      StringBuilder phrase = new StringBuilder();
      for (int to = from; to < Math.min(words.length, from + LONGEST); to++) {
        phrase.append(to == from ? "" : " ").append(words[to]);
        if (list.contains(phrase.toString())) {
          found.accept(
              new Finding(
                  "A1",
                  path,
                  number,
                  "a term of the "
                      + language
                      + " word list, SHA-256 "
                      + sha256(phrase.toString())
                      + ": write <explicit> or rephrase"));
        }
      }
    }
  }

  static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
