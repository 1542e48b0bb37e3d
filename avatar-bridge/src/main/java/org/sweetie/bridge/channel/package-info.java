/**
 * Channels to the other side of a private conversation: each brings text in and takes text out, and
 * nothing else. What is not text is dropped here, before anything else sees it (CONDUCT B14).
 */
@MayUse(
    value = {"engine.message", "engine.turn", "engine.evidence"},
    libraries = {"tools.jackson"})
@NullMarked
package org.sweetie.bridge.channel;

import org.jspecify.annotations.NullMarked;
import org.sweetie.engine.MayUse;
