package org.sweetie.engine.script;

/** A piece of output script that stands in a string, and where it begins. */
record ScriptText(String text, Place place) {}
