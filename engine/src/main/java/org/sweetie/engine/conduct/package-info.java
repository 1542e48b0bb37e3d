/** What the persona may do: mandates, caps and the gate every reply passes. */
@MayUse({"engine.message", "engine.text", "engine.signal"})
@NullMarked
package org.sweetie.engine.conduct;

import org.jspecify.annotations.NullMarked;
import org.sweetie.engine.MayUse;
