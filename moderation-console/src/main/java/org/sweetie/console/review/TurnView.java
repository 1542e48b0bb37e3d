package org.sweetie.console.review;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of a conversation as it is shown: masked, with marks (CONDUCT C6).
 *
 * @param side {@code counterpart}, {@code persona} or {@code organisation}
 * @param at UTC, to the second
 * @param risk the running risk after it; null for a reply
 * @param masked how many terms were masked
 * @param left how many characters are not shown because the message is very long
 * @param rule where a reply came from; empty for the counterpart
 * @param releasedBy who released a reply; empty where nobody had to
 */
public record TurnView(
    int number,
    String who,
    String side,
    String at,
    List<Piece> pieces,
    List<Note> notes,
    @Nullable RiskView risk,
    int masked,
    int left,
    String rule,
    String releasedBy) {
  public TurnView {
    pieces = List.copyOf(pieces);
    notes = List.copyOf(notes);
  }
}
