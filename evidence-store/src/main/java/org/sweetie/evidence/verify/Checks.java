package org.sweetie.evidence.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Collects checks while a package is gone through. */
final class Checks {
  private final List<Check> checks = new ArrayList<>();

  /** A step that gives something the later steps need. */
  interface Step<T> {
    T take();
  }

  /** Takes a step; a fault is noted under its name and leaves nothing. */
  <T> Optional<T> step(String name, String standard, Step<T> step, String done) {
    try {
      T result = step.take();
      checks.add(new Check(name, standard, true, done));
      return Optional.of(result);
    } catch (Fault fault) {
      checks.add(new Check(name, standard, false, String.valueOf(fault.getMessage())));
      return Optional.empty();
    }
  }

  /** Makes a check that says what it found; a fault is noted under its name. */
  void check(String name, String standard, Supplier<String> check) {
    try {
      checks.add(new Check(name, standard, true, check.get()));
    } catch (Fault fault) {
      checks.add(new Check(name, standard, false, String.valueOf(fault.getMessage())));
    }
  }

  boolean ok() {
    return checks.stream().allMatch(Check::ok);
  }

  Report report() {
    return new Report(checks);
  }
}
