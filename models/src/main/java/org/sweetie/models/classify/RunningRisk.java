package org.sweetie.models.classify;

import java.util.HashMap;
import java.util.Map;

/**
 * The risk of one conversation as it grows: of its authors, the highest at their last message. An
 * author's risk moves with their own messages only, so the message that crosses the threshold is
 * always one of theirs. For one thread at a time.
 */
public final class RunningRisk {
  /** Without enough different acts, the risk stays this much below the threshold. */
  private static final double SHORT_OF = 0.9;

  private final RiskModel model;
  private final RiskFeatures features = new RiskFeatures();
  private final Map<String, Double> risks = new HashMap<>();

  /** Begins a conversation. */
  public RunningRisk(RiskModel model) {
    this.model = model;
  }

  /** The risk after this message, from it and the earlier ones alone; 0 to 1. */
  public double next(String author, Signs signs) {
    double risk = model.risk(features.next(author, signs));
    if (!features.isEnough(author)) {
      risk = Math.min(risk, SHORT_OF * model.threshold());
    }
    risks.put(author, risk);
    return risks.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
  }

  /** Of a risk, whether it flags the conversation. */
  public boolean crosses(double risk) {
    return risk >= model.threshold();
  }
}
