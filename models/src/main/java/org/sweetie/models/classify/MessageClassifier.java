package org.sweetie.models.classify;

import org.sweetie.engine.signal.Indicator;

/**
 * Scores each of the nineteen acts and the two voices in one message. Safe for use by many threads.
 */
public final class MessageClassifier {
  /** The file beside this class. */
  public static final String FILE = "messages.onnx";

  private final Served model;

  /** How many numbers the model gives: the acts, then the voices. */
  public static final int OUTPUTS = Indicator.values().length + Voice.values().length;

  /** Of the model that travels with the program. */
  public MessageClassifier() {
    this(Resources.bytes(FILE));
  }

  /** Of another model of the same shape. */
  public MessageClassifier(byte[] onnx) {
    this.model = new Served(FILE, onnx);
  }

  /**
   * The scores of the indicators in their own order, then of the voices.
   *
   * @param features as {@link MessageFeatures#of} makes them
   * @return probabilities, 0 to 1
   */
  public double[] scores(float[] features) {
    float[] raw = model.run(features);
    double[] scores = new double[OUTPUTS];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = Math.min(1, Math.max(0, raw[i]));
    }
    return scores;
  }
}
