/** One message, all the way: recorded, read, decided, answered, recorded. */
@MayUse("engine.*")
@NullMarked
package org.sweetie.engine.turn;

import org.jspecify.annotations.NullMarked;
import org.sweetie.engine.MayUse;
