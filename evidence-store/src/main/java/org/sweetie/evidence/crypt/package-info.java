/** Keys, one per conversation, and the sealing of records with them. */
@MayUse({"evidence.disk"})
@NullMarked
package org.sweetie.evidence.crypt;

import org.jspecify.annotations.NullMarked;
import org.sweetie.engine.MayUse;
