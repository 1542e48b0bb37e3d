package org.sweetie.models.classify;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

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

  /** The same risks in order, each with how many authors have it: the highest is found at once. */
  private final TreeMap<Double, Integer> ranked = new TreeMap<>();

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
    Double before = risks.put(author, risk);
    if (before != null) {
      ranked.computeIfPresent(before, (r, authors) -> authors == 1 ? null : authors - 1);
    }
    ranked.merge(risk, 1, Integer::sum);
    return ranked.lastKey();
  }

  /** Of a risk, whether it flags the conversation. */
  public boolean crosses(double risk) {
    return risk >= model.threshold();
  }
}
