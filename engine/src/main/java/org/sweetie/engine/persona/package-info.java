/** Who the persona is: the profile that stands beside its script. */
@MayUse("engine.script")
@NullMarked
package org.sweetie.engine.persona;

import org.jspecify.annotations.NullMarked;
import org.sweetie.engine.MayUse;
