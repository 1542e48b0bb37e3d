/** Sentences and words with their places in the text, by OpenNLP. */
@MayUse(value = "engine.text", libraries = "opennlp.tools")
@NullMarked
package org.sweetie.models.tokens;

import org.jspecify.annotations.NullMarked;
import org.sweetie.engine.MayUse;
