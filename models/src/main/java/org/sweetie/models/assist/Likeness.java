package org.sweetie.models.assist;

import java.util.LinkedHashMap;
import java.util.Map;
import org.sweetie.models.encode.SentenceEncoder;

/**
 * How alike in meaning two English texts are: the cosine of their MiniLM vectors. Remembers the
 * vectors of the sentences it saw last. Safe for use by many threads.
 */
final class Likeness {
  private static final int REMEMBERED = 4_096;

  private final SentenceEncoder encoder = new SentenceEncoder();
  private final Map<String, float[]> vectors =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, float[]> eldest) {
          return size() > REMEMBERED;
        }
      };

  /** From 0, where they have nothing in common, to 1. */
  double of(String one, String other) {
    float[] a = vector(one);
    float[] b = vector(other);
    double product = 0;
    for (int i = 0; i < a.length; i++) {
      product += a[i] * b[i];
    }
    return Math.max(0, Math.min(1, product));
  }

  private float[] vector(String text) {
    synchronized (vectors) {
      float[] known = vectors.get(text);
      if (known != null) {
        return known;
      }
    }
    float[] vector = encoder.encode(text);
    synchronized (vectors) {
      vectors.put(text, vector);
    }
    return vector;
  }
}
