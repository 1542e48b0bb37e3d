package org.sweetie.models.train;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.sweetie.engine.signal.Indicator;
import org.sweetie.models.classify.MessageClassifier;
import org.sweetie.models.classify.MessageFeatures;
import org.sweetie.models.classify.MessageScorer;
import org.sweetie.models.classify.RiskFeatures;
import org.sweetie.models.classify.RiskModel;
import org.sweetie.models.classify.RunningRisk;
import org.sweetie.models.classify.Signs;
import org.sweetie.models.encode.SentenceEncoder;
import org.sweetie.models.language.Pool;
import org.sweetie.models.rules.Rules;
import org.sweetie.models.tokens.Tokenizer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes both models and their card from a corpus folder and a seed.
 *
 * <p>The message classifier learns from the train split. The conversation model learns from the
 * scores it gives on three quarters of the dev split, whose wordings it has not seen: on the train
 * split it would be surer than it ever is in use. The other quarter sets the threshold; the test
 * split is only measured.
 */
public final class TrainAll {
  private static final double MOST_FALSE_ALARMS = 0.002;

  /**
   * Most rows carry no act, so the network is best cut below .5 (tried on the dev split: .3); the
   * bias of its outputs is moved so that .5 is that cut.
   */
  private static final double BEST_CUT = 0.3;

  private static final int NOISY = 2;
  private static final double SEEN_WRONGLY = 0.06;
  private static final double MISSED = 0.15;

  private final Path corpus;
  private final long seed;
  private final PrintStream report;
  private final MessageScorer scorer =
      new MessageScorer(Tokenizer.load(), new SentenceEncoder(), new Rules());
  private final ObjectNode card = JsonMapper.shared().createObjectNode();

  private TrainAll(Path corpus, long seed, PrintStream report) {
    this.corpus = corpus;
    this.seed = seed;
    this.report = report;
  }

  /** Arguments: corpus folder, seed, folder the models go to. */
  public static void main(String[] args) {
    if (args.length != 3 || !args[1].matches("-?\\d{1,18}")) {
      System.err.println(
          "given "
              + String.join(" ", args)
              + "; expected CORPUS SEED TARGET; try: corpus 1 models");
      System.exit(2);
    }
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    new TrainAll(Path.of(args[0]), Long.parseLong(args[1]), out).run(Path.of(args[2]));
  }

  private void run(Path target) {
    List<Labelled> train = conversations("train.jsonl");
    List<Labelled> lines = conversations("lines-train.jsonl");
    List<Labelled> dev = conversations("dev.jsonl");
    List<Labelled> test = conversations("test.jsonl");
    report.println("train " + train.size() + " dev " + dev.size() + " test " + test.size());
    byte[] messages = classifier(train, lines);
    MessageClassifier classifier = new MessageClassifier(messages);
    report.println("classifier trained");
    byte[] risk = riskModel(part(dev, true), classifier);
    double threshold = threshold(new RiskModel(risk, 0.5), classifier, part(dev, false));
    describe(train, lines, threshold);
    measure("dev", classifier, new RiskModel(risk, threshold), dev);
    measure("test", classifier, new RiskModel(risk, threshold), test);
    write(target, messages, risk);
  }

  private List<Labelled> conversations(String file) {
    List<Labelled> all = new ArrayList<>();
    Labelled.forEach(corpus.resolve(file), all::add);
    return all;
  }

  // --- messages

  private byte[] classifier(List<Labelled> conversations, List<Labelled> lines) {
    Rows rows = new Rows(MessageFeatures.SIZE, Indicator.values().length);
    Set<String> seen = new HashSet<>();
    for (Labelled conversation : conversations) {
      addRows(conversation, rows, seen);
    }
    for (Labelled line : lines) {
      addRows(line, rows, seen);
    }
    report.println("messages to learn from: " + rows.size());
    MultiLayerNetwork network =
        Perceptron.train(
            rows,
            new Perceptron.Options(128, Activation.RELU, 12, 128, 2e-3, 1e-7, 0.5, 0.5, seed),
            report);
    network.getOutputLayer().getParam("b").addi(Math.log((1 - BEST_CUT) / BEST_CUT));
    return OnnxFile.of(network);
  }

