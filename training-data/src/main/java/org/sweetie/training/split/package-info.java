/** Deals template families to train, dev and test, so that none stands in two of them. */
@MayUse()
@NullMarked
package org.sweetie.training.split;

import org.jspecify.annotations.NullMarked;
import org.sweetie.engine.MayUse;
