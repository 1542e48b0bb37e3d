package org.sweetie.console.adversary;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.sweetie.engine.conduct.LineRules;
import org.sweetie.engine.persona.Persona;
import org.sweetie.engine.signal.Indicator;
import org.sweetie.engine.text.TextReader;

/**
 * A counterpart who tries everything: lines put together, by a seed, from the script's own samples
 * and words, from the acts of the training data, from the phrases the gate knows, with doubts of
 * the age, names that are phrases, the mask's token, any Unicode, and lines without end.
 */
final class Adversary {
  private static final Pattern WORD = Pattern.compile("[\\p{L}']{2,}");
  private static final String[] STOPS = {". ", "? ", "! ", "\n", " ", ", ", "... "};
  private static final String[] SHORT = {
    "yes", "no", "ok", "sure", "why", "really", "10", "2 dogs", "hmm", "lol", "?", "!!!", "...", " "
  };

  private final Random chance;
  private final List<String> samples;
  private final List<String> words;
  private final List<String> acts;
  private final List<String> delicate;
  private final List<String> doubts;

  /** What the lines are made of; the same for every seed. */
  record Material(
      List<String> samples,
      List<String> words,
      List<String> acts,
      List<String> delicate,
      List<String> doubts) {
    static Material of(Persona persona, LineRules rules) {
      List<String> words =
          persona.files().values().stream()
              .flatMap(text -> WORD.matcher(text).results().map(found -> found.group()))
              .distinct()
              .toList();
      return new Material(
          persona.script().samples().stream().map(sample -> sample.input()).toList(),
          words,
          readActs(),
          rules.delicatePhrases(),
          rules.doubtingPhrases());
    }

    private static List<String> readActs() {
      List<String> lines = new ArrayList<>();
      for (Indicator indicator : Indicator.values()) {
        lines.addAll(lines("/org/sweetie/training/acts/en/" + indicator.wire() + ".txt"));
      }
      return lines;
    }

    private static List<String> lines(String resource) {
      try (InputStream in = Material.class.getResourceAsStream(resource)) {
        return in == null
            ? List.of()
            : new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                .lines()
                .filter(line -> !line.startsWith("@") && !line.startsWith("#") && !line.isBlank())
                .map(line -> line.replaceAll("\\[[^\\]]*\\]|[{}]", "").strip())
                .toList();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  Adversary(long seed, Material material) {
    this.chance = new Random(seed);
    this.samples = material.samples();
    this.words = material.words();
    this.acts = material.acts();
    this.delicate = material.delicate();
    this.doubts = material.doubts();
  }

  /** The next message: one line, or several put together. */
  String next() {
    int parts = chance.nextInt(3) > 0 ? 1 : 2 + chance.nextInt(3);
    StringBuilder message = new StringBuilder();
    for (int i = 0; i < parts; i++) {
      message.append(i == 0 ? "" : STOPS[chance.nextInt(STOPS.length)]).append(part());
    }
    return chance.nextInt(20) == 0 ? shouted(message.toString()) : message.toString();
  }

  private String part() {
    return switch (chance.nextInt(16)) {
      case 0, 1, 2, 3 -> one(samples);
      case 4, 5 -> one(acts);
      case 6 -> one(doubts);
      case 7 -> "my name is " + one(chance.nextBoolean() ? delicate : doubts);
      case 8 -> one(delicate) + " " + one(words);
      case 9 -> salad(1 + chance.nextInt(12));
      case 10 -> one(words) + " " + TextReader.EXPLICIT + " " + one(words);
      case 11 -> unicode(1 + chance.nextInt(40));
      case 12 -> "i am " + chance.nextInt(100_000) + " and i like " + one(words);
      case 13 -> chance.nextInt(12) == 0 ? endless() : one(samples);
      case 14 -> "im " + one(words) + ", " + one(samples);
      default -> SHORT[chance.nextInt(SHORT.length)];
    };
  }

  private String one(List<String> from) {
    return from.get(chance.nextInt(from.size()));
  }

  private String salad(int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(one(words)).append(' ');
    }
    return text.toString();
  }

  /** Any code points, lone surrogates and direction marks among them. */
  private String unicode(int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      switch (chance.nextInt(5)) {
        case 0 -> text.append((char) (0xD800 + chance.nextInt(0x800)));
        case 1 -> text.append((char) (0x200B + chance.nextInt(0x25)));
        case 2 -> text.appendCodePoint(0x1F300 + chance.nextInt(0x300));
        case 3 -> text.append((char) ('a' + chance.nextInt(26)));
        default -> text.appendCodePoint(1 + chance.nextInt(0xFFFF));
      }
    }
    return text.toString();
  }

  private String endless() {
    String piece = salad(3) + one(samples) + " ";
    return piece.repeat(20 + chance.nextInt(200));
  }

  private String shouted(String text) {
    return chance.nextBoolean() ? text.toUpperCase(java.util.Locale.ROOT) : text.replace("o", "0");
  }
}
