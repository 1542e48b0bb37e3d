/**
 * What detection is measured against: rules alone, TF-IDF with logistic regression (OpenNLP), and
 * the algorithm Roblox published as Sentinel on this project's own embeddings.
 */
@MayUse(
    value = {
      "engine.message",
      "engine.signal",
      "engine.text",
      "models.classify",
      "models.encode",
      "models.evaluate",
      "models.language",
      "models.rules",
      "models.tokens"
    },
    libraries = "opennlp.tools")
@NullMarked
package org.sweetie.models.baseline;

import org.jspecify.annotations.NullMarked;
import org.sweetie.engine.MayUse;
