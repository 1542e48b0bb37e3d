/**
 * Identifiers an account claims in text: telephone numbers, addresses, handles, accounts, coins,
 * ages, each checked by its own standard.
 */
@MayUse(
    value = {"engine.signal", "engine.text", "models.text", "models.tokens"},
    libraries = {
      "com.google.i18n.phonenumbers",
      "org.apache.commons.validator",
      "org.bouncycastle",
      "org.iban4j"
    })
@NullMarked
package org.sweetie.models.extract;

import org.jspecify.annotations.NullMarked;
import org.sweetie.engine.MayUse;
