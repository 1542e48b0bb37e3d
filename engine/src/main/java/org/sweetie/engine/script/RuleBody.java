package org.sweetie.engine.script;

import org.jspecify.annotations.Nullable;
import org.sweetie.engine.script.PatternElement.Group;

/** What a rule asks for, and what it does then. */
record RuleBody(@Nullable Group pattern, OutputNode.Block output) {}
