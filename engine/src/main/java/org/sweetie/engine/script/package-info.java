/** The dialogue script: ChatScript source compiled and run, one deterministic turn at a time. */
@MayUse()
@NullMarked
package org.sweetie.engine.script;

import org.jspecify.annotations.NullMarked;
import org.sweetie.engine.MayUse;
