package org.sweetie.training.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sequence of acts, from {@code plots.txt}: {@code name | positive or negative | registers |
 * steps}.
 *
 * @param registers where it may be set; empty for anywhere
 */
record Plot(String name, boolean positive, List<String> registers, List<Step> steps) {
  private static final Pattern STEP =
      Pattern.compile("(?:([AB]):)?([a-z_]+)(?:\\*(\\d+)-(\\d+))?(\\?)?");

  Plot {
    registers = List.copyOf(registers);
    steps = List.copyOf(steps);
  }

  /**
   * One step: {@code A:secrecy*1-2?}.
   *
   * @param side who acts, or 0 for {@code talk} and {@code scene}
   */
  record Step(char side, String pool, int least, int most, boolean optional) {}

  static List<Plot> load() {
    List<Plot> plots = new ArrayList<>();
    for (TextFile.Line line : TextFile.need("plots.txt")) {
      String[] cells = line.text().split("\\|");
      if (cells.length != 4 || !cells[1].strip().matches("positive|negative")) {
        throw line.wrong("expected 'name | positive or negative | registers or any | steps'");
      }
      String registers = cells[2].strip();
      plots.add(
          new Plot(
              cells[0].strip(),
              cells[1].strip().equals("positive"),
              registers.equals(Template.ANY) ? List.of() : List.of(registers.split(",")),
              steps(line, cells[3].strip())));
    }
    return plots;
  }

  private static List<Step> steps(TextFile.Line line, String text) {
    List<Step> steps = new ArrayList<>();
    for (String word : text.split("\\s+")) {
      Matcher m = STEP.matcher(word);
      if (!m.matches()) {
        throw line.wrong(
            "'" + word + "' is no step: write A:pool, A:pool*1-2, A:pool?, talk*2-5 or scene");
      }
      int least = m.group(3) == null ? 1 : Integer.parseInt(m.group(3));
      int most = m.group(4) == null ? 1 : Integer.parseInt(m.group(4));
      char side = m.group(1) == null ? 0 : m.group(1).charAt(0);
      steps.add(new Step(side, m.group(2), least, most, m.group(5) != null));
    }
    return steps;
  }

  boolean fits(String register) {
    return registers.isEmpty() || registers.contains(register);
  }
}
