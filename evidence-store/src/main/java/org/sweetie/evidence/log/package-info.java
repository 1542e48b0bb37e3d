/**
 * The log on local disk: sealed leaves in an RFC 9162 Merkle tree under signed checkpoints, written
 * by one process, read by any number beside it.
 */
@MayUse(
    value = {
      "engine.evidence",
      "engine.message",
      "engine.signal",
      "evidence.crypt",
      "evidence.disk"
    },
    libraries = "tools.jackson")
@NullMarked
package org.sweetie.evidence.log;

import org.jspecify.annotations.NullMarked;
import org.sweetie.engine.MayUse;
