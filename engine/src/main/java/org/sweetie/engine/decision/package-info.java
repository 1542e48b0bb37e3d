/** Where a conversation stands and why it moved: the named states and their transitions. */
@MayUse({"engine.signal", "engine.conduct"})
@NullMarked
package org.sweetie.engine.decision;

import org.jspecify.annotations.NullMarked;
import org.sweetie.engine.MayUse;