  private void addRows(Labelled conversation, Rows rows, Set<String> seen) {
    for (Labelled.Message message : conversation.messages()) {
      if (seen.add(conversation.language() + " " + message.acts() + " " + message.text())) {
        float[] target = new float[Indicator.values().length];
        message.acts().forEach(a -> target[a.ordinal()] = 1);
        rows.add(scorer.features(read(conversation, message)), target, 1);
      }
    }
  }

  private MessageScorer.Read read(Labelled conversation, Labelled.Message message) {
    return scorer.read(message.text(), Pool.readersOf(conversation.language()));
  }

  // --- conversations

  private byte[] riskModel(List<Labelled> learn, MessageClassifier classifier) {
    Rows rows = new Rows(RiskFeatures.SIZE, 1);
    addRisks(learn, classifier, rows);
    report.println("prefixes to learn from: " + rows.size());
    MultiLayerNetwork network =
        Perceptron.train(
            rows,
            new Perceptron.Options(24, Activation.TANH, 12, 64, 1e-3, 1e-4, 1, 0.8, seed),
            report);
    return OnnxFile.of(network);
  }

  /** Three quarters of the conversations, or the other quarter. */
  private static List<Labelled> part(List<Labelled> all, boolean most) {
    return all.stream().filter(l -> (Math.floorMod(l.id().hashCode(), 4) > 0) == most).toList();
  }

  /** Each conversation as it was read, then again with scores that err more often. */
  private void addRisks(List<Labelled> conversations, MessageClassifier with, Rows rows) {
    Random random = new Random(seed);
    for (Labelled conversation : conversations) {
      List<Signs> signs = new ArrayList<>();
      conversation.messages().forEach(m -> signs.add(signs(conversation, m, with)));
      addRisks(conversation, signs, rows);
      for (int i = 0; i < NOISY; i++) {
        addRisks(conversation, signs.stream().map(s -> noisy(s, random)).toList(), rows);
      }
    }
  }

  private static void addRisks(Labelled conversation, List<Signs> signs, Rows rows) {
    RiskFeatures features = new RiskFeatures();
    Map<String, float[]> last = new LinkedHashMap<>();
    for (int i = 0; i < signs.size(); i++) {
      String author = conversation.messages().get(i).author();
      float[] row = features.next(author, signs.get(i));
      rows.add(row, target(conversation, author), 0.3f);
      last.put(author, row);
    }
    last.forEach((author, row) -> rows.add(row, target(conversation, author), 1));
  }

  private static float[] target(Labelled conversation, String author) {
    return new float[] {author.equals(conversation.offender()) ? 1 : 0};
  }

  /**
   * On text of strangers the classifier errs more: acts it sees that are none, and acts it misses.
   */
  private static Signs noisy(Signs signs, Random random) {
    double[] scores = signs.scores();
    if (random.nextDouble() < SEEN_WRONGLY) {
      scores[random.nextInt(scores.length)] = 0.5 + random.nextDouble() / 2;
    }
    for (int i = 0; i < scores.length; i++) {
      scores[i] *= scores[i] > 0.2 && random.nextDouble() < MISSED ? random.nextDouble() : 1;
    }
    return new Signs(scores, signs.cues());
  }

  private Signs signs(Labelled conversation, Labelled.Message message, MessageClassifier with) {
    MessageScorer.Read read = read(conversation, message);
    return new Signs(scorer.scores(read, with), read.rules().cues());
  }

  // --- threshold and measures

  private record Outcome(boolean positive, String language, double highest) {}

  private List<Outcome> outcomes(
      RiskModel model, MessageClassifier classifier, List<Labelled> conversations) {
    List<Outcome> outcomes = new ArrayList<>();
    for (Labelled conversation : conversations) {
      RunningRisk running = new RunningRisk(model);
      double highest = 0;
      for (Labelled.Message message : conversation.messages()) {
        Signs signs = signs(conversation, message, classifier);
        highest = Math.max(highest, running.next(message.author(), signs));
      }
      outcomes.add(new Outcome(conversation.offender() != null, conversation.language(), highest));
    }
    return outcomes;
  }

