package org.sweetie.training.split;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Deals every template family to one split.
 *
 * <p>A family is everything that reads the same once slots, choices, case and punctuation are gone
 * ({@link #familyOf}). Families are dealt pool by pool, eight parts train, one dev, one test, in
 * the order of their hash: every pool of five or more families is present in each split, and adding
 * a line moves few others.
 */
public final class SplitPlan {
  private static final int ROUND = 10;
  private static final int SMALL = 5;

  private final Map<String, Split> splits = new HashMap<>();

  /**
   * Deals the families of one pool that were not dealt before; duplicates keep the split they have.
   */
  public void deal(List<String> families) {
    List<String> fresh =
        families.stream()
            .distinct()
            .filter(f -> !splits.containsKey(f))
            .sorted(Comparator.comparing(SplitPlan::hash))
            .toList();
    for (int i = 0; i < fresh.size(); i++) {
      splits.put(fresh.get(i), fresh.size() < SMALL ? Split.TRAIN : turn(i, fresh.size()));
    }
  }

  /**
   * Puts a family where it must stand, because what it belongs to stands there; the first word
   * counts.
   */
  public void assign(String family, Split split) {
    splits.putIfAbsent(family, split);
  }

  private static Split turn(int rank, int size) {
    int round = Math.min(ROUND, size);
    int place = rank % round;
    if (place == 1) {
      return Split.DEV;
    }
    return place == 3 ? Split.TEST : Split.TRAIN;
  }

  /** The split of a family; fails for one that was never dealt. */
  public Split of(String family) {
    Split split = splits.get(family);
    if (split == null) {
      throw new IllegalStateException(
          "family '" + family + "' was never dealt: deal every pool before asking for a split");
    }
    return split;
  }

  /**
   * The family of a template: lower case letters and spaces alone, without slots, and with the
   * first of each choice.
   */
  public static String familyOf(String template) {
    String plain = template.replaceAll("\\{[^}]*}", " ").replaceAll("\\[([^|\\]]*)[^\\]]*]", "$1");
    String letters = plain.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}<>]+", " ").strip();
    return letters.isEmpty() ? template.strip() : letters;
  }

  private static String hash(String family) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(family.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
