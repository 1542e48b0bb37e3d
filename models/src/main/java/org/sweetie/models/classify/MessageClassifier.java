package org.sweetie.models.classify;

import org.sweetie.engine.signal.Indicator;

/** Scores each of the nineteen acts in one message. Safe for use by many threads. */
public final class MessageClassifier {
  /** The file beside this class. */
  public static final String FILE = "messages.onnx";

  private final Served model;

  /** Of the model that travels with the program. */
  public MessageClassifier() {
    this(Resources.bytes(FILE));
  }

  /** Of another model of the same shape. */
  public MessageClassifier(byte[] onnx) {
    this.model = new Served(FILE, onnx);
  }

  /**
   * The scores of the indicators in their own order.
   *
   * @param features as {@link MessageFeatures#of} makes them
   * @return probabilities, 0 to 1
   */
  public double[] scores(float[] features) {
    float[] raw = model.run(features);
    double[] scores = new double[Indicator.values().length];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = Math.min(1, Math.max(0, raw[i]));
    }
    return scores;
  }
}
