/**
 * How well the extractor does on public suites of links, telephone numbers, mail addresses,
 * mentions and marked-up texts, on ordinary chat, and on identifiers written to be missed.
 */
@MayUse(
    value = {"engine.signal", "models.extract", "models.obfuscate"},
    libraries = {"javax.xml.parsers", "org.w3c.dom", "org.xml.sax", "tools.jackson"})
@NullMarked
package org.sweetie.models.suites;

import org.jspecify.annotations.NullMarked;
import org.sweetie.engine.MayUse;
