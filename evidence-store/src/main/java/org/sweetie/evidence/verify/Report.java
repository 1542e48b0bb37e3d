package org.sweetie.evidence.verify;

import java.util.List;

/**
 * Every check that could be made, in order; later ones are missing where an earlier one barred the
 * way.
 */
public record Report(List<Check> checks) {
  public Report {
    checks = List.copyOf(checks);
  }

  /** Whether the package is whole and true: something was checked and nothing was at fault. */
  public boolean ok() {
    return !checks.isEmpty() && checks.stream().allMatch(Check::ok);
  }

  /** The checks that did not hold. */
  public List<Check> faults() {
    return checks.stream().filter(check -> !check.ok()).toList();
  }
}
