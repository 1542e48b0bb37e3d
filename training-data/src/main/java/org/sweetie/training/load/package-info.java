/** Reads and writes corpora as JSON Lines, one conversation in memory at a time. */
@MayUse(
    value = {"engine.message", "engine.signal", "training.corpus"},
    libraries = {"tools.jackson"})
@NullMarked
package org.sweetie.training.load;

import org.jspecify.annotations.NullMarked;
import org.sweetie.engine.MayUse;
