package org.sweetie.console.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.sweetie.console.app.PromptHouse;
import org.sweetie.engine.conduct.Verdict;
import org.sweetie.engine.evidence.Entry;
import org.sweetie.engine.evidence.Entry.Candidate;
import org.sweetie.engine.script.TurnExplanation;
import org.sweetie.engine.script.TurnExplanation.Did;
import org.sweetie.engine.script.TurnExplanation.Heard;
import org.sweetie.engine.script.TurnExplanation.Step;

/** Writes explanations of turns for a reader: what was heard, tried, said and judged. */
final class WhyText {
  private static final int NAME_WIDTH = 30;
  private static final int LONGEST = 90;

  private final PrintStream out;
  private final boolean all;
  private int number;

  /**
   * @param all whether rules are listed that were never tried
   */
  WhyText(PrintStream out, boolean all) {
    this.out = out;
    this.all = all;
  }

  void heading(String line) {
    number++;
    out.println((number == 1 ? "" : "\n") + number + " > " + line);
  }

  void reply(String reply) {
    row("reply", reply.isEmpty() ? "(none)" : reply.replaceAll("\\R", " "));
  }

  private void row(String name, String text) {
    out.println(("  " + String.format(Locale.ROOT, "%-9s", name) + text).stripTrailing());
  }

  // The script.

  void explanation(TurnExplanation why) {
    why.sentences().forEach(this::heard);
    List<Step> passedOver = new ArrayList<>();
    for (Step step : why.steps()) {
      if (step.did() == Did.PASSED_OVER && !all) {
        passedOver.add(step);
      } else {
        count(passedOver);
        step(step);
      }
    }
    count(passedOver);
    why.turn().faults().forEach(fault -> row("fault", fault));
  }

  private void count(List<Step> passedOver) {
    int count = passedOver.size();
    if (count > 0) {
      String rules = count == 1 ? "1 rule whose words are" : count + " rules whose words are";
      out.println(indent(passedOver.get(0).depth()) + rules + " not there");
      passedOver.clear();
    }
  }

  private void heard(Heard sentence) {
    String words = String.join(" ", sentence.words());
    row("heard", words + "   (" + sentence.sort() + ")");
    String canonical = String.join(" ", sentence.canonical());
    if (!canonical.equalsIgnoreCase(words)) {
      row("as", canonical);
    }
    if (!sentence.marks().isEmpty()) {
      row("marks", String.join(" · ", sentence.marks()));
    }
  }

  private static String indent(int depth) {
    return "    " + "  ".repeat(depth);
  }

  private void step(Step step) {
    String indent = "  ".repeat(step.depth());
    switch (step.did()) {
      case SENTENCE -> {
        if (!step.name().equals("1")) {
          row("next", step.detail());
        }
      }
      case TOPIC, REJOINDERS -> row("topic", indent + step.name() + "   " + step.detail());
      default ->
          out.println((indent(step.depth()) + named(step) + cut(what(step))).stripTrailing());
    }
  }

  private static String named(Step step) {
    int width = Math.max(NAME_WIDTH - 2 * step.depth(), step.name().length() + 2);
    return String.format(Locale.ROOT, "%-" + width + "s", step.name());
  }

  /** A long pattern says no more than its beginning, unless everything is wanted. */
  private String cut(String text) {
    return all || text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
  }

  private static String what(Step step) {
    return switch (step.did()) {
      case PASSED_OVER -> step.detail();
      case OTHER_SORT -> "is " + step.detail();
      case USED_UP -> "is used up";
      case NO_MATCH -> "no match at " + step.detail();
      case MATCHED -> "matches" + captures(step.captures());
      case SAID -> "says \"" + step.detail() + "\"   " + step.file() + ":" + step.line();
      case SAID_BEFORE -> "was said before: \"" + step.detail() + "\"";
      case SILENT -> "says nothing";
      case ENDED -> "ends with " + step.detail();
      case SENTENCE, TOPIC, REJOINDERS -> "";
    };
  }

  private static String captures(List<String> captures) {
    List<String> shown = new ArrayList<>();
    for (int i = 0; i < captures.size(); i++) {
      shown.add("_" + i + "=\"" + captures.get(i) + "\"");
    }
    return shown.isEmpty() ? "" : "   " + String.join(" ", shown);
  }

  // The walk of a persona's turn.

  void walk(PromptHouse house, String line) {
    for (Entry entry : house.record()) {
      if (entry instanceof Entry.Candidates drawn) {
        candidates(house, line, drawn);
      } else if (entry instanceof Entry.NotSent not) {
        row("not sent", not.reason());
      } else if (entry instanceof Entry.StateChanged moved) {
        row("state", moved.from() + " to " + moved.to() + ": " + moved.reason());
      }
    }
  }

  private void candidates(PromptHouse house, String line, Entry.Candidates drawn) {
    List<Candidate> candidates = drawn.candidates();
    Candidate sent = candidates.stream().filter(Candidate::passed).findFirst().orElse(null);
    long seed = sent == null ? drawn.seed() : sent.seed();
    explanation(house.explain(line, drawn.stateBefore(), seed));
    for (Candidate candidate : candidates) {
      row(
          candidate.equals(sent) ? "chosen" : "or",
          "\"" + candidate.text() + "\"   " + candidate.rule());
      row("", verdicts(candidate.verdicts()));
    }
    drawn.faults().forEach(fault -> row("fault", fault.what()));
  }

  private static String verdicts(List<Verdict> verdicts) {
    String failed =
        verdicts.stream()
            .filter(verdict -> !verdict.passed())
            .map(verdict -> verdict.rule() + " " + verdict.reason())
            .collect(Collectors.joining("; "));
    return failed.isEmpty()
        ? "passes "
            + verdicts.stream().map(Verdict::rule).distinct().collect(Collectors.joining(" "))
        : "held back by " + failed;
  }
}
