package org.sweetie.engine.conduct;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * CONDUCT A8: what lines by or to a child, and lines of the persona, leave out. By whole phrase,
 * from {@code child-phrases.txt}, with {@code child-exceptions.txt} for harmless uses.
 *
 * <p>The lint of the repository, the proof of a persona and the gate at run time all ask this one
 * class, so that the same words are judged everywhere. Safe for use by many threads.
 */
public final class ChildPhrases {
  private static final String PERSONA = "persona";

  private final Map<String, List<String>> phrases = new LinkedHashMap<>();
  private final List<String> exceptions;
  private final String files;

  private ChildPhrases(String phraseFile, String exceptionFile) {
    files = phraseFile + exceptionFile;
    exceptions = entries(exceptionFile).stream().map(ChildPhrases::plain).toList();
    String section = "";
    for (String line : entries(phraseFile)) {
      if (line.startsWith("@")) {
        section = line.substring(1);
      } else {
        phrases.computeIfAbsent(section, key -> new ArrayList<>()).add(plain(line));
      }
    }
  }

  /** The phrases as shipped. */
  public static ChildPhrases shipped() {
    return new ChildPhrases(resource("child-phrases.txt"), resource("child-exceptions.txt"));
  }

  private static String resource(String name) {
    try (InputStream in = ChildPhrases.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the engine holds no " + name + "; build it again");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> entries(String file) {
    return file.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .toList();
  }

  /** Both files whole, for a hash of the policy. */
  public String files() {
    return files;
  }

  /** Every phrase with its section, in the order of the file. */
  public void forEach(BiConsumer<String, String> found) {
    phrases.forEach(
        (section, list) -> list.forEach(phrase -> found.accept(section, phrase.strip())));
  }

  /**
   * The phrases in a line.
   *
   * @param persona whether the line is the persona's own, which leaves out more than others do
   * @param found takes the phrase and its section
   */
  public void check(String line, boolean persona, BiConsumer<String, String> found) {
    String plain = plain(line);
    for (String exception : exceptions) {
      plain = plain.replace(exception, " | ");
    }
    for (Map.Entry<String, List<String>> section : phrases.entrySet()) {
      if (persona || !section.getKey().startsWith(PERSONA)) {
        for (String phrase : section.getValue()) {
          if (plain.contains(phrase)) {
            found.accept(phrase.strip(), section.getKey());
          }
        }
      }
    }
  }

  /**
   * Lower case, apostrophes gone, everything but letters and digits a space; a space at each end.
   */
  static String plain(String text) {
    String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    StringBuilder plain = new StringBuilder(folded.length() + 2).append(' ');
    folded
        .codePoints()
        .filter(c -> c != '\'' && c != '\u2019' && c != '`')
        .map(c -> isPart(c) ? c : ' ')
        .filter(c -> c != ' ' || plain.charAt(plain.length() - 1) != ' ')
        .forEachOrdered(plain::appendCodePoint);
    return plain.charAt(plain.length() - 1) == ' '
        ? plain.toString()
        : plain.append(' ').toString();
  }

  private static boolean isPart(int codePoint) {
    int type = Character.getType(codePoint);
    return Character.isLetter(codePoint)
        || type == Character.DECIMAL_DIGIT_NUMBER
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }
}
