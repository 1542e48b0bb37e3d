package org.sweetie.console.access;

import java.util.List;

/** The operations of this home and the mandates they run under, as a person reads them. */
public interface OperationInWords {
  /** Every operation, newest first; empty where none was opened yet. */
  List<Operation> all();

  /**
   * One operation.
   *
   * @param live whether its mandate holds now
   * @param lines issuer, legal basis, space, suspicion, scope, start, expiry, mode and the rest, in
   *     reading order
   */
  record Operation(String title, boolean demo, boolean live, String standing, List<Line> lines) {
    public Operation {
      lines = List.copyOf(lines);
    }
  }

  /** One property of a mandate in words. */
  record Line(String name, String value) {}
}
