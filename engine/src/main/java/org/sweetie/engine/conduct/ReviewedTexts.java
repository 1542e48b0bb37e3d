package org.sweetie.engine.conduct;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The texts that people reviewed beforehand and may send in the organisation's name once the
 * persona is ended (CONDUCT B10, B15). Nothing else can be sent by a person.
 */
public final class ReviewedTexts {
  private final Map<String, String> byName;

  /**
   * @param byName the texts by their names, such as {@code help.en}
   */
  public ReviewedTexts(Map<String, String> byName) {
    this.byName = Collections.unmodifiableMap(new TreeMap<>(byName));
  }

  /** The texts by their names, in the order of the names. */
  public Map<String, String> all() {
    return byName;
  }

  /** The text of a name. */
  public Optional<String> text(String name) {
    return Optional.ofNullable(byName.get(name));
  }
}
