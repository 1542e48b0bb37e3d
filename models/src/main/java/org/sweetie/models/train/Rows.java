package org.sweetie.models.train;

import java.util.ArrayList;
import java.util.List;

/** Rows to learn from: features, targets and how much each row counts. */
final class Rows {
  private final int inputs;
  private final int outputs;
  private final List<Sparse> features = new ArrayList<>();
  private final List<float[]> targets = new ArrayList<>();
  private final List<Float> weights = new ArrayList<>();

  Rows(int inputs, int outputs) {
    this.inputs = inputs;
    this.outputs = outputs;
  }

  void add(float[] row, float[] target, float weight) {
    if (row.length != inputs) {
      throw new IllegalArgumentException(row.length + " inputs: expected " + inputs);
    }
    add(Sparse.of(row), target, weight);
  }

  void add(Sparse row, float[] target, float weight) {
    if (target.length != outputs) {
      throw new IllegalArgumentException(target.length + " targets: expected " + outputs);
    }
    features.add(row);
    targets.add(target);
    weights.add(weight);
  }

  int size() {
    return features.size();
  }

  int inputs() {
    return inputs;
  }

  int outputs() {
    return outputs;
  }

  float[] targets(int row) {
    return targets.get(row);
  }

  float[] features(int row) {
    float[] dense = new float[inputs];
    features.get(row).into(dense, 0);
    return dense;
  }

  /** The features of some rows, one after the other. */
  float[] features(List<Integer> rows) {
    float[] dense = new float[rows.size() * inputs];
    for (int i = 0; i < rows.size(); i++) {
      features.get(rows.get(i)).into(dense, i * inputs);
    }
    return dense;
  }

  float[] targets(List<Integer> rows) {
    float[] dense = new float[rows.size() * outputs];
    for (int i = 0; i < rows.size(); i++) {
      System.arraycopy(targets.get(rows.get(i)), 0, dense, i * outputs, outputs);
    }
    return dense;
  }

  float[] weights(List<Integer> rows) {
    float[] dense = new float[rows.size()];
    for (int i = 0; i < dense.length; i++) {
      dense[i] = weights.get(rows.get(i));
    }
    return dense;
  }
}
