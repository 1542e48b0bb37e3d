package org.sweetie.engine.script;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a script knows besides its topics and concepts.
 *
 * @param facts those of its tables
 * @param queries its own and ChatScript's ways to search facts, by name
 * @param scripts strings of tables that hold output script, by their text
 * @param variables what its tables left in variables: the values of those never set
 * @param texts the words in its tables, which rules may come to say
 * @param words its {@code replace:} and {@code canon:}
 */
record Knowledge(
    FactBase facts,
    Map<String, QueryCode> queries,
    Map<String, OutputNode.Block> scripts,
    Map<String, String> variables,
    List<Compiling.TableText> texts,
    PrivateWords words) {
  Knowledge {
    queries = Map.copyOf(queries);
    scripts = Collections.unmodifiableMap(new LinkedHashMap<>(scripts));
    variables = Map.copyOf(variables);
    texts = List.copyOf(texts);
  }

  /** The same with facts and variables that tables left. */
  Knowledge with(FactBase tableFacts, Map<String, String> tableVariables) {
    return new Knowledge(tableFacts, queries, scripts, tableVariables, texts, words);
  }

  /** Nothing but the queries of ChatScript's own. */
  static Knowledge none() {
    return new Knowledge(
        new FactBase(), QueryCode.SHIPPED, Map.of(), Map.of(), List.of(), PrivateWords.none());
  }
}
