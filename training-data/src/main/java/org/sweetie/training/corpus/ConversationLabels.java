package org.sweetie.training.corpus;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a whole conversation of a corpus; never shown to a reader of text.
 *
 * @param positive whether one side approaches a child
 * @param offender the author who does, as named in the conversation; null exactly where {@code
 *     positive} is false
 * @param register where it is set: {@code games social study agency}
 * @param plot the sequence of acts it was composed from
 * @param family what splits are made by: the plot, or the scene an ordinary conversation was
 *     written as
 */
public record ConversationLabels(
    boolean positive, @Nullable String offender, String register, String plot, String family) {
  /** The register, plot or family of a conversation whose source does not tell. */
  public static final String UNKNOWN = "unknown";

  public ConversationLabels {
    Objects.requireNonNull(register, "register");
    Objects.requireNonNull(plot, "plot");
    Objects.requireNonNull(family, "family");
    if (positive == (offender == null)) {
      throw new CorpusException(
          "labels.offender is "
              + offender
              + " where labels.positive is "
              + positive
              + ": name the offender in a positive conversation and nobody in another");
    }
  }
}
