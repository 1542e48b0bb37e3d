/** The library for professionals: items, questions, answers with citations. */
@MayUse()
@NullMarked
package org.sweetie.engine.library;

import org.jspecify.annotations.NullMarked;
import org.sweetie.engine.MayUse;
