/** What was written, by whom, where: conversations and messages as plain values. */
@MayUse()
@NullMarked
package org.sweetie.engine.message;

import org.jspecify.annotations.NullMarked;
import org.sweetie.engine.MayUse;
