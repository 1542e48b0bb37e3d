package org.sweetie.models.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class SentenceEncoderTest {
  private static final SentenceEncoder ENCODER = new SentenceEncoder();

  @AfterAll
  static void close() {
    ENCODER.close();
  }

  @Test
  void agreesWithThePublishedPipelineOfTheSameModel() {
    var published = new AllMiniLmL6V2QuantizedEmbeddingModel();

    for (String text :
        List.of("How do I reset my password?", "Mi-am uitat parola", "Tell me a joke")) {
      float[] ours = ENCODER.encode(text);
      float[] theirs = published.embed(text).content().vector();

      assertThat(dot(ours, theirs)).isCloseTo(1, within(1e-5));
    }
  }

  @Test
  void putsSentencesOfLikeMeaningCloser() {
    float[] asked = ENCODER.encode("How do I reset my password?");

    double like = dot(asked, ENCODER.encode("I forgot my password, help"));
    double unlike = dot(asked, ENCODER.encode("The cat sat on the mat"));

    assertThat(like).isGreaterThan(unlike + 0.3);
  }

  @Test
  void givesTheSameBitsEachTime() {
    float[] once = ENCODER.encode("see you at practice tomorrow");
    ENCODER.encode("something else in between");

    assertThat(ENCODER.encode("see you at practice tomorrow")).isEqualTo(once);
  }

  @Test
  void givesUnitLengthAndZeroForNothing() {
    assertThat(dot(ENCODER.encode("ok"), ENCODER.encode("ok"))).isCloseTo(1, within(1e-6));
    assertThat(ENCODER.encode("")).containsOnly(0f);
    assertThat(ENCODER.encode("  ")).containsOnly(0f);
  }

  @Test
  @Timeout(10)
  void readsAMillionCharactersAsFastAsItsEnds() {
    String long1 = "word ".repeat(200_000);
    String long2 = "\ud800".repeat(500_000) + "x".repeat(500_000);

    assertThat(ENCODER.encode(long1)).hasSize(SentenceEncoder.DIMENSIONS);
    assertThat(ENCODER.encode(long2)).hasSize(SentenceEncoder.DIMENSIONS);
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
