/** Sentences to vectors: MiniLM through ONNX Runtime, one sentence a run. */
@MayUse(libraries = {"ai.onnxruntime", "tools.jackson"})
@NullMarked
package org.sweetie.models.encode;

import org.jspecify.annotations.NullMarked;
import org.sweetie.engine.MayUse;
