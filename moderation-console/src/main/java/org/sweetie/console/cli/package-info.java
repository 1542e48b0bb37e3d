/**
 * The program's commands: each reads, calls one part of the house, writes, and says how it ended.
 */
@MayUse(
    value = {
      "engine.*",
      "models.*",
      "evidence.*",
      "bridge.*",
      "training.*",
      "console.app",
      "console.access",
      "console.handover",
      "console.measure"
    },
    libraries = {"picocli", "tools.jackson"})
@NullMarked
package org.sweetie.console.cli;

import org.jspecify.annotations.NullMarked;
import org.sweetie.engine.MayUse;
