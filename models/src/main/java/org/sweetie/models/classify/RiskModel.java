package org.sweetie.models.classify;

import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The conversation model: a probability from {@link RiskFeatures}. Safe for use by many threads.
 */
public final class RiskModel {
  /** The model beside this class. */
  public static final String FILE = "risk.onnx";

  /** The model card beside this class; holds the threshold. */
  public static final String CARD = "card.json";

  private final Served model;
  private final double threshold;

  /** Of the model and the card that travel with the program. */
  public RiskModel() {
    this(Resources.bytes(RiskModel.FILE), thresholdOf(Resources.bytes(CARD)));
  }

  /**
   * Of another model of the same shape.
   *
   * @param threshold the risk from which a conversation is flagged, above 0 and below 1
   */
  public RiskModel(byte[] onnx, double threshold) {
    if (!(threshold > 0 && threshold < 1)) {
      throw new IllegalArgumentException("threshold " + threshold + ": expected between 0 and 1");
    }
    this.model = new Served(FILE, onnx);
    this.threshold = threshold;
  }

  private static double thresholdOf(byte[] card) {
    JsonNode json =
        JsonMapper.shared().readTree(new String(card, StandardCharsets.UTF_8)).get("threshold");
    return json == null ? Double.NaN : json.asDouble();
  }

  /** The risk from which a conversation is flagged. */
  public double threshold() {
    return threshold;
  }

  /** The probability that the author these are the features of is approaching a child. */
  public double risk(float[] features) {
    return Math.min(1, Math.max(0, model.run(features)[0]));
  }
}
