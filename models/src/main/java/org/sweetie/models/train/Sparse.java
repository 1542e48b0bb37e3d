package org.sweetie.models.train;

import org.sweetie.models.classify.MessageFeatures;

/** A row of mostly zeros, kept small: a corpus of a hundred thousand dense rows would fill 3 GB. */
record Sparse(int[] at, float[] values) {
  static Sparse of(float[] row) {
    int count = 0;
    for (float value : row) {
      count += value != 0 ? 1 : 0;
    }
    int[] at = new int[count];
    float[] values = new float[count];
    int next = 0;
    for (int i = 0; i < row.length; i++) {
      if (row[i] != 0) {
        at[next] = i;
        values[next++] = row[i];
      }
    }
    return new Sparse(at, values);
  }

  void into(float[] rows, int offset) {
    for (int i = 0; i < at.length; i++) {
      rows[offset + at[i]] = values[i];
    }
  }

  /** The row as it was, with its zeros. */
  float[] dense() {
    float[] row = new float[MessageFeatures.SIZE];
    into(row, 0);
    return row;
  }
}
