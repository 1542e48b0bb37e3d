package org.sweetie.console.measure;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.sweetie.engine.message.Conversation;
import org.sweetie.engine.message.Utterance;
import org.sweetie.engine.signal.Analyzer;
import org.sweetie.training.compose.Composer;

/**
 * Messages a second through all of reading, finding and deciding, beside the bare encoder on the
 * same texts in the same run.
 *
 * <p>What is read: conversations of {@value #LENGTH} messages, dealt from what {@link Composer}
 * composes of seed {@value #SEED}, half of them English and half in the nine other languages; the
 * language is not given. No text stands twice in what {@link Result#distinct} measures, so nothing
 * is gained there by remembering; {@link Result#asComposed} reads the conversations with the
 * repetitions they were composed with. The two sides take turns, one batch of conversations each,
 * so that what else the machine does hits both.
 */
public final class PipelineBench {
  /** Messages a conversation. */
  public static final int LENGTH = 20;

  /** How many workers read: the promise is made for two cores. */
  public static final int WORKERS = 2;

  private static final long SEED = 20_260_105;
  private static final int BATCH = 40;

  /** Enough for minutes on the machines of today; then it begins again with another seed. */
  private static final int COMPOSED = 1_000_000;

  private static final double WARM_UP = 0.2;
  private static final double DISTINCT = 0.6;

  private final Analyzer analyzer;
  private final Function<String, float[]> encoder;

  /** Guards against code that is thrown away because nobody looks at what it made. */
  private volatile double seen;

  /**
   * @param analyzer the whole pipeline; used by {@value #WORKERS} threads at once
   * @param encoder the bare encoder, without any memory of what it has seen; used likewise
   */
  public PipelineBench(Analyzer analyzer, Function<String, float[]> encoder) {
    this.analyzer = analyzer;
    this.encoder = encoder;
  }

  /**
   * One kind of input, measured.
   *
   * @param messages how many were read
   * @param pipeline messages a second through the whole pipeline
   * @param embedding messages a second through the bare encoder
   * @param cpuRatio of the processor time of a message, the bare encoder's by the pipeline's: the
   *     ratio as a machine that does nothing else would have it
   * @param halfHeapMegabytes the live heap after half of them
   * @param heapMegabytes the live heap after all of them
   */
  public record Rates(
      int messages,
      double pipeline,
      double embedding,
      double cpuRatio,
      double halfHeapMegabytes,
      double heapMegabytes) {
    /** The share of the encoder's rate that the whole pipeline reaches. */
    public double ratio() {
      return pipeline / embedding;
    }
  }

  /**
   * What was measured.
   *
   * @param distinct on conversations no text of which stands twice
   * @param asComposed on conversations as they were composed
   */
  public record Result(Rates distinct, Rates asComposed) {}

  /**
   * Measures.
   *
   * @param seconds how long all of it may take, above 0; a batch that has begun is ended
   */
  public Result run(double seconds) {
    measured(new Texts(SEED + 1, true), seconds * WARM_UP, 1);
    Rates distinct = measured(new Texts(SEED, true), seconds * DISTINCT, 2);
    Rates composed = measured(new Texts(SEED, false), seconds * (1 - WARM_UP - DISTINCT), 2);
    return new Result(distinct, composed);
  }

  /** A number of the last result: whoever may ask for it keeps the work from being thrown away. */
  public double seen() {
    return seen;
  }

  private Rates measured(Texts texts, double seconds, int batches) {
    Tally tally = new Tally();
    long half = (long) (seconds * 0.5e9);
    while (tally.spent() < half || tally.batches < batches / 2) {
      batch(texts, tally);
    }
    double halfHeap = Loading.liveMegabytes();
    int enough = Math.max(batches, 2 * tally.batches);
    while (tally.batches < enough) {
      batch(texts, tally);
    }
    return tally.rates(halfHeap, Loading.liveMegabytes());
  }

  private void batch(Texts texts, Tally tally) {
    List<Conversation> conversations = texts.next(BATCH);
    List<String> alone =
        conversations.stream().flatMap(c -> c.messages().stream()).map(Utterance::text).toList();
    boolean pipelineFirst = tally.batches % 2 == 0;
    if (pipelineFirst) {
      tally.pipeline.add(Workers.run(WORKERS, conversations, this::read));
    }
    tally.embedding.add(Workers.run(WORKERS, alone, this::embed));
    if (!pipelineFirst) {
      tally.pipeline.add(Workers.run(WORKERS, conversations, this::read));
    }
    tally.messages += alone.size();
    tally.batches++;
  }

  private void read(Conversation conversation) {
    seen = analyzer.analyze(conversation).risk();
  }

  private void embed(String text) {
    seen = encoder.apply(text)[0];
  }

  /** What was spent so far. */
  private static final class Tally {
    private int batches;
    private int messages;
    private final Workers.Spent pipeline = new Workers.Spent();
    private final Workers.Spent embedding = new Workers.Spent();

    long spent() {
      return pipeline.nanos() + embedding.nanos();
    }

    Rates rates(double halfHeap, double heap) {
      return new Rates(
          messages,
          messages * 1e9 / pipeline.nanos(),
          messages * 1e9 / embedding.nanos(),
          (double) embedding.cpuNanos() / pipeline.cpuNanos(),
          halfHeap,
          heap);
    }
  }

  /** Deals composed messages into conversations of one length. */
  static final class Texts {
    private final boolean distinct;
    private final Set<String> dealt = new HashSet<>();
    private long seed;
    private Iterator<Conversation> composed;
    private int made;

    Texts(long seed, boolean distinct) {
      this.seed = seed;
      this.distinct = distinct;
      this.composed = compose();
    }

    private Iterator<Conversation> compose() {
      return Composer.compose(seed, COMPOSED).map(c -> c.conversation()).iterator();
    }

    List<Conversation> next(int count) {
      List<Conversation> next = new ArrayList<>();
      while (next.size() < count) {
        next.add(one());
      }
      return next;
    }

    /** Messages of composed conversations of one language after another, until there are enough. */
    private Conversation one() {
      List<Utterance> messages = new ArrayList<>();
      String language = null;
      while (messages.size() < LENGTH) {
        Conversation source = source();
        String spoken = requireNonNull(source.language());
        if (language == null || language.equals(spoken)) {
          language = spoken;
          deal(source, messages);
        }
      }
      return new Conversation("bench-" + ++made, null, messages);
    }

    private Conversation source() {
      if (!composed.hasNext()) {
        seed++;
        composed = compose();
      }
      return composed.next();
    }

    private void deal(Conversation source, List<Utterance> to) {
      for (Utterance message : source.messages()) {
        if (to.size() < LENGTH && (!distinct || dealt.add(message.text()))) {
          to.add(new Utterance(to.size() + 1, message.author(), message.time(), message.text()));
        }
      }
    }
  }
}
