package org.sweetie.models.train;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.sweetie.engine.signal.Indicator;
import org.sweetie.models.classify.MessageClassifier;
import org.sweetie.models.classify.MessageFeatures;
import org.sweetie.models.classify.Voice;

/** Trains the message classifier: what each line does, and whose line it is. */
final class ClassifierTraining {
  /**
   * Most rows carry no act, so the network is best cut below .5 (tried on the dev split: .3); the
   * bias of its outputs for acts is moved so that .5 is that cut. The voices keep theirs.
   */
  private static final double BEST_CUT = 0.3;

  private final Readings readings;
  private final long seed;
  private final PrintStream report;

  ClassifierTraining(Readings readings, long seed, PrintStream report) {
    this.readings = readings;
    this.seed = seed;
    this.report = report;
  }

  /** The trained network as ONNX. */
  byte[] train(List<Labelled> conversations, int epochs) {
    Rows rows = new Rows(MessageFeatures.SIZE, MessageClassifier.OUTPUTS);
    Set<String> seen = new HashSet<>();
    for (Labelled conversation : conversations) {
      for (Labelled.Message message : conversation.messages()) {
        float[] target = target(conversation, message);
        String what = conversation.language() + " " + message.acts();
        if (seen.add(what + voice(conversation, message) + message.text())) {
          rows.add(readings.of(conversation, message).features(), target, 1);
        }
      }
    }
    report.println("messages to learn from: " + rows.size());
    MultiLayerNetwork network =
        Perceptron.train(
            rows,
            new Perceptron.Options(128, Activation.RELU, epochs, 128, 2e-3, 1e-7, 0.5, 0.5, seed),
            report);
    shiftCut(network.getOutputLayer().getParam("b"));
    return OnnxFile.of(network);
  }

  private static void shiftCut(INDArray bias) {
    float[] shift = new float[MessageClassifier.OUTPUTS];
    Arrays.fill(shift, 0, Indicator.values().length, (float) Math.log((1 - BEST_CUT) / BEST_CUT));
    bias.addi(Nd4j.create(shift).reshape(bias.shape()));
  }

  private static float[] target(Labelled conversation, Labelled.Message message) {
    float[] target = new float[MessageClassifier.OUTPUTS];
    message.acts().forEach(a -> target[a.ordinal()] = 1);
    int voice = voice(conversation, message);
    if (voice >= 0) {
      target[Indicator.values().length + voice] = 1;
    }
    return target;
  }

  /** The place of the voice among its kind; -1 where nobody approaches a child. */
  private static int voice(Labelled conversation, Labelled.Message message) {
    if (conversation.offender() == null) {
      return -1;
    }
    boolean approaching = message.author().equals(conversation.offender());
    return (approaching ? Voice.APPROACHING : Voice.APPROACHED).ordinal();
  }
}
