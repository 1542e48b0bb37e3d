package org.sweetie.models.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Parts the authors of conversations written whole in two: within each language its authors by
 * turns, in alphabetical order. What was composed belongs to neither half.
 */
final class Halves {
  private static final int NEITHER = -1;

  private final Map<String, List<String>> authors = new TreeMap<>();

  Halves(List<Labelled> conversations) {
    Map<String, SortedSet<String>> found = new TreeMap<>();
    conversations.stream()
        .filter(Labelled::told)
        .forEach(c -> found.computeIfAbsent(language(c), l -> new TreeSet<>()).add(author(c)));
    found.forEach((language, names) -> authors.put(language, new ArrayList<>(names)));
  }

  /** 0 or 1; -1 for what was composed. */
  int of(Labelled conversation) {
    List<String> names = authors.getOrDefault(language(conversation), List.of());
    int rank = conversation.told() ? names.indexOf(author(conversation)) : NEITHER;
    return rank < 0 ? NEITHER : rank % 2;
  }

  private static String language(Labelled conversation) {
    return conversation.language().substring(0, 2);
  }

  /** The second word of the family: {@code en heron clan_mate}. */
  private static String author(Labelled conversation) {
    return conversation.family().substring(Labelled.TOLD.length()).split(" ")[1];
  }
}
