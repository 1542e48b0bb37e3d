/** Which language a conversation is written in, and which reader reads it. */
@MayUse(
    value = "models.tokens",
    libraries = {"com.github.pemistahl.lingua", "kotlin"})
@NullMarked
package org.sweetie.models.language;

import org.jspecify.annotations.NullMarked;
import org.sweetie.engine.MayUse;
