package org.sweetie.models.baseline;

import org.jspecify.annotations.Nullable;
import org.sweetie.engine.message.Conversation;

/**
 * A conversation to learn from.
 *
 * @param offender who approaches a child; null where nobody does
 */
public record Example(Conversation conversation, @Nullable String offender) {}
