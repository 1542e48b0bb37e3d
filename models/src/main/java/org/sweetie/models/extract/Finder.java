package org.sweetie.models.extract;

import java.util.function.Consumer;

/** Finds one kind of identifier in linear time. Safe for use by many threads. */
interface Finder {
  /**
   * Proposes identifiers in any order; they may overlap.
   *
   * @param region ISO 3166-1 alpha-2 region in which a national telephone number is read
   */
  void find(Passage passage, String region, Consumer<Candidate> found);
}
