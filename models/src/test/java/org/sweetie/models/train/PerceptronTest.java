package org.sweetie.models.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.factory.Nd4j;

class PerceptronTest {
  private static final PrintStream QUIET = new PrintStream(OutputStream.nullOutputStream());

  @Test
  void writesAnOnnxModelThatAgreesWithTheNetworkToAHundredThousandth() throws OrtException {
    Rows rows = rows(3);
    MultiLayerNetwork network = Perceptron.train(rows, options(3), QUIET);
    List<Integer> all = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      all.add(i);
    }
    float[] expected =
        network
            .output(Nd4j.create(rows.features(all), new long[] {all.size(), 40}, 'c'))
            .dup('c')
            .reshape(all.size() * 5L)
            .toFloatVector();

    float[] served = served(OnnxFile.of(network), rows.features(all), all.size());

    assertThat(served).hasSameSizeAs(expected);
    for (int i = 0; i < served.length; i++) {
      assertThat(served[i]).isCloseTo(expected[i], within(1e-5f));
    }
  }

  @Test
  void givesTheSameBytesForTheSameSeedAndOthersForAnother() {
    byte[] once = OnnxFile.of(Perceptron.train(rows(3), options(3), QUIET));

    assertThat(OnnxFile.of(Perceptron.train(rows(3), options(3), QUIET))).isEqualTo(once);
    assertThat(OnnxFile.of(Perceptron.train(rows(3), options(4), QUIET))).isNotEqualTo(once);
  }

  @Test
  void learnsWhatTheRowsSay() throws OrtException {
    Rows rows = rows(3);
    byte[] model = OnnxFile.of(Perceptron.train(rows, options(3), QUIET));
    int right = 0;

    for (int i = 0; i < rows.size(); i++) {
      float[] y = served(model, rows.features(i), 1);
      right += y[0] >= 0.5f == rows.targets(i)[0] >= 0.5f ? 1 : 0;
    }

    assertThat(right).isGreaterThan(rows.size() * 9 / 10);
  }

  private static Perceptron.Options options(long seed) {
    return new Perceptron.Options(8, Activation.RELU, 8, 16, 1e-2, 1e-6, 0.9, 0.9, seed);
  }

  private static Rows rows(long seed) {
    Random random = new Random(seed);
    Rows rows = new Rows(40, 5);
    for (int i = 0; i < 300; i++) {
      float[] x = new float[40];
      float[] y = new float[5];
      for (int j = 0; j < 40; j++) {
        x[j] = random.nextInt(4) == 0 ? random.nextFloat() : 0;
      }
      y[0] = random.nextBoolean() ? 1 : 0;
      x[0] = y[0];
      x[1] = 1 - y[0];
      rows.add(x, y, 1);
    }
    return rows;
  }

  private static float[] served(byte[] model, float[] x, long rows) throws OrtException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OrtSession session = environment.createSession(model);
        OnnxTensor input =
            OnnxTensor.createTensor(
                environment, FloatBuffer.wrap(x), new long[] {rows, x.length / rows});
        OrtSession.Result result = session.run(Map.of("x", input))) {
      FloatBuffer y = ((OnnxTensor) result.get(0)).getFloatBuffer();
      float[] out = new float[y.remaining()];
      y.get(out);
      return out;
    }
  }
}
