package org.sweetie.engine.script;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.script.PatternElement.Called;
import org.sweetie.engine.script.PatternElement.Gap;
import org.sweetie.engine.script.PatternElement.Group;
import org.sweetie.engine.script.PatternElement.Question;

/** Which rules ChatScript's {@code :verify} counts as being in the way of a later one. */
final class Blocking {
  private Blocking() {}

  /** A pattern that is empty or begins with a star is presumed to leave room for others. */
  static boolean isForAnything(Rule rule) {
    Group pattern = rule.pattern();
    if (pattern == null || pattern.items().isEmpty()) {
      return true;
    }
    PatternItem first = pattern.items().get(0);
    return !first.not() && !first.typed() && !first.memorised() && isStar(first.element());
  }

  private static boolean isStar(PatternElement element) {
    return element instanceof Gap
        || element instanceof PatternElement.Skip
        || element instanceof PatternElement.Back
        || element instanceof PatternElement.Wild;
  }

  /** Whether a rule that matches the sample keeps the later one from answering. */
  static boolean blocks(Rule rule) {
    Group pattern = rule.pattern();
    if (pattern == null || isPlain(pattern) || asksContext(pattern)) {
      return false;
    }
    return !rule.isTopLevel() || hasWord(rule.output());
  }

  /** {@code ()}, {@code (*)}, {@code (?)}, {@code (!?)}. */
  private static boolean isPlain(Group pattern) {
    return pattern.items().stream()
        .allMatch(
            item ->
                item.element() instanceof Question
                    || (item.element() instanceof Gap gap && gap.most() < 0 && !item.memorised()));
  }

  private static boolean asksContext(Group group) {
    return group.items().stream().map(PatternItem::element).anyMatch(Blocking::isContext);
  }

  private static boolean isContext(PatternElement element) {
    if (element instanceof Group inner) {
      return asksContext(inner);
    }
    return element instanceof Called called
        && called.call().function().name().toLowerCase(Locale.ROOT).equals("^incontext");
  }

  /** Whether anything in an output looks like a word that is said. */
  private static boolean hasWord(@Nullable OutputNode node) {
    if (node instanceof OutputNode.Words words) {
      return hasWord(words.text());
    }
    if (node instanceof OutputNode.Block block) {
      return anyWord(block.nodes());
    }
    if (node instanceof OutputNode.Choice choice) {
      return choice.branches().stream().anyMatch(branch -> hasWord(branch.body()));
    }
    if (node instanceof OutputNode.If branches) {
      return branches.arms().size() > 1
          || branches.arms().stream().anyMatch(arm -> hasWord(arm.body()));
    }
    if (node instanceof OutputNode.Loop loop) {
      return hasWord(loop.body());
    }
    if (node instanceof OutputNode.Call call) {
      return anyWord(call.arguments());
    }
    return node instanceof OutputNode.Assignment set && anyWord(set.value().terms());
  }

  private static boolean anyWord(List<OutputNode> nodes) {
    return nodes.stream().anyMatch(Blocking::hasWord);
  }

  /** A word of a dictionary: ChatScript finds none with punctuation on it. */
  private static boolean hasWord(String text) {
    for (String word : text.split("\\s+", -1)) {
      if (!word.isEmpty() && word.codePoints().allMatch(Character::isLetter)) {
        return true;
      }
    }
    return false;
  }
}
