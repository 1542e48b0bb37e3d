package org.sweetie.engine.conduct;

import java.util.List;
import java.util.Optional;
import org.sweetie.engine.signal.IdentifierSpan;
import org.sweetie.engine.signal.IdentifierType;

/**
 * Signs that stop the persona at once and call a person: the counterpart may be a minor (doubt
 * counts), a real child may be at risk, self-harm, an emergency (CONDUCT B10). Safe for use by many
 * threads.
 */
public final class SafeguardingSigns {
  private static final int ADULT = 18;
  private static final List<String> TOPICS = List.of("minor", "self-harm", "emergency");

  private final Phrases phrases;
  private final OthersAge others;

  /**
   * @param phrases the phrases of {@code gate.txt}
   * @param ages whose age a message may tell, the words of {@code ages.txt}
   */
  public SafeguardingSigns(Phrases phrases, Phrases ages) {
    this.phrases = phrases;
    this.others = new OthersAge(ages);
  }

  /** The first sign in a readable message, in words; empty where there is none. */
  public Optional<String> in(String readable, List<IdentifierSpan> identifiers) {
    for (String topic : TOPICS) {
      Optional<String> said = phrases.find(topic, readable);
      if (said.isPresent()) {
        return Optional.of(topic + ": '" + said.get() + "'");
      }
    }
    return identifiers.stream()
        .filter(i -> i.type() == IdentifierType.AGE && isMinor(i.normalized()))
        .filter(i -> !others.tells(readable, i.text()))
        .map(i -> "minor: claims the age of " + i.normalized())
        .findFirst();
  }

  private static boolean isMinor(String years) {
    try {
      return Integer.parseInt(years) < ADULT;
    } catch (NumberFormatException notANumber) {
      return true;
    }
  }
}
