/**
 * Makes the dialogue engine's lexicon from a word list with OpenNLP. Only {@code models/lexicon.sh}
 * runs it; the OpenNLP models it needs are not on the serving class path.
 */
@MayUse(
    value = {"engine.script"},
    libraries = {"opennlp", "com.modernmt"})
@NullMarked
package org.sweetie.models.lexicon;

import org.jspecify.annotations.NullMarked;
import org.sweetie.engine.MayUse;
