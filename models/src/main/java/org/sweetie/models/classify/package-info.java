/**
 * From words to scores: names and places taken out, features hashed, the message classifier and the
 * running risk of a conversation, both served by ONNX Runtime.
 */
@MayUse(
    value = {
      "engine.signal",
      "engine.text",
      "models.encode",
      "models.language",
      "models.rules",
      "models.tokens"
    },
    libraries = {"ai.onnxruntime", "tools.jackson"})
@NullMarked
package org.sweetie.models.classify;

import org.jspecify.annotations.NullMarked;
import org.sweetie.engine.MayUse;
