/**
 * The content lint: what may stand in any text file of the repository (CONDUCT A1, A3, A4, A6, A8).
 */
@MayUse("engine.conduct")
@NullMarked
package org.sweetie.training.check;

import org.jspecify.annotations.NullMarked;
import org.sweetie.engine.MayUse;
