/**
 * Looking at conversations that were flagged: masked text first, marks in it, the risk over the
 * messages, and a person's ruling.
 */
@MayUse(
    value = {
      "engine.conduct",
      "engine.decision",
      "engine.evidence",
      "engine.message",
      "engine.signal",
      "engine.text",
      "engine.turn",
      "console.access"
    },
    libraries = {"org.springframework", "org.jspecify"})
@NullMarked
package org.sweetie.console.review;

import org.jspecify.annotations.NullMarked;
import org.sweetie.engine.MayUse;
