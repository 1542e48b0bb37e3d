/**
 * Text made readable without losing where each character came from: normal forms, offset maps, the
 * mask.
 */
@MayUse()
@NullMarked
package org.sweetie.engine.text;

import org.jspecify.annotations.NullMarked;
import org.sweetie.engine.MayUse;
