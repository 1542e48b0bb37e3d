/**
 * What a training corpus is made of: the taxonomy, labelled conversations and labelled single
 * lines.
 */
@MayUse({"engine.message", "engine.signal"})
@NullMarked
package org.sweetie.training.corpus;

import org.jspecify.annotations.NullMarked;
import org.sweetie.engine.MayUse;
