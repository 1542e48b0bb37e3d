package org.sweetie.training.check;

import java.util.function.Consumer;

/** One rule, held against one file. */
interface Check {
  void check(SourceText text, Consumer<Finding> found);
}
