/**
 * Conversations while they happen: the list, one conversation with its candidates, the stop switch,
 * the streams that keep pages up to date, and the chat room a person types in.
 */
@MayUse(
    value = {
      "engine.conduct",
      "engine.decision",
      "engine.evidence",
      "engine.message",
      "engine.turn",
      "bridge.channel",
      "console.access",
      "console.review"
    },
    libraries = {
      "org.springframework",
      "org.reactivestreams",
      "reactor",
      "org.thymeleaf",
      "org.jspecify"
    })
@NullMarked
package org.sweetie.console.live;

import org.jspecify.annotations.NullMarked;
import org.sweetie.engine.MayUse;
