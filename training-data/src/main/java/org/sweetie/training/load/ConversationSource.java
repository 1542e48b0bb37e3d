package org.sweetie.training.load;

import java.util.Optional;
import org.sweetie.training.corpus.LabelledConversation;

/**
 * Conversations of a file, one after another; never more than one is in memory. What cannot be read
 * is reported to the listener given at the opening, counted and skipped.
 */
public interface ConversationSource extends AutoCloseable {
  /** The next conversation that can be read; empty at the end. */
  Optional<LabelledConversation> next();

  /** How many lines, messages or conversations were skipped so far. */
  long skipped();

  /** How much of the file has been read, 0 to 1, for a progress bar. */
  double share();

  @Override
  void close();
}
