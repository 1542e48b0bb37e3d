package org.sweetie.models.classify;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sweetie.models.encode.ModelUnusable;

/**
 * A model with one input {@code x} [batch, n] and one output {@code y} [batch, m], one row a run on
 * one thread, so that a row gives the same bits in any company. Loads on first use.
 */
final class Served {
  private final String name;
  private final byte[] model;
  private @Nullable OrtSession session;

  Served(String name, byte[] model) {
    this.name = name;
    this.model = model.clone();
  }

  float[] run(float[] row) {
    OrtSession loaded = session();
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    long[] shape = {1, row.length};
    try (OnnxTensor x = OnnxTensor.createTensor(environment, FloatBuffer.wrap(row), shape);
        OrtSession.Result result = loaded.run(Map.of("x", x))) {
      FloatBuffer y = ((OnnxTensor) result.get(0)).getFloatBuffer();
      float[] out = new float[y.remaining()];
      y.get(out);
      return out;
    } catch (OrtException e) {
      throw new ModelUnusable(name + " failed on a row of " + row.length, e);
    }
  }

  private synchronized OrtSession session() {
    if (session == null) {
      try {
        OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        options.setIntraOpNumThreads(1);
        options.setInterOpNumThreads(1);
        session = OrtEnvironment.getEnvironment().createSession(model, options);
      } catch (OrtException | LinkageError e) {
        throw new ModelUnusable("ONNX Runtime cannot load " + name, e);
      }
    }
    return session;
  }
}
