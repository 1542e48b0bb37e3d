/**
 * Answers questions from the library by quotation alone: LangChain4j's retrieval parts around the
 * library's index, no generative model; refuses questions that seek access to children.
 */
@MayUse(
    value = {
      "engine.library",
      "models.encode",
      "models.language",
      "models.retrieve",
      "models.tokens"
    },
    libraries = {"dev.langchain4j"})
@NullMarked
package org.sweetie.models.assist;

import org.jspecify.annotations.NullMarked;
import org.sweetie.engine.MayUse;
