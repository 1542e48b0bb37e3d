/**
 * Files that survive: owner-only files, atomic replacement, framed append-only files that know a
 * torn tail from damage, and the one seam through which tests make a disk fail.
 */
@MayUse()
@NullMarked
package org.sweetie.evidence.disk;

import org.jspecify.annotations.NullMarked;
import org.sweetie.engine.MayUse;
