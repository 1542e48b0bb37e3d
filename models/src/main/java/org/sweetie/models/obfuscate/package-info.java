/**
 * Identifiers of the ranges set aside for fiction and tests, said in every language of the
 * conversations, and written to be missed: for measuring how much of them is found all the same.
 */
@MayUse({"engine.signal"})
@NullMarked
package org.sweetie.models.obfuscate;

import org.jspecify.annotations.NullMarked;
import org.sweetie.engine.MayUse;
