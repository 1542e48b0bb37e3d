package org.sweetie.engine.script;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

/**
 * The names that the sources of a script give to things.
 *
 * @param places where topics, concepts and macros are declared
 * @param concepts in the order they are declared, topics among them
 * @param usedConcepts those that a pattern, a concept, keywords or a call name
 * @param macros in the order they are declared
 */
record DeclaredNames(
    Map<String, Place> places,
    Set<String> concepts,
    Set<String> usedConcepts,
    Collection<Macro> macros) {

  /** Where a topic, concept or macro is declared. */
  Place place(String name) {
    return places.getOrDefault(name, new Place("", 1, 1));
  }
}
