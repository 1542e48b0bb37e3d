package org.sweetie.engine.signal;

import java.util.List;

/**
 * What was found in one message.
 *
 * @param n the message's own number
 * @param risk the running conversation risk after this message, 0 to 1, from it and the earlier
 *     ones alone
 */
public record MessageFindings(
    int n, double risk, List<IndicatorSpan> indicators, List<IdentifierSpan> identifiers) {
  public MessageFindings {
    indicators = List.copyOf(indicators);
    identifiers = List.copyOf(identifiers);
  }
}
