package org.sweetie.models.tokens;

import java.util.List;

/**
 * A sentence of a text and its tokens in order.
 *
 * @param start first UTF-16 unit
 * @param end one past the last UTF-16 unit
 * @param tokens never empty; their places count from the start of the text, not of the sentence
 */
public record Sentence(int start, int end, List<Token> tokens) {
  public Sentence {
    tokens = List.copyOf(tokens);
  }
}
