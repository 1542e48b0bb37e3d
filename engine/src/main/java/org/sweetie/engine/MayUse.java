package org.sweetie.engine;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * States, on a package, the only other packages and libraries its code may use.
 *
 * <p>One test in moderation-console reads every {@code package-info} and holds the code against it,
 * so a wall is moved by editing this line and by nothing else. The JDK and SLF4J are always
 * allowed; so are the null annotations of JSpecify.
 */
@Documented
@Target(ElementType.PACKAGE)
@Retention(RetentionPolicy.CLASS)
public @interface MayUse {
  /**
   * Packages of the project without the root {@code org.sweetie.}: {@code "engine.signal"}, or
   * {@code "engine.*"}.
   */
  String[] value() default {};

  /** Roots of third-party packages: {@code "ai.onnxruntime"}. */
  String[] libraries() default {};
}
