/**
 * Proof of conduct: every text a persona can say, held against the rules before anyone meets it.
 */
@MayUse({"engine.conduct", "engine.persona", "engine.script"})
@NullMarked
package org.sweetie.engine.proof;

import org.jspecify.annotations.NullMarked;
import org.sweetie.engine.MayUse;
