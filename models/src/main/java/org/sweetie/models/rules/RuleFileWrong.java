package org.sweetie.models.rules;

import org.jspecify.annotations.Nullable;

/** A rule file holds a line that is no rule. */
public final class RuleFileWrong extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RuleFileWrong(String file, int line, String problem, @Nullable Throwable cause) {
    super(file + ":" + line + ": " + problem, cause);
  }
}
