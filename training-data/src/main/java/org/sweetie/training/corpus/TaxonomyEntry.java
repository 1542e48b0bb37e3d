package org.sweetie.training.corpus;

import org.sweetie.engine.signal.Indicator;

/**
 * One act of the taxonomy.
 *
 * @param definition when an annotator gives the label, in neutral words
 * @param source the publications the act is named after
 */
public record TaxonomyEntry(Indicator indicator, String definition, String source) {
  public TaxonomyEntry {
    if (definition.isBlank() || source.isBlank()) {
      throw new CorpusException(
          "taxonomy entry "
              + indicator.wire()
              + " needs a definition and a source: fill both columns");
    }
  }
}
