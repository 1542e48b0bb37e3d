/** Joins the modules by constructor: the readers, the log, the turn, the channels, the rooms. */
@MayUse(
    value = {"engine.*", "models.*", "evidence.*", "bridge.*", "console.*"},
    libraries = {
      "tools.jackson",
      "org.springframework",
      "reactor",
      "org.yaml",
      "org.reactivestreams",
      "org.bouncycastle"
    })
@NullMarked
package org.sweetie.console.app;

import org.jspecify.annotations.NullMarked;
import org.sweetie.engine.MayUse;
