/**
 * Composes conversations from small authored lines, plots and scenes; the same seed gives the same
 * corpus.
 */
@MayUse({"engine.message", "engine.signal", "training.corpus", "training.split", "training.load"})
@NullMarked
package org.sweetie.training.compose;

import org.jspecify.annotations.NullMarked;
import org.sweetie.engine.MayUse;
