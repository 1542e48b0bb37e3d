/**
 * The library's index: Lucene with an analyzer for each language (BM25) and, for English, MiniLM
 * vectors; both fused by reciprocal ranks.
 */
@MayUse(
    value = {"engine.library", "models.encode", "models.language"},
    libraries = {"org.apache.lucene", "org.tartarus.snowball"})
@NullMarked
package org.sweetie.models.retrieve;

import org.jspecify.annotations.NullMarked;
import org.sweetie.engine.MayUse;
