/**
 * Indicators and cues found by rules: TokensRegex patterns over folded words, one file a reader.
 */
@MayUse(
    value = {"engine.signal", "engine.text", "models.language", "models.tokens"},
    libraries = "edu.stanford.nlp.ling")
@NullMarked
package org.sweetie.models.rules;

import org.jspecify.annotations.NullMarked;
import org.sweetie.engine.MayUse;
