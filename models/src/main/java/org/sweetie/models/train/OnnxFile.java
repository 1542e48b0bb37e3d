package org.sweetie.models.train;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Locale;
import onnx.Onnx.AttributeProto;
import onnx.Onnx.GraphProto;
import onnx.Onnx.ModelProto;
import onnx.Onnx.NodeProto;
import onnx.Onnx.OperatorSetIdProto;
import onnx.Onnx.TensorProto;
import onnx.Onnx.TensorShapeProto;
import onnx.Onnx.TypeProto;
import onnx.Onnx.ValueInfoProto;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.protobuf.ByteString;

/**
 * Writes a DL4J network of dense layers as ONNX (IR 8, opset 13): input {@code x} [batch, n],
 * output {@code y} [batch, m].
 */
final class OnnxFile {
  private static final int IR = 8;
  private static final int OPSET = 13;

  private final GraphProto.Builder graph = GraphProto.newBuilder().setName("sweetie");

  private OnnxFile() {}

  static byte[] of(MultiLayerNetwork network) {
    OnnxFile file = new OnnxFile();
    int layers = network.getnLayers();
    String x = "x";
    for (int i = 0; i < layers; i++) {
      FeedForwardLayer layer =
          (FeedForwardLayer) network.getLayerWiseConfigurations().getConf(i).getLayer();
      x =
          file.dense(
              layer,
              network.getLayer(i).getParam("W"),
              network.getLayer(i).getParam("b"),
              x,
              i,
              i == layers - 1);
    }
    file.graph.addInput(value("x", network.layerInputSize(0)));
    file.graph.addOutput(value("y", network.layerSize(layers - 1)));
    return ModelProto.newBuilder()
        .setIrVersion(IR)
        .setProducerName("sweetie")
        .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(OPSET))
        .setGraph(file.graph)
        .build()
        .toByteArray();
  }

  private String dense(
      FeedForwardLayer layer, INDArray w, INDArray b, String x, int i, boolean last) {
    tensor("w" + i, new long[] {layer.getNIn(), layer.getNOut()}, w);
    tensor("b" + i, new long[] {layer.getNOut()}, b);
    node("MatMul", List.of(x, "w" + i), "m" + i);
    node("Add", List.of("m" + i, "b" + i), "a" + i);
    String out = last ? "y" : "h" + i;
    node(operator(layer), List.of("a" + i), out);
    return out;
  }

  private static String operator(FeedForwardLayer layer) {
    String name = layer.getActivationFn().toString().toLowerCase(Locale.ROOT);
    return switch (name) {
      case "relu" -> "Relu";
      case "tanh" -> "Tanh";
      case "sigmoid" -> "Sigmoid";
      default ->
          throw new TrainingFailed(
              "activation " + name + " cannot be written: use relu, tanh or sigmoid", null);
    };
  }

  private void node(String operator, List<String> inputs, String output) {
    graph.addNode(
        NodeProto.newBuilder()
            .setOpType(operator)
            .setName(output + "_node")
            .addAllInput(inputs)
            .addOutput(output)
            .addAllAttribute(List.<AttributeProto>of()));
  }

  private void tensor(String name, long[] shape, INDArray values) {
    float[] flat = values.dup('c').reshape(new long[] {values.length()}).toFloatVector();
    ByteBuffer bytes = ByteBuffer.allocate(4 * flat.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(flat);
    TensorProto.Builder tensor =
        TensorProto.newBuilder()
            .setName(name)
            .setDataType(TensorProto.DataType.FLOAT_VALUE)
            .setRawData(ByteString.copyFrom(bytes));
    for (long size : shape) {
      tensor.addDims(size);
    }
    graph.addInitializer(tensor);
  }

  private static ValueInfoProto value(String name, long columns) {
    TensorShapeProto shape =
        TensorShapeProto.newBuilder()
            .addDim(TensorShapeProto.Dimension.newBuilder().setDimParam("batch"))
            .addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(columns))
            .build();
    TypeProto.Tensor tensor = TypeProto.Tensor.newBuilder().setElemType(1).setShape(shape).build();
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(TypeProto.newBuilder().setTensorType(tensor))
        .build();
  }
}
