package org.sweetie.console.review;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a person may find in a conversation. */
enum Finding {
  CONFIRMED("Confirmed", "the text shows what it was flagged for"),
  NOT_CONFIRMED("Not confirmed", "the text does not show it"),
  UNCLEAR("Unclear", "the text allows no answer"),
  SAFEGUARDING("Safeguarding", "a child may be at risk: the record is sealed and a lead is called");

  private final String label;
  private final String meaning;

  Finding(String label, String meaning) {
    this.label = label;
    this.meaning = meaning;
  }

  public String label() {
    return label;
  }

  public String meaning() {
    return meaning;
  }

  /** The name on record: {@code not_confirmed}. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Finding> ofWire(String name) {
    return Arrays.stream(values()).filter(f -> f.wire().equals(name)).findFirst();
  }

  /** A finding on record in words; the word itself where it is not known here. */
  static String label(String wire) {
    return ofWire(wire).map(Finding::label).orElse(wire);
  }
}
