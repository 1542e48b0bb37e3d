package org.sweetie.engine.script;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Everything a value can be: texts that are listed, whole numbers within bounds, and what cannot be
 * listed. Where something cannot be listed, the texts show it in angle quotes.
 *
 * @param whole whole numbers it may also be, or null
 * @param alike those of the texts that no rule of conduct tells apart but by their length: where
 *     there are too many ways to put texts together, the longest stands for all
 */
record Possible(
    Set<String> texts, @Nullable Whole whole, List<Unlisted> unlisted, Set<String> alike) {
  /** More than this is not listed but counts as what cannot be proved. */
  static final int MOST = 20_000;

  /** Up to here texts that are alike are all put in place. */
  private static final long FEW = 2_000;

  private static final long MOST_NUMBERS = 1_000;
  private static final int MOST_REASONS = 4;

  static final Possible NOTHING = of("");

  /**
   * Whole numbers.
   *
   * @param low the least, or {@link Long#MIN_VALUE} where nothing bounds them
   * @param high the greatest, or {@link Long#MAX_VALUE}
   * @param origin what they come from, for the report
   */
  record Whole(long low, long high, Unlisted origin) {
    boolean isListed() {
      return low > Long.MIN_VALUE && high < Long.MAX_VALUE && high - low < MOST_NUMBERS;
    }

    Whole or(Whole other) {
      return new Whole(Math.min(low, other.low), Math.max(high, other.high), origin);
    }
  }

  Possible {
    texts = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(texts));
    alike = alike.isEmpty() ? Set.of() : Set.copyOf(alike);
    unlisted = unlisted.stream().distinct().limit(MOST_REASONS).toList();
  }

  Possible(Set<String> texts, @Nullable Whole whole, List<Unlisted> unlisted) {
    this(texts, whole, unlisted, Set.of());
  }

  static Possible of(String text) {
    return new Possible(Set.of(text), null, List.of());
  }

  static Possible of(Set<String> texts) {
    return texts.size() > MOST
        ? unlisted(Unlisted.of(Sayings.Cause.TOO_MANY, texts.size() + " different texts"), "\u2026")
        : new Possible(texts, null, List.of());
  }

  static Possible unlisted(Unlisted why, String shown) {
    return new Possible(Set.of("\u2039" + shown.replace("_", "__") + "\u203a"), null, List.of(why));
  }

  static Possible numbers(Unlisted origin) {
    return new Possible(Set.of(), new Whole(Long.MIN_VALUE, Long.MAX_VALUE, origin), List.of());
  }

  static Possible numbers(long low, long high) {
    return new Possible(
        Set.of(),
        new Whole(low, high, Unlisted.of(Sayings.Cause.UNBOUNDED, low + " to " + high)),
        List.of());
  }

  boolean isListed() {
    return unlisted.isEmpty() && (whole == null || whole.isListed());
  }

  boolean isOnly(String text) {
    return whole == null && unlisted.isEmpty() && texts.equals(Set.of(text));
  }

  boolean mayBe(String text) {
    return whole != null || !unlisted.isEmpty() || texts.contains(text);
  }

  /** Whether nothing is possible: what a condition has ruled out. */
  boolean isImpossible() {
    return whole == null && unlisted.isEmpty() && texts.isEmpty();
  }

  /** With the numbers among the texts, or among what cannot be listed. */
  Possible spelledOut() {
    if (whole == null) {
      return this;
    }
    if (!whole.isListed()) {
      Possible open = unlisted(whole.origin(), "number");
      return or(open, new Possible(texts, null, unlisted));
    }
    Set<String> all = new LinkedHashSet<>(texts);
    for (long n = whole.low(); n <= whole.high(); n++) {
      all.add(Long.toString(n));
    }
    return new Possible(all, null, unlisted, alike);
  }

  static Possible or(Possible a, Possible b) {
    if (a.equals(b)) {
      return a;
    }
    Set<String> texts = new LinkedHashSet<>(a.texts);
    texts.addAll(b.texts);
    List<Unlisted> reasons = new ArrayList<>(a.unlisted);
    reasons.addAll(b.unlisted);
    Whole numbers = a.whole == null ? b.whole : b.whole == null ? a.whole : a.whole.or(b.whole);
    if (texts.size() > MOST) {
      reasons.add(Unlisted.of(Sayings.Cause.TOO_MANY, texts.size() + " different texts"));
      texts = Set.of("\u2039\u2026\u203a");
    }
    Set<String> alike = new LinkedHashSet<>(a.alike);
    alike.addAll(b.alike);
    alike.removeIf(text -> a.tells(text) || b.tells(text));
    return new Possible(texts, numbers, reasons, alike);
  }

  /** Whether a text is one that a rule may tell from others. */
  private boolean tells(String text) {
    return texts.contains(text) && !alike.contains(text);
  }

  /** With the longest of the texts that are alike for all of them. */
  private Possible thinned() {
    Set<String> few = new LinkedHashSet<>(texts);
    few.removeAll(alike);
    alike.stream()
        .max(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
        .ifPresent(few::add);
    return new Possible(few, whole, unlisted);
  }

  /** One text after another. */
  static Possible join(Possible first, Possible second, BinaryOperator<String> joining) {
    Possible a = first.spelledOut();
    Possible b = second.spelledOut();
    if (a.isOnly("") || b.isOnly("")) {
      return a.isOnly("") ? b : a;
    }
    if ((long) a.texts.size() * b.texts.size() > FEW) {
      a = a.thinned();
      b = b.thinned();
    }
    List<Unlisted> reasons = new ArrayList<>(a.unlisted);
    reasons.addAll(b.unlisted);
    if ((long) a.texts.size() * b.texts.size() > MOST) {
      reasons.add(
          Unlisted.of(
              Sayings.Cause.TOO_MANY,
              (long) a.texts.size() * b.texts.size() + " different texts in one place"));
      return new Possible(
          Set.of(joining.apply(a.texts.iterator().next(), "\u2039\u2026\u203a")), null, reasons);
    }
    Set<String> texts = new LinkedHashSet<>();
    for (String left : a.texts) {
      for (String right : b.texts) {
        texts.add(joining.apply(left, right));
      }
    }
    return new Possible(texts, null, reasons);
  }

  Possible map(Function<String, String> change) {
    Possible listed = spelledOut();
    Set<String> changed = new LinkedHashSet<>();
    Set<String> stillAlike = new LinkedHashSet<>();
    for (String text : listed.texts) {
      String now = change.apply(text);
      changed.add(now);
      if (listed.alike.contains(text)) {
        stillAlike.add(now);
      }
    }
    listed.texts.stream().filter(listed::tells).map(change).forEach(stillAlike::remove);
    return new Possible(changed, null, listed.unlisted, stillAlike);
  }

  /** What is left when a condition on the listed texts holds; what is not listed stays. */
  Possible where(Predicate<String> condition) {
    Set<String> left = new LinkedHashSet<>();
    for (String text : texts) {
      if ((!unlisted.isEmpty() && text.startsWith("\u2039")) || condition.test(text)) {
        left.add(text);
      }
    }
    return new Possible(left, whole, unlisted, common(left));
  }

  private Set<String> common(Set<String> left) {
    Set<String> common = new LinkedHashSet<>(alike);
    common.retainAll(left);
    return common;
  }

  /** The whole numbers narrowed by a comparison; the texts are left alone. */
  Possible within(long low, long high) {
    if (whole == null) {
      return this;
    }
    long least = Math.max(whole.low(), low);
    long greatest = Math.min(whole.high(), high);
    return new Possible(
        texts, least > greatest ? null : new Whole(least, greatest, whole.origin()), unlisted);
  }

  Possible through(String station) {
    Whole numbers =
        whole == null
            ? null
            : new Whole(whole.low(), whole.high(), whole.origin().through(station));
    return new Possible(
        texts, numbers, unlisted.stream().map(reason -> reason.through(station)).toList(), alike);
  }

  /** The result of arithmetic, listed where both sides are. */
  static Possible calculate(Possible left, char operator, Possible right) {
    boolean listed = left.unlisted.isEmpty() && right.unlisted.isEmpty();
    boolean small = (long) left.texts.size() * right.texts.size() <= MOST_NUMBERS;
    if (listed && small && left.whole == null && right.whole == null) {
      Set<String> results = new LinkedHashSet<>();
      for (String a : left.texts) {
        for (String b : right.texts) {
          results.add(Numbers.apply(a, operator, b));
        }
      }
      return of(results);
    }
    Unlisted origin = reason(left, right);
    if (operator == '|' || operator == '&') {
      return numbers(origin);
    }
    return unlisted(origin, "number");
  }

  private static Unlisted reason(Possible left, Possible right) {
    for (Possible side : List.of(left, right)) {
      if (!side.unlisted.isEmpty()) {
        return side.unlisted.get(0).through("worked out as a number");
      }
      if (side.whole != null) {
        return side.whole.origin().through("worked out as a number");
      }
    }
    return Unlisted.of(Sayings.Cause.UNBOUNDED, "a number that nothing bounds");
  }

  /** The one number it is, or null. */
  @Nullable BigDecimal onlyNumber() {
    boolean single = whole == null && unlisted.isEmpty() && texts.size() == 1;
    String text = single ? texts.iterator().next() : "";
    return Numbers.isNumber(text) ? Numbers.parse(text) : null;
  }
}
