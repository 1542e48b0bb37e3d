/** What is put on record: every kind of log entry, and the log as the engine sees it. */
@MayUse({"engine.conduct", "engine.message", "engine.signal"})
@NullMarked
package org.sweetie.engine.evidence;

import org.jspecify.annotations.NullMarked;
import org.sweetie.engine.MayUse;
