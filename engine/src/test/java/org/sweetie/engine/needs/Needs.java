package org.sweetie.engine.needs;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that runs a program which may be missing on this machine.
 *
 * <p>Where the program is missing the test is skipped and the reason says how to install it; where
 * {@code CI=true} it fails instead, so that nothing is skipped unnoticed.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsCondition.class)
public @interface Needs {
  /** Names looked up on the PATH; any one of them is enough. */
  String[] program();

  /** The line that installs it on Debian. */
  String install();
}
