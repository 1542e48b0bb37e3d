package org.sweetie.console.measure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.DoubleConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.message.Conversation;
import org.sweetie.engine.signal.Analyzer;
import org.sweetie.engine.signal.ConversationFindings;
import org.sweetie.engine.signal.Indicator;
import org.sweetie.engine.signal.IndicatorSpan;
import org.sweetie.engine.signal.MessageFindings;
import org.sweetie.models.evaluate.ActCounts;
import org.sweetie.models.evaluate.AnalyzerDetector;
import org.sweetie.models.evaluate.Detector;
import org.sweetie.models.evaluate.Disguise;
import org.sweetie.models.evaluate.Judged;
import org.sweetie.models.evaluate.Running;
import org.sweetie.training.corpus.LabelledConversation;
import org.sweetie.training.load.ConversationSource;

/**
 * Reads labelled conversations with the analyzer and with baselines, on all cores, and keeps what
 * they said; of the conversations themselves nothing is kept. The order of the results is that of
 * the source, whatever the cores do.
 */
public final class Evaluation {
  /** The analyzer's name in tables. */
  public static final String SHIPPED = "sweetie";

  /**
   * Conversations on which disguises are tried, the first ones: each is read once more for each.
   */
  static final int DISGUISED = 1_000;

  private static final int AHEAD = 16;

  private final Analyzer analyzer;
  private final List<? extends Detector> baselines;
  private final boolean disguises;
  private final long seed;
  private final Map<String, List<Judged>> judged = new LinkedHashMap<>();
  private final Map<Disguise, List<Judged>> disguised = new EnumMap<>(Disguise.class);
  private final ActCounts acts = new ActCounts();
  private long messages;

  /**
   * @param baselines read the same conversations
   * @param disguises whether the analyzer also reads each conversation in every disguise
   * @param seed of the disguises
   */
  public Evaluation(
      Analyzer analyzer, List<? extends Detector> baselines, boolean disguises, long seed) {
    this.analyzer = analyzer;
    this.baselines = List.copyOf(baselines);
    this.disguises = disguises;
    this.seed = seed;
    judged.put(SHIPPED, new ArrayList<>());
    baselines.forEach(b -> judged.put(b.name(), new ArrayList<>()));
  }

  /** What was said of one conversation. */
  private record One(
      LabelledConversation of,
      ConversationFindings found,
      Map<String, Judged> judged,
      Map<Disguise, Judged> disguised) {}

  /**
   * Reads everything a source has.
   *
   * @param share told how much of the source was read, 0 to 1
   */
  public void read(ConversationSource source, DoubleConsumer share) {
    int cores = Runtime.getRuntime().availableProcessors();
    ExecutorService pool = Executors.newFixedThreadPool(cores, Evaluation::daemon);
    try {
      Deque<Future<One>> waiting = new ArrayDeque<>();
      long number = 0;
      for (Optional<LabelledConversation> c = source.next(); c.isPresent(); c = source.next()) {
        LabelledConversation one = c.get();
        boolean disguise = disguises && number++ < DISGUISED;
        waiting.add(pool.submit(() -> one(one, disguise)));
        if (waiting.size() >= AHEAD * cores) {
          keep(waiting.remove());
        }
        share.accept(source.share());
      }
      while (!waiting.isEmpty()) {
        keep(waiting.remove());
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "evaluate");
    thread.setDaemon(true);
    return thread;
  }

  private One one(LabelledConversation labelled, boolean disguise) {
    Conversation conversation = labelled.conversation();
    ConversationFindings found = analyzer.analyze(conversation);
    Map<String, Judged> said = new HashMap<>();
    said.put(SHIPPED, judged(labelled, AnalyzerDetector.running(conversation, found)));
    for (Detector baseline : baselines) {
      said.put(baseline.name(), judged(labelled, baseline.read(conversation)));
    }
    Map<Disguise, Judged> inDisguise = new EnumMap<>(Disguise.class);
    if (disguise) {
      Detector shipped = new AnalyzerDetector(SHIPPED, analyzer);
      for (Disguise d : Disguise.values()) {
        inDisguise.put(d, judged(labelled, shipped.read(d.of(conversation, seed))));
      }
    }
    return new One(labelled, found, said, inDisguise);
  }

  private static Judged judged(LabelledConversation labelled, Running running) {
    Conversation conversation = labelled.conversation();
    return new Judged(
        conversation.id(),
        Objects.requireNonNullElse(conversation.language(), "unknown"),
        labelled.labels().register(),
        labelled.labels().offender(),
        running);
  }

  private void keep(Future<One> done) {
    One one = get(done);
    judged.forEach((name, list) -> list.add(Objects.requireNonNull(one.judged().get(name))));
    one.disguised().forEach((d, j) -> disguised.computeIfAbsent(d, k -> new ArrayList<>()).add(j));
    List<MessageFindings> found = one.found().messages();
    for (int i = 0; i < found.size(); i++) {
      acts.add(one.of().acts().get(i), names(found.get(i)));
      messages++;
    }
  }

  private static Set<Indicator> names(MessageFindings found) {
    return found.indicators().stream().map(IndicatorSpan::name).collect(Collectors.toSet());
  }

  private static One get(Future<One> done) {
    try {
      return done.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a conversation could not be read", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while reading", e);
    }
  }

  /** What each detector said, by name; the analyzer first. */
  public Map<String, List<Judged>> judged() {
    return judged;
  }

  /** What the analyzer said, in the order of the source. */
  public List<Judged> shipped() {
    return Objects.requireNonNull(judged.get(SHIPPED));
  }

  /** What the analyzer said of the first {@value #DISGUISED} conversations in disguise. */
  public Map<Disguise, List<Judged>> disguised() {
    return disguised;
  }

  /** Indicators message by message; null where the source labels none. */
  public @Nullable ActCounts acts() {
    return acts.isEmpty() ? null : acts;
  }

  /** How many messages were read. */
  public long messages() {
    return messages;
  }

  /** The hash over what the analyzer depends on. */
  public String model() {
    return analyzer.model();
  }
}
