/**
 * Who may come in and where they may go: people, one-time sign-in links, roles and rooms, approval
 * keys, the record of reads, and the frame around every page.
 */
@MayUse(
    value = {"engine.conduct", "engine.evidence", "engine.message"},
    libraries = {
      "org.springframework",
      "org.reactivestreams",
      "reactor",
      "org.thymeleaf",
      "org.jspecify"
    })
@NullMarked
package org.sweetie.console.access;

import org.jspecify.annotations.NullMarked;
import org.sweetie.engine.MayUse;
