package org.sweetie.engine.conduct;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a line of the persona must not be shaped like: a place beside a time, somebody of the family
 * beside the hour at which they come, a proper name before a school. Where a phrase would only
 * catch its own wording, a shape catches the sort of sentence.
 *
 * <p>The file, {@code shapes.txt}: {@code name = words} makes a class of words; {@code [B2 what it
 * gives away]} begins the shapes of a rule; a shape is a line of words, classes ({@code <place>})
 * and gaps ({@code *3}: up to three words), which must follow one another within a sentence. {@code
 * <clock>} is an hour of the day, {@code <number>} any number, {@code <name>} a capitalised word
 * that does not begin the sentence, {@code <!common>} any word outside a class, {@code <end>} the
 * end of the sentence. What follows {@code unless} lists words of which none may stand in the
 * sentence. Safe for use by many threads.
 */
public final class Shapes {
  /**
   * A shape that was found.
   *
   * @param rule the id in CONDUCT
   * @param about what the sentence gives away or does
   * @param text the words, as they stand
   */
  record Found(String rule, String about, String text) {}

  private record Shape(String rule, String about, List<Part> parts, Set<String> unless) {}

  private final String file;
  private final List<Shape> shapes = new ArrayList<>();
  private final Map<String, Set<String>> classes = new HashMap<>();

  private Shapes(String name, String file) {
    this.file = file;
    String rule = "";
    String about = "";
    int number = 0;
    for (String raw : file.split("\n", -1)) {
      number++;
      String line = raw.strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      if (line.startsWith("[") && line.endsWith("]")) {
        String[] head = line.substring(1, line.length() - 1).split(" ", 2);
        rule = head[0];
        about = head[head.length - 1];
      } else if (line.contains(" = ")) {
        String[] sides = line.split(" = ", 2);
        classes.computeIfAbsent(sides[0].strip(), key -> new TreeSet<>()).addAll(words(sides[1]));
      } else if (rule.isEmpty()) {
        throw new IllegalArgumentException(
            name + ":" + number + ": the shape '" + line + "' stands before any [rule] line");
      } else {
        shapes.add(shape(name + ":" + number, rule, about, line));
      }
    }
  }

  /**
   * Reads a file of shapes.
   *
   * @param name its name, for errors
   * @throws IllegalArgumentException naming file and line of a shape before any rule, or with a
   *     class that nothing defines above it
   */
  public static Shapes parse(String name, String file) {
    return new Shapes(name, file);
  }

  /** The shapes as shipped. */
  public static Shapes shipped() {
    try (InputStream in = Shapes.class.getResourceAsStream("shapes.txt")) {
      if (in == null) {
        throw new IllegalStateException("the engine holds no shapes.txt; build it again");
      }
      return parse("shapes.txt", new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Shape shape(String at, String rule, String about, String line) {
    String[] sides = line.split(" unless ", 2);
    List<Part> parts = new ArrayList<>();
    for (String part : sides[0].strip().split("\\s+", -1)) {
      parts.add(Part.of(at, part, classes));
    }
    Set<String> unless = sides.length > 1 ? Set.copyOf(words(sides[1])) : Set.of();
    return new Shape(rule, about, List.copyOf(parts), unless);
  }

  private static List<String> words(String text) {
    return Phrases.words(text);
  }

  /** The file whole, for a hash of the policy. */
  public String file() {
    return file;
  }

  /** Every word that a shape or a class names. */
  Set<String> words() {
    Set<String> all = new TreeSet<>();
    classes.values().forEach(all::addAll);
    shapes.forEach(shape -> shape.parts().forEach(part -> all.addAll(part.words())));
    return all;
  }

  /** The first shape of each kind in a line. */
  List<Found> in(String line) {
    Map<String, Found> found = new LinkedHashMap<>();
    for (List<Token> sentence : Token.sentences(line)) {
      for (Shape shape : shapes) {
        String key = shape.rule() + " " + shape.about();
        if (!found.containsKey(key)) {
          find(shape, sentence).ifPresent(text -> found.put(key, found(shape, text)));
        }
      }
    }
    return List.copyOf(found.values());
  }

  private static Found found(Shape shape, String text) {
    return new Found(shape.rule(), shape.about(), text);
  }

  private static Optional<String> find(Shape shape, List<Token> sentence) {
    if (sentence.stream().anyMatch(token -> shape.unless().contains(token.word()))) {
      return Optional.empty();
    }
    for (int start = 0; start < sentence.size(); start++) {
      int end = end(shape.parts(), 0, sentence, start);
      if (end >= 0) {
        return Optional.of(Token.text(sentence.subList(start, end)));
      }
    }
    return Optional.empty();
  }

  /**
   * Where the parts from one on end when they begin at a word; -1 where they do not stand there.
   */
  private static int end(List<Part> parts, int part, List<Token> sentence, int at) {
    if (part == parts.size()) {
      return Math.min(at, sentence.size());
    }
    Part wanted = parts.get(part);
    for (int skipped = 0; skipped <= wanted.gap(); skipped++) {
      if (wanted.isGap() || wanted.matches(sentence, at)) {
        int end = end(parts, part + 1, sentence, wanted.isGap() ? at + skipped : at + 1);
        if (end >= 0) {
          return end;
        }
      }
    }
    return -1;
  }
}
