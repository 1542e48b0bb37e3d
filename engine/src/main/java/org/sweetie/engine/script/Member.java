package org.sweetie.engine.script;

/**
 * One member of a concept or one keyword of a topic.
 *
 * @param mark what must be marked in a sentence for the member to be there
 * @param excluded whether it is taken out again ({@code !word})
 * @param place where it is written
 */
record Member(int mark, boolean excluded, Place place) {}
