package org.sweetie.training.compose;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.regex.Pattern;

/**
 * How one author types: case, punctuation, abbreviations, regional words, slips of the finger.
 * Drawn once for each author of a conversation. Words with {@code <}, digits or {@code @} are left
 * alone.
 */
final class Typist {
  private static final Pattern LEFT_ALONE = Pattern.compile(".*[<>@0-9/{}].*");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final int MIN_SLIP = 4;

  /**
   * One line of a style file: in this region, this word may be written so; an empty word is a tag
   * for the end.
   */
  record Habit(String region, String word, String written) {}

  private final SplittableRandom random;
  private final List<Habit> habits = new ArrayList<>();
  private final List<String> tags = new ArrayList<>();
  private final boolean lower;
  private final boolean bare;
  private final boolean plainLetters;
  private final double abbreviates;
  private final double slips;
  private final double tagged;

  Typist(List<Habit> all, SplittableRandom random) {
    this.random = random;
    List<String> regions =
        all.stream().map(Habit::region).filter(r -> !r.equals("all")).distinct().toList();
    String region = regions.isEmpty() ? "all" : regions.get(random.nextInt(regions.size()));
    for (Habit habit : all) {
      if (habit.region().equals("all") || habit.region().equals(region)) {
        if (habit.word().isEmpty()) {
          tags.add(habit.written());
        } else {
          habits.add(habit);
        }
      }
    }
    lower = random.nextDouble() < 0.6;
    bare = random.nextDouble() < 0.5;
    plainLetters = random.nextDouble() < 0.45;
    abbreviates = random.nextDouble() < 0.5 ? random.nextDouble() * 0.8 : 0;
    slips = random.nextDouble() < 0.35 ? random.nextDouble() * 0.08 : 0;
    tagged = random.nextDouble() < 0.4 ? random.nextDouble() * 0.25 : 0;
  }

  static List<Habit> habits(String language) {
    List<Habit> habits = new ArrayList<>();
    for (TextFile.Line line : TextFile.read("style/" + language + ".txt")) {
      String[] cells = line.text().split(";", -1);
      if (cells.length != 3) {
        throw line.wrong("expected 'region;word;written', the word empty for a tag at the end");
      }
      habits.add(new Habit(cells[0].strip(), cells[1].strip(), cells[2].strip()));
    }
    return habits;
  }

  String type(String text) {
    List<String> words = new ArrayList<>();
    for (String word : text.split(" ")) {
      words.add(LEFT_ALONE.matcher(word).matches() ? word : typeWord(word));
    }
    String typed = String.join(" ", words);
    if (bare) {
      typed = typed.replaceAll("[.,!;]+(?= |$)", "").replace("'", "");
    }
    if (!tags.isEmpty() && random.nextDouble() < tagged) {
      typed = typed + " " + tags.get(random.nextInt(tags.size()));
    }
    return typed.isBlank() ? text : typed;
  }

  private String typeWord(String word) {
    String written = abbreviate(lower ? word.toLowerCase(Locale.ROOT) : word);
    boolean whole = written.codePoints().allMatch(Character::isBmpCodePoint);
    if (whole && written.length() >= MIN_SLIP && random.nextDouble() < slips) {
      written = slip(written);
    }
    return plainLetters ? plain(written) : written;
  }

  private String abbreviate(String word) {
    String core = word.replaceAll("[.,!?]+$", "");
    if (abbreviates > 0 && random.nextDouble() < abbreviates) {
      List<Habit> fitting = habits.stream().filter(h -> h.word().equalsIgnoreCase(core)).toList();
      if (!fitting.isEmpty()) {
        return fitting.get(random.nextInt(fitting.size())).written()
            + word.substring(core.length());
      }
    }
    return word;
  }

  private String slip(String word) {
    int at = random.nextInt(1, word.length() - 1);
    StringBuilder out = new StringBuilder(word);
    switch (random.nextInt(3)) {
      case 0 -> out.deleteCharAt(at);
      case 1 -> out.insert(at, word.charAt(at));
      default -> {
        out.setCharAt(at, word.charAt(at - 1));
        out.setCharAt(at - 1, word.charAt(at));
      }
    }
    return out.toString();
  }

  /** Latin letters without their marks; Cyrillic й and ё stay whole. */
  private static String plain(String word) {
    if (word.chars()
        .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.CYRILLIC)) {
      return word;
    }
    return MARKS
        .matcher(Normalizer.normalize(word, Normalizer.Form.NFD))
        .replaceAll("")
        .replace("đ", "dj");
  }
}
