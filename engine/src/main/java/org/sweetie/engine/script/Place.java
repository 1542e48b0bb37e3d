package org.sweetie.engine.script;

/** Where something is written. */
record Place(String file, int line, int column) {}
