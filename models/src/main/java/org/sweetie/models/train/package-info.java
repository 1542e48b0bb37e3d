/**
 * Makes the models from a composed corpus: trained with DL4J, written as ONNX, never on the serving
 * class path.
 */
@MayUse(
    value = {
      "engine.signal",
      "models.classify",
      "models.encode",
      "models.language",
      "models.rules",
      "models.tokens"
    },
    libraries = {"org.deeplearning4j", "org.nd4j", "onnx", "tools.jackson"})
@NullMarked
package org.sweetie.models.train;

import org.jspecify.annotations.NullMarked;
import org.sweetie.engine.MayUse;
