package org.sweetie.training.compose;

import java.util.List;

/**
 * A short ordinary conversation, written whole, so that every line answers the one before.
 *
 * @param neutral whether a positive conversation may begin with it too
 */
record Scene(String language, String register, String name, boolean neutral, List<Line> lines) {
  Scene {
    lines = List.copyOf(lines);
  }

  String familyIn(String other) {
    return "scene " + other + " " + register + " " + name;
  }

  /** One line and which of the two sides says it: {@code A} or {@code B}. */
  record Line(char side, Template template) {}
}
