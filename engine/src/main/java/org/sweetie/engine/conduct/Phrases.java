package org.sweetie.engine.conduct;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Whole phrases by topic, found in text by whole words.
 *
 * <p>The file has a line {@code [topic]} before each group and one phrase a line; {@code #} begins
 * a comment. Words are compared in lower case with everything but letters, digits and apostrophes
 * as separators, so a phrase never matches inside a longer word.
 */
public final class Phrases {
  /** By topic, then by first word: a text is walked once, whatever the number of phrases. */
  private final Map<String, Map<String, List<List<String>>>> byTopic;

  private Phrases(Map<String, Map<String, List<List<String>>>> byTopic) {
    this.byTopic = byTopic;
  }

  /**
   * Reads a phrase file.
   *
   * @param file its name, for errors
   * @throws IllegalArgumentException naming file and line where a phrase stands before any topic
   */
  public static Phrases parse(String file, String text) {
    Map<String, Map<String, List<List<String>>>> topics = new HashMap<>();
    Map<String, List<List<String>>> current = null;
    int number = 0;
    for (String raw : text.split("\n", -1)) {
      number++;
      String line = raw.strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      if (line.startsWith("[") && line.endsWith("]")) {
        current =
            topics.computeIfAbsent(line.substring(1, line.length() - 1), t -> new HashMap<>());
      } else if (current == null) {
        throw new IllegalArgumentException(
            file
                + ":"
                + number
                + ": the phrase '"
                + line
                + "' stands before any [topic] line; put a topic above it");
      } else {
        List<String> phrase = words(line);
        current.computeIfAbsent(phrase.get(0), first -> new ArrayList<>()).add(phrase);
      }
    }
    return new Phrases(topics);
  }

  /**
   * The first phrase of a topic that stands in the text; empty where none does or the topic is
   * unknown.
   */
  public Optional<String> find(String topic, String text) {
    return find(topic, words(text));
  }

  /** The same on a text that was split before: a long text is split once for many topics. */
  Optional<String> find(String topic, List<String> words) {
    Map<String, List<List<String>>> phrases = byTopic.getOrDefault(topic, Map.of());
    for (int at = 0; at < words.size(); at++) {
      for (List<String> phrase : phrases.getOrDefault(words.get(at), List.of())) {
        int end = at + phrase.size();
        if (end <= words.size() && words.subList(at, end).equals(phrase)) {
          return Optional.of(String.join(" ", phrase));
        }
      }
    }
    return Optional.empty();
  }

  /** The phrases of a topic, each as its words with single spaces. */
  List<String> of(String topic) {
    return byTopic.getOrDefault(topic, Map.of()).values().stream()
        .flatMap(List::stream)
        .map(phrase -> String.join(" ", phrase))
        .sorted()
        .toList();
  }

  /** The phrases of every topic. */
  List<String> all() {
    return byTopic.keySet().stream().sorted().flatMap(topic -> of(topic).stream()).toList();
  }

  static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    String lower = text.toLowerCase(Locale.ROOT).replace('\u2019', '\'');
    int start = -1;
    for (int i = 0; i <= lower.length(); i++) {
      boolean inside =
          i < lower.length()
              && (Character.isLetterOrDigit(lower.charAt(i)) || lower.charAt(i) == '\'');
      if (inside && start < 0) {
        start = i;
      } else if (!inside && start >= 0) {
        words.add(lower.substring(start, i));
        start = -1;
      }
    }
    return words;
  }
}
