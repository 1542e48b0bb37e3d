package org.sweetie.training.check;

import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sweetie.engine.conduct.ChildPhrases;

/**
 * CONDUCT A8: lines by or to a child, and lines of the persona, leave certain subjects out. By
 * whole phrase, as {@link ChildPhrases} has them, with exceptions for harmless uses.
 *
 * <p>Of a script only what can be said is read: patterns and concepts must be able to name what a
 * counterpart writes.
 */
final class ChildLines implements Check {
  private static final Pattern HEAD =
      Pattern.compile("(?m)^\\s*(?:concept:\\s*~?\\w+|[a-z?]:(?:\\s*\\w+)?)[^\\S\\n]*\\(");
  private static final Pattern COMMENT = Pattern.compile("^\\s*#(?!!).*");

  /**
   * What a counterpart writes in a sample conversation: a line to a child, but not the persona's.
   */
  private static final Pattern SAMPLE = Pattern.compile("^\\s*#!.*");

  private static final List<String> CORPORA =
      List.of(
          "training/acts", "training/talk", "training/scenes", "demo", "conversations", "blind");

  private final ChildPhrases phrases = ChildPhrases.shipped();

  @Override
  public void check(SourceText text, Consumer<Finding> found) {
    boolean script = text.name().matches(".*\\.(?:top|tbl)|persona\\.yaml");
    if (script || isCorpus(text)) {
      List<String> said = script ? spoken(text.lines()) : text.lines();
      for (int i = 0; i < said.size(); i++) {
        if (!COMMENT.matcher(said.get(i)).matches()) {
          checkLine(text.path(), i + 1, said.get(i), script, found);
        }
      }
    }
  }

  private static boolean isCorpus(SourceText text) {
    boolean data = text.name().matches(".*\\.(txt|jsonl|json|tsv|csv|yaml|yml)");
    return data && CORPORA.stream().anyMatch(text::isIn);
  }

  private void checkLine(
      String path, int number, String line, boolean script, Consumer<Finding> found) {
    phrases.check(
        line,
        script && !SAMPLE.matcher(line).matches(),
        (phrase, section) ->
            found.accept(
                new Finding(
                    "A8",
                    path,
                    number,
                    "'"
                        + phrase
                        + "' ("
                        + section
                        + "): say something else, or add the harmless phrase to child-exceptions.txt")));
  }

  /** The lines of a script with every pattern and concept blanked out. */
  static List<String> spoken(List<String> lines) {
    StringBuilder text = new StringBuilder(String.join("\n", lines));
    Matcher head = HEAD.matcher(text.toString());
    while (head.find()) {
      blank(text, head.end() - 1);
    }
    return text.toString().lines().toList();
  }

  private static void blank(StringBuilder text, int open) {
    int depth = 0;
    for (int i = open; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (c != '\n') {
        text.setCharAt(i, ' ');
      }
      if (depth == 0) {
        return;
      }
    }
  }
}
