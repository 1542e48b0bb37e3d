package org.sweetie.engine.script;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What of a set of facts is meant: {@code @1subject}, {@code @1all}, or the set itself. */
enum SetField {
  WHOLE,
  SUBJECT,
  VERB,
  OBJECT,
  FACT,
  /** Subject, verb and object on match variables that follow each other. */
  ALL,
  /** The same from the object to the subject. */
  BACKWARD;

  /** The field a set's name ends with; as in ChatScript its first letter tells. */
  static @Nullable SetField of(String ending) {
    return switch (ending.toLowerCase(Locale.ROOT)) {
      case "" -> WHOLE;
      case "s", "subject" -> SUBJECT;
      case "v", "verb" -> VERB;
      case "o", "object" -> OBJECT;
      case "f", "fact" -> FACT;
      case "+", "a", "all", "r", "raw" -> ALL;
      case "-" -> BACKWARD;
      default -> null;
    };
  }

  boolean spreads() {
    return this == ALL || this == BACKWARD;
  }
}
