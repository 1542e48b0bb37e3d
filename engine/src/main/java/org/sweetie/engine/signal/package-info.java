/** What reading found: indicators, identifiers, stages and the running risk. */
@MayUse("engine.message")
@NullMarked
package org.sweetie.engine.signal;

import org.jspecify.annotations.NullMarked;
import org.sweetie.engine.MayUse;
