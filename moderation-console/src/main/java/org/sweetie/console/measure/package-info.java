/**
 * Benchmarks and evaluation: each measures one promise of the platform beside a peer or a physical
 * limit in the same run.
 */
@MayUse(
    value = {
      "engine.*",
      "models.baseline",
      "models.evaluate",
      "models.extract",
      "models.obfuscate",
      "training.*"
    },
    libraries = {
      "com.google.i18n.phonenumbers",
      "com.rivescript",
      "com.sun.management",
      "org.thymeleaf",
      "tools.jackson"
    })
@NullMarked
package org.sweetie.console.measure;

import org.jspecify.annotations.NullMarked;
import org.sweetie.engine.MayUse;
