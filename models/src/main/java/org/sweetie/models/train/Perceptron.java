package org.sweetie.models.train;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions;

/** Trains a network of one hidden layer and sigmoid outputs; the same seed gives the same bytes. */
final class Perceptron {
  private Perceptron() {}

  /**
   * How to train.
   *
   * @param keptInputs the share of inputs kept in training (dropout), above 0, up to 1
   * @param keptHidden the same for the hidden layer
   */
  record Options(
      int hidden,
      Activation activation,
      int epochs,
      int batch,
      double rate,
      double l2,
      double keptInputs,
      double keptHidden,
      long seed) {}

  static MultiLayerNetwork train(Rows rows, Options options, PrintStream report) {
    Nd4j.getRandom().setSeed(options.seed());
    MultiLayerNetwork network = network(rows, options);
    Random random = new Random(options.seed());
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      order.add(i);
    }
    for (int epoch = 0; epoch < options.epochs(); epoch++) {
      Collections.shuffle(order, random);
      for (int at = 0; at < order.size(); at += options.batch()) {
        network.fit(batch(rows, order.subList(at, Math.min(order.size(), at + options.batch()))));
      }
      report.println("epoch " + (epoch + 1) + " loss " + network.score());
    }
    return network;
  }

  private static DataSet batch(Rows rows, List<Integer> which) {
    long n = which.size();
    DataSet batch =
        new DataSet(
            Nd4j.create(rows.features(which), new long[] {n, rows.inputs()}, 'c'),
            Nd4j.create(rows.targets(which), new long[] {n, rows.outputs()}, 'c'));
    batch.setLabelsMaskArray(Nd4j.create(rows.weights(which), new long[] {n, 1}, 'c'));
    return batch;
  }

  private static MultiLayerNetwork network(Rows rows, Options options) {
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .seed(options.seed())
                .dataType(DataType.FLOAT)
                .updater(new Adam(options.rate()))
                .l2(options.l2())
                .weightInit(WeightInit.XAVIER)
                .list()
                .layer(
                    new DenseLayer.Builder()
                        .nIn(rows.inputs())
                        .nOut(options.hidden())
                        .activation(options.activation())
                        .dropOut(options.keptInputs())
                        .build())
                .layer(
                    new OutputLayer.Builder(LossFunctions.LossFunction.XENT)
                        .nIn(options.hidden())
                        .nOut(rows.outputs())
                        .activation(Activation.SIGMOID)
                        .dropOut(options.keptHidden())
                        .build())
                .build());
    network.init();
    return network;
  }
}
