/** Measures the analyzer on conversations it was not made from. */
@MayUse(
    value = {"engine.message", "engine.signal", "models.analyze", "models.extract", "models.text"},
    libraries = "tools.jackson")
@NullMarked
package org.sweetie.models.evaluate;

import org.jspecify.annotations.NullMarked;
import org.sweetie.engine.MayUse;
