/**
 * Cases: conversations that were ruled on, the recipient they go to, the approvals of two people,
 * and the package that leaves the house.
 */
@MayUse(
    value = {
      "engine.evidence",
      "engine.message",
      "engine.turn",
      "console.access",
      "console.review"
    },
    libraries = {"org.springframework", "org.reactivestreams", "reactor", "org.jspecify"})
@NullMarked
package org.sweetie.console.handover;

import org.jspecify.annotations.NullMarked;
import org.sweetie.engine.MayUse;
