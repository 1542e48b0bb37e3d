package org.sweetie.engine.script;

import java.util.List;
import java.util.Set;
import org.sweetie.engine.script.OutputNode.Block;
import org.sweetie.engine.script.OutputNode.Call;
import org.sweetie.engine.script.OutputNode.Choice;
import org.sweetie.engine.script.OutputNode.Format;
import org.sweetie.engine.script.OutputNode.If;
import org.sweetie.engine.script.OutputNode.Loop;
import org.sweetie.engine.script.OutputNode.Value;
import org.sweetie.engine.script.OutputNode.Words;

/** What can be said of an output before it runs. */
enum Speech {
  /** It says something, whatever happens. */
  SPEAKS,
  /** It never fails, and may say nothing. */
  PASSES,
  /** It may fail, end something, or run other rules. */
  UNSURE;

  /** Calls that never fail and never say anything. */
  private static final Set<String> QUIET =
      Set.of("^keep", "^repeat", "^addtopic", "^setnorejoinder", "^log");

  /** Calls that say nothing themselves; they may end or fail what runs. */
  private static final Set<String> SILENT =
      Set.of(
          "^keep",
          "^repeat",
          "^addtopic",
          "^setnorejoinder",
          "^log",
          "^erase",
          "^disable",
          "^enable",
          "^end",
          "^fail",
          "^poptopic",
          "^cleartopics",
          "^setrejoinder");

  static Speech of(Block block) {
    boolean speaks = false;
    for (OutputNode node : block.nodes()) {
      if (node instanceof Call call && call.function().name().equals("^end")) {
        return speaks ? SPEAKS : UNSURE;
      }
      Speech one = of(node);
      if (one == UNSURE) {
        return UNSURE;
      }
      speaks |= one == SPEAKS;
    }
    return speaks ? SPEAKS : PASSES;
  }

  private static Speech of(OutputNode node) {
    if (node instanceof Words words) {
      return words.text().isBlank() ? PASSES : SPEAKS;
    }
    if (node instanceof Choice choice) {
      boolean covered = choice.branches().stream().anyMatch(branch -> branch.condition() == null);
      return all(choice.branches().stream().map(OutputNode.Branch::body).toList(), covered);
    }
    if (node instanceof If branches) {
      List<OutputNode.Arm> arms = branches.arms();
      boolean covered = arms.get(arms.size() - 1).condition() == null;
      return all(arms.stream().map(OutputNode.Arm::body).toList(), covered);
    }
    if (node instanceof Format format) {
      return of(new Block(format.parts()));
    }
    if (node instanceof Call call) {
      return isQuiet(call) ? PASSES : UNSURE;
    }
    return node instanceof Value || isPlain(node) ? PASSES : UNSURE;
  }

  /** An assignment that no call can make fail. */
  private static boolean isPlain(OutputNode node) {
    return node instanceof OutputNode.Assignment assignment
        && assignment.value().terms().stream()
            .allMatch(term -> term instanceof Words || term instanceof Value);
  }

  private static Speech all(List<Block> blocks, boolean covered) {
    boolean speaks = covered;
    for (Block block : blocks) {
      Speech one = of(block);
      if (one == UNSURE) {
        return UNSURE;
      }
      speaks &= one == SPEAKS;
    }
    return speaks ? SPEAKS : PASSES;
  }

  /** Whether an output can ever say something, itself or through what it calls. */
  static boolean isPossible(Block block) {
    return block.nodes().stream().anyMatch(Speech::isPossible);
  }

  private static boolean isPossible(OutputNode node) {
    if (node instanceof Words words) {
      return !words.text().isBlank();
    }
    if (node instanceof Block block) {
      return isPossible(block);
    }
    if (node instanceof Choice choice) {
      return choice.branches().stream().anyMatch(branch -> isPossible(branch.body()));
    }
    if (node instanceof If branches) {
      return branches.arms().stream().anyMatch(arm -> isPossible(arm.body()));
    }
    if (node instanceof Loop loop) {
      return isPossible(loop.body());
    }
    if (node instanceof Call call) {
      return !SILENT.contains(call.function().name());
    }
    return !(node instanceof OutputNode.Assignment);
  }

  /** Whether a call neither fails nor says anything. */
  static boolean isQuiet(Call call) {
    return QUIET.contains(call.function().name());
  }

  /** Whether an output calls a function in every run of it that comes to its end. */
  static boolean calls(Block block, String function) {
    return block.nodes().stream()
        .anyMatch(node -> node instanceof Call call && call.function().name().equals(function));
  }
}
