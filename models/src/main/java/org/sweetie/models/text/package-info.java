/**
 * Text made readable with real data: look-alikes from ICU4J, the mask from a maintained word-list
 * package.
 */
@MayUse(
    value = {"engine.text"},
    libraries = {"com.ibm.icu"})
@NullMarked
package org.sweetie.models.text;

import org.jspecify.annotations.NullMarked;
import org.sweetie.engine.MayUse;
