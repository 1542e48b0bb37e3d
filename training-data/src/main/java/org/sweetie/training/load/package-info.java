/**
 * Reads corpora, one conversation in memory at a time: the project's JSON Lines, the files of
 * PAN-2012, and exports of WhatsApp, IRC clients and Discord. Writes JSON Lines.
 */
@MayUse(
    value = {"engine.message", "engine.signal", "training.corpus"},
    libraries = {"tools.jackson", "javax.xml.stream"})
@NullMarked
package org.sweetie.training.load;

import org.jspecify.annotations.NullMarked;
import org.sweetie.engine.MayUse;
