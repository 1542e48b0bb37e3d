package org.sweetie.training.compose;

import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.signal.Indicator;
import org.sweetie.training.split.Split;

/**
 * Tells a conversation that was written whole once more, never twice the same: an ordinary line is
 * left out here and there, another is put between, an act is said in other words of the same
 * language, the end may be missing. A line that decides what the conversation is stays.
 */
final class Retelling {
  private static final double KEPT = 0.9;
  private static final double INTERRUPTED = 0.04;
  private static final double OTHER_WORDS = 0.2;
  private static final double CUT = 0.25;
  private static final double AS_WRITTEN = 0.6;
  private static final int SHORTEST = 5;

  private final Library library;
  private final @Nullable Split split;
  private final SplittableRandom random;

  Retelling(Library library, @Nullable Split split, SplittableRandom random) {
    this.library = library;
    this.split = split;
    this.random = random;
  }

  void tell(Authored told, Draft draft) {
    boolean asWritten = random.nextDouble() < AS_WRITTEN;
    List<Template> between = library.lines(told.language(), "small_talk", told.register(), split);
    int end = end(told);
    for (int i = 0; i < end; i++) {
      Scene.Line line = told.lines().get(i);
      boolean needed = told.isDecisive(line) || end <= SHORTEST;
      if (needed || random.nextDouble() < KEPT) {
        draft.retell(line.side(), inSomeWords(told, line), asWritten);
      }
      if (!between.isEmpty() && random.nextDouble() < INTERRUPTED) {
        draft.retell(line.side(), between.get(random.nextInt(between.size())), false);
      }
    }
  }

  /** Where to end: at the end mostly; never before the second line that decides. */
  private int end(Authored told) {
    int lines = told.lines().size();
    int least = Math.min(SHORTEST, lines);
    int decisive = 0;
    for (int i = 0; i < lines && decisive < 2; i++) {
      if (told.isDecisive(told.lines().get(i))) {
        decisive++;
        least = Math.max(least, i + 1);
      }
    }
    return random.nextDouble() < CUT ? random.nextInt(least, lines + 1) : lines;
  }

  /** In a positive conversation, now and then another wording of the same acts. */
  private Template inSomeWords(Authored told, Scene.Line line) {
    Set<Indicator> acts = line.template().acts();
    if (!told.positive() || acts.size() != 1 || random.nextDouble() >= OTHER_WORDS) {
      return line.template();
    }
    String pool = acts.iterator().next().wire();
    List<Template> others =
        library.lines(told.language(), pool, told.register(), split).stream()
            .filter(t -> t.acts().equals(acts))
            .toList();
    return others.isEmpty() ? line.template() : others.get(random.nextInt(others.size()));
  }
}
