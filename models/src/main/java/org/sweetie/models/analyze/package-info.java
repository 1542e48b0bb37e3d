/** Reads whole conversations: indicators, identifiers and the running risk in one pass. */
@MayUse({
  "engine.message",
  "engine.signal",
  "engine.text",
  "models.classify",
  "models.encode",
  "models.extract",
  "models.language",
  "models.rules",
  "models.tokens"
})
@NullMarked
package org.sweetie.models.analyze;

import org.jspecify.annotations.NullMarked;
import org.sweetie.engine.MayUse;
