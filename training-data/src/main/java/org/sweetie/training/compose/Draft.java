package org.sweetie.training.compose;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.sweetie.engine.signal.Indicator;

/** A conversation while it is being written: sides, wordings and acts, before anybody types it. */
final class Draft {
  private static final double JOIN = 0.12;

  /**
   * One line.
   *
   * @param asWritten whether its author's own way of typing stays
   */
  record Line(char side, String text, Set<Indicator> acts, boolean asWritten) {}

  private final Wording wording;
  private final SplittableRandom random;
  private final List<Line> lines = new ArrayList<>();

  Draft(Wording wording, SplittableRandom random) {
    this.wording = wording;
    this.random = random;
  }

  /** Adds a line; now and then it runs on from the same side's line before. */
  void say(char side, Template template) {
    Line line = new Line(side, wording.word(template), template.acts(), false);
    Line last = lines.isEmpty() ? null : lines.get(lines.size() - 1);
    if (last != null && last.side() == side && random.nextDouble() < JOIN) {
      Set<Indicator> both = EnumSet.noneOf(Indicator.class);
      both.addAll(last.acts());
      both.addAll(line.acts());
      lines.set(lines.size() - 1, new Line(side, last.text() + " " + line.text(), both, false));
    } else if (last == null || last.side() != side || !last.text().equals(line.text())) {
      lines.add(line);
    }
  }

  /** Adds a line of a conversation that was written whole, however it follows. */
  void retell(char side, Template template, boolean asWritten) {
    lines.add(new Line(side, wording.word(template), template.acts(), asWritten));
  }

  /** Whether what was said is Cyrillic, for the most part. */
  boolean isCyrillic() {
    long letters = 0;
    long cyrillic = 0;
    for (Line line : lines) {
      letters += line.text().codePoints().filter(Character::isLetter).count();
      cyrillic +=
          line.text()
              .codePoints()
              .filter(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.CYRILLIC)
              .count();
    }
    return cyrillic * 2 > letters;
  }

  /** Whose turn it would be in an even exchange. */
  char next() {
    return lines.isEmpty() ? 'A' : other(lines.get(lines.size() - 1).side());
  }

  static char other(char side) {
    return side == 'A' ? 'B' : 'A';
  }

  List<Line> lines() {
    return List.copyOf(lines);
  }
}
