/** The library: search, questions answered with citations, and the items themselves. */
@MayUse(
    value = {"engine.library", "console.access"},
    libraries = {"org.springframework", "org.jspecify"})
@NullMarked
package org.sweetie.console.library;

import org.jspecify.annotations.NullMarked;
import org.sweetie.engine.MayUse;
