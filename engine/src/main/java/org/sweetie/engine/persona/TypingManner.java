package org.sweetie.engine.persona;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the persona types: how fast, with what pause, and which words come out misspelt.
 *
 * <p>Misspellings come from a reviewed list and from nowhere else, so that what she can be seen to
 * write stays finite and provable (CONDUCT B6). The gate judges a line as it is typed. Everything
 * follows from the seed.
 *
 * @param charactersPerMinute typing speed, from 30 to 1,200
 * @param shortestPause before she begins to type, 0 to 60 seconds
 * @param longestPause not shorter than the shortest, at most 60 seconds
 * @param typos the share of listed words that come out misspelt, 0 to 0.5
 * @param misspellings by the word they stand for, both in lower case
 */
public record TypingManner(
    int charactersPerMinute,
    Duration shortestPause,
    Duration longestPause,
    double typos,
    Map<String, String> misspellings) {
  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final Pattern WORD = Pattern.compile("\\p{L}+");
  private static final int MOST_EDITS = 2;
  private static final int MOST_WAYS = 1_000;
  private static final long PAUSE_SALT = 0x70617573L;

  /** Every line at once, and as it is written in the script. */
  public static final TypingManner AT_ONCE =
      new TypingManner(0, Duration.ZERO, Duration.ZERO, 0, Map.of());

  /**
   * Checks the manner.
   *
   * @throws PersonaException naming every key that is wrong
   */
  public TypingManner {
    misspellings = Collections.unmodifiableMap(new TreeMap<>(misspellings));
    List<String> faults = new ArrayList<>();
    boolean atOnce = charactersPerMinute == 0;
    if (!atOnce && (charactersPerMinute < 30 || charactersPerMinute > 1_200)) {
      faults.add("characters_per_minute is " + charactersPerMinute + "; expected 30 to 1200");
    }
    if (shortestPause.isNegative()
        || longestPause.compareTo(shortestPause) < 0
        || longestPause.compareTo(LONGEST) > 0) {
      faults.add(
          "pause_seconds is "
              + shortestPause
              + " to "
              + longestPause
              + "; expected 0 to 60, the shorter first");
    }
    if (!(typos >= 0 && typos <= 0.5)) {
      faults.add("typos is " + typos + "; expected a share from 0 to 0.5");
    }
    misspellings.forEach((word, misspelt) -> check(word, misspelt, faults));
    if (!faults.isEmpty()) {
      throw new PersonaException("typing: " + String.join("; ", faults));
    }
  }

  private static void check(String word, String misspelt, List<String> faults) {
    boolean words = WORD.matcher(word).matches() && WORD.matcher(misspelt).matches();
    boolean lower = (word + misspelt).equals((word + misspelt).toLowerCase(Locale.ROOT));
    if (!words || !lower || word.equals(misspelt) || edits(word, misspelt) > MOST_EDITS) {
      faults.add(
          "misspellings has '"
              + word
              + ": "
              + misspelt
              + "'; expected a word in lower case and another at most "
              + MOST_EDITS
              + " letters from it");
    }
  }

  /** Levenshtein's distance. */
  private static int edits(String a, String b) {
    int[] above = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(change, Math.min(above[j], row[j - 1]) + 1);
      }
      above = row;
    }
    return above[b.length()];
  }

  /** A line as it comes out of her keyboard. */
  public String typed(String line, long seed) {
    if (misspellings.isEmpty() || typos == 0) {
      return line;
    }
    Random chance = random(seed);
    StringBuilder typed = new StringBuilder(line.length());
    Matcher words = WORD.matcher(line);
    int at = 0;
    while (words.find()) {
      typed.append(line, at, words.start());
      String misspelt = misspellings.get(words.group());
      boolean slips = misspelt != null && chance.nextDouble() < typos;
      typed.append(slips ? misspelt : words.group());
      at = words.end();
    }
    return typed.append(line, at, line.length()).toString();
  }

  /**
   * Every way a line can come out of her keyboard, the line itself first; empty where there are
   * more than a thousand.
   */
  public List<String> ways(String line) {
    List<String> ways = new ArrayList<>(List.of(""));
    Matcher words = WORD.matcher(line);
    int at = 0;
    while (words.find()) {
      String misspelt = typos == 0 ? null : misspellings.get(words.group());
      List<String> longer = new ArrayList<>();
      for (String way : ways) {
        String before = way + line.substring(at, words.start());
        longer.add(before + words.group());
        if (misspelt != null) {
          longer.add(before + misspelt);
        }
      }
      if (longer.size() > MOST_WAYS) {
        return List.of();
      }
      ways = longer;
      at = words.end();
    }
    String rest = line.substring(at);
    return ways.stream().map(way -> way + rest).toList();
  }

  /** Seeds that lie close together would begin alike, so their bits are spread first. */
  private static Random random(long seed) {
    return new Random(seed * 0x9E3779B97F4A7C15L);
  }

  /** How long it takes until a line is sent: the pause, then the typing. */
  public Duration delay(String line, long seed) {
    if (charactersPerMinute == 0) {
      return Duration.ZERO;
    }
    long spread = longestPause.minus(shortestPause).toMillis();
    long pause = (long) (random(seed ^ PAUSE_SALT).nextDouble() * spread);
    long typing = line.codePointCount(0, line.length()) * 60_000L / charactersPerMinute;
    return shortestPause.plusMillis(pause + typing);
  }
}