  /** The lowest threshold that keeps false alarms on the dev split under the limit, at least .5. */
  private double threshold(RiskModel model, MessageClassifier classifier, List<Labelled> dev) {
    double[] harmless =
        outcomes(model, classifier, dev).stream()
            .filter(o -> !o.positive())
            .mapToDouble(Outcome::highest)
            .sorted()
            .toArray();
    int allowed = (int) (harmless.length * MOST_FALSE_ALARMS);
    double threshold = harmless.length == 0 ? 0.5 : harmless[harmless.length - 1 - allowed] + 1e-4;
    return Math.round(Math.min(0.95, Math.max(0.5, threshold)) * 1e4) / 1e4;
  }

  private void measure(
      String split, MessageClassifier classifier, RiskModel model, List<Labelled> conversations) {
    ObjectNode to = card.putObject(split);
    messageMeasures(classifier, conversations, to);
    Map<String, int[]> counts = new TreeMap<>();
    for (Outcome outcome : outcomes(model, classifier, conversations)) {
      boolean flagged = outcome.highest() >= model.threshold();
      int cell = (outcome.positive() ? 0 : 2) + (flagged ? 0 : 1);
      counts.computeIfAbsent("all", l -> new int[4])[cell]++;
      counts.computeIfAbsent(outcome.language(), l -> new int[4])[cell]++;
    }
    counts.forEach((language, c) -> conversationMeasures(split, language, c, to));
  }

  private void conversationMeasures(String split, String language, int[] c, ObjectNode to) {
    double precision = c[0] + c[2] == 0 ? 0 : (double) c[0] / (c[0] + c[2]);
    double recall = c[0] + c[1] == 0 ? 0 : (double) c[0] / (c[0] + c[1]);
    double f =
        precision + recall == 0 ? 0 : 1.25 * precision * recall / (0.25 * precision + recall);
    ObjectNode node = to.putObject(language);
    node.put("conversations", Arrays.stream(c).sum());
    node.put("precision", round(precision)).put("recall", round(recall)).put("f05", round(f));
    node.put("falseAlarms", c[2]);
    report.println(split + " " + language + " " + node);
  }

  private void messageMeasures(
      MessageClassifier classifier, List<Labelled> conversations, ObjectNode to) {
    int acts = Indicator.values().length;
    int[][] counts = new int[acts][3];
    for (Labelled conversation : conversations) {
      for (Labelled.Message message : conversation.messages()) {
        double[] scores = scorer.scores(read(conversation, message), classifier);
        for (Indicator act : Indicator.values()) {
          boolean is = message.acts().contains(act);
          boolean found = scores[act.ordinal()] >= 0.5;
          if (is || found) {
            counts[act.ordinal()][is && found ? 0 : is ? 1 : 2]++;
          }
        }
      }
    }
    ObjectNode node = to.putObject("acts");
    for (Indicator act : Indicator.values()) {
      int[] c = counts[act.ordinal()];
      ObjectNode one = node.putObject(act.wire());
      one.put("precision", round(c[0] + c[2] == 0 ? 0 : (double) c[0] / (c[0] + c[2])));
      one.put("recall", round(c[0] + c[1] == 0 ? 0 : (double) c[0] / (c[0] + c[1])));
      report.println(act.wire() + " " + one);
    }
  }

  private static double round(double value) {
    return Math.round(value * 1e4) / 1e4;
  }

  // --- files

  private void describe(List<Labelled> train, List<Labelled> lines, double threshold) {
    card.put("threshold", threshold);
    card.put("seed", seed);
    card.put("trainConversations", train.size());
    card.put("trainLines", lines.size());
  }

  private void write(Path target, byte[] messages, byte[] risk) {
    card.put("messagesSha256", sha256(messages));
    card.put("riskSha256", sha256(risk));
    try {
      Files.createDirectories(target);
      Files.write(target.resolve(MessageClassifier.FILE), messages);
      Files.write(target.resolve(RiskModel.FILE), risk);
      String json = JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(card);
      Files.writeString(target.resolve(RiskModel.CARD), json + "\n");
    } catch (IOException e) {
      throw new TrainingFailed("cannot write the models to " + target, e);
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
