package org.sweetie.training.compose;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** What each language fills its slots with and how its authors type, read once. */
final class Speech {
  private final Map<String, Map<String, List<String>>> slots = new HashMap<>();
  private final Map<String, List<Typist.Habit>> habits = new HashMap<>();

  private Speech() {}

  static Speech load(List<String> languages) {
    Speech speech = new Speech();
    for (String language : languages) {
      speech.slots.put(language, Wording.slots(language));
      speech.habits.put(language, Typist.habits(language));
    }
    return speech;
  }

  Wording wording(String language, SplittableRandom random, boolean cyrillic) {
    return new Wording(slots.getOrDefault(language, Map.of()), random, cyrillic);
  }

  Typist typist(String language, SplittableRandom random) {
    return new Typist(habits.getOrDefault(language, List.of()), random);
  }
}
