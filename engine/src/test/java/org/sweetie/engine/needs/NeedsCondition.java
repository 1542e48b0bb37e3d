package org.sweetie.engine.needs;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Decides whether a test marked with {@link Needs} can run here. */
class NeedsCondition implements ExecutionCondition {
  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    Optional<Needs> needs = AnnotationSupport.findAnnotation(context.getElement(), Needs.class);
    if (needs.isEmpty() || Stream.of(needs.get().program()).anyMatch(NeedsCondition::onPath)) {
      return ConditionEvaluationResult.enabled("nothing is missing");
    }
    String missing =
        String.join(" or ", needs.get().program())
            + " is not on the PATH; install it with: "
            + needs.get().install();
    if ("true".equals(System.getenv("CI"))) {
      throw new AssertionError(missing);
    }
    return ConditionEvaluationResult.disabled(missing);
  }

  private static boolean onPath(String program) {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .map(dir -> Path.of(dir, program))
        .anyMatch(Files::isExecutable);
  }
}
