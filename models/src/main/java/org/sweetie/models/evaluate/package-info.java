/**
 * How good a detector is: metrics over what it said of labelled conversations, with their formulas
 * and sources, and seeded disguises to try it with. Knows no detector but by {@link
 * org.sweetie.models.evaluate.Detector}; {@link org.sweetie.models.evaluate.FalseAlarms} counts
 * alarms on ordinary chat.
 */
@MayUse(
    value = {"engine.message", "engine.signal", "models.analyze", "models.extract", "models.text"},
    libraries = "tools.jackson")
@NullMarked
package org.sweetie.models.evaluate;

import org.jspecify.annotations.NullMarked;
import org.sweetie.engine.MayUse;
