package org.sweetie.engine.message;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One message of a conversation as the readers take it.
 *
 * @param n the message's own number as given, unique in its conversation; array order, not {@code
 *     n}, is the order
 * @param author who wrote it, as given; used only to tell the two sides apart
 * @param time when it was written, or null where it is not known
 * @param text the original text; may hold lone surrogates
 */
public record Utterance(int n, String author, @Nullable Instant time, String text) {}
