/**
 * Hands a case over: two approvals held, the entries of the case taken out of the log with their
 * proofs and their own keys, put into a signed BagIt bag with a transcript, and encrypted to one
 * recipient.
 */
@MayUse(
    value = {
      "engine.conduct",
      "engine.evidence",
      "engine.message",
      "engine.signal",
      "engine.text",
      "evidence.crypt",
      "evidence.disk",
      "evidence.log",
      "evidence.verify"
    },
    libraries = {"org.bouncycastle", "tools.jackson"})
@NullMarked
package org.sweetie.evidence.handover;

import org.jspecify.annotations.NullMarked;
import org.sweetie.engine.MayUse;
