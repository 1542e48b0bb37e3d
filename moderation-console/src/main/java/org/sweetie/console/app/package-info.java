/** Joins the modules and starts the program. */
@MayUse({"engine.*", "models.*", "evidence.*", "bridge.*", "training.*", "console.*"})
@NullMarked
package org.sweetie.console.app;

import org.jspecify.annotations.NullMarked;
import org.sweetie.engine.MayUse;
