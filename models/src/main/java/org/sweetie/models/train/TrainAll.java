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
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.sweetie.engine.signal.Indicator;
import org.sweetie.models.classify.MessageClassifier;
import org.sweetie.models.classify.RiskModel;
import org.sweetie.models.classify.RunningRisk;
import org.sweetie.models.classify.Signs;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes both models and their card from a corpus folder and a seed.
 *
 * <p>The message classifier learns from the train split. The conversation model must see it err as
 * it errs on strangers. So the authors of conversations written whole are parted in two halves,
 * each with every language that has two authors; each half is read by a classifier that was trained
 * on the other. The conversation model learns from these readings and from the composed
 * conversations of the dev split; its probabilities are calibrated, and the threshold is set, by
 * what a model that learned from one half says of the other. The test split is only measured.
 */
public final class TrainAll {
  private static final int HALVES = 2;
  private static final int EPOCHS = 10;

  private final Path corpus;
  private final long seed;
  private final PrintStream report;
  private final Readings readings = new Readings();
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
    for (List<Labelled> part : List.of(train, lines, dev, test)) {
      readings.add(part);
      report.println("read " + part.size());
    }
    Halves halves = new Halves(train);
    List<Heard> strangers = readByStrangers(train, lines, halves);
    byte[] messages = classifier(train, lines);
    MessageClassifier classifier = new MessageClassifier(messages);
    List<Heard> held = dev.stream().map(c -> hear(c, classifier)).toList();
    List<Judgement> judgements = judgeStrangers(strangers, held, halves);
    Calibration calibration = Calibration.of(judgements.stream().map(Judgement::asFinal).toList());
    double threshold = threshold(judgements, calibration);
    report.println("calibrated " + calibration + " threshold " + threshold);
    List<Heard> all = new ArrayList<>(strangers);
    all.addAll(held);
    MultiLayerNetwork network = riskNetwork(all);
    calibration.into(network);
    byte[] risk = OnnxFile.of(network);
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

  private byte[] classifier(List<Labelled> train, List<Labelled> lines) {
    List<Labelled> all = new ArrayList<>(train);
    all.addAll(lines);
    return new ClassifierTraining(readings, seed, report).train(all, EPOCHS);
  }

  /** A conversation and what a classifier made of each of its messages. */
  private record Heard(Labelled conversation, List<Signs> signs) {}

  private Heard hear(Labelled conversation, MessageClassifier with) {
    List<Signs> signs = new ArrayList<>();
    conversation.messages().forEach(m -> signs.add(readings.signs(conversation, m, with)));
    return new Heard(conversation, signs);
  }

  private List<Heard> readByStrangers(List<Labelled> train, List<Labelled> lines, Halves halves) {
    List<Heard> heard = new ArrayList<>();
    for (int half = 0; half < HALVES; half++) {
      int out = half;
      List<Labelled> without = train.stream().filter(c -> halves.of(c) != out).toList();
      MessageClassifier stranger = new MessageClassifier(classifier(without, lines));
      train.stream().filter(c -> halves.of(c) == out).forEach(c -> heard.add(hear(c, stranger)));
    }
    return heard;
  }

  // --- conversations

  private MultiLayerNetwork riskNetwork(List<Heard> heard) {
    RiskTraining risks = new RiskTraining(seed, report);
    heard.forEach(h -> risks.add(h.conversation(), h.signs(), 1));
    return risks.train();
  }

  /**
   * What is said of a conversation by a model that read nothing of its author.
   *
   * @param last the risk after its last message
   * @param highest the highest on the way
   */
  private record Judgement(boolean positive, double last, double highest) {
    Calibration.Judged asFinal() {
      return new Calibration.Judged(last, positive);
    }
  }

  private List<Judgement> judgeStrangers(List<Heard> strangers, List<Heard> held, Halves halves) {
    List<Judgement> judgements = new ArrayList<>();
    for (int half = 0; half < HALVES; half++) {
      int out = half;
      List<Heard> others =
          new ArrayList<>(held.stream().filter(h -> halves.of(h.conversation()) != out).toList());
      strangers.stream().filter(h -> halves.of(h.conversation()) != out).forEach(others::add);
      RiskModel model = new RiskModel(OnnxFile.of(riskNetwork(others)), 0.5);
      strangers.stream()
          .filter(h -> halves.of(h.conversation()) == out)
          .forEach(h -> judgements.add(judge(h, model)));
    }
    return judgements;
  }

  private static Judgement judge(Heard heard, RiskModel model) {
    RunningRisk running = new RunningRisk(model);
    double highest = 0;
    double last = 0;
    for (int i = 0; i < heard.signs().size(); i++) {
      String author = heard.conversation().messages().get(i).author();
      last = running.next(author, heard.signs().get(i));
      highest = Math.max(highest, last);
    }
    return new Judgement(heard.conversation().offender() != null, last, highest);
  }

  /** The threshold with the best F0.5 on what strangers judged; between .5 and .95. */
  private static double threshold(List<Judgement> judgements, Calibration calibration) {
    double best = 0;
    double threshold = 0.5;
    for (double at = 0.5; at <= 0.95; at += 0.01) {
      double f = f05(judgements, calibration, at);
      if (f > best) {
        best = f;
        threshold = at;
      }
    }
    return Math.round(threshold * 1e4) / 1e4;
  }

  private static double f05(List<Judgement> judgements, Calibration calibration, double at) {
    int[] counts = new int[4];
    for (Judgement one : judgements) {
      boolean flagged = calibration.of(one.highest()) >= at;
      counts[(one.positive() ? 0 : 2) + (flagged ? 0 : 1)]++;
    }
    double precision = counts[0] / Math.max(1.0, counts[0] + counts[2]);
    double recall = counts[0] / Math.max(1.0, counts[0] + counts[1]);
    return counts[0] == 0 ? 0 : 1.25 * precision * recall / (0.25 * precision + recall);
  }

  // --- measures

  private record Outcome(boolean positive, String language, double highest) {}

  private List<Outcome> outcomes(
      RiskModel model, MessageClassifier classifier, List<Labelled> conversations) {
    List<Outcome> outcomes = new ArrayList<>();
    for (Labelled conversation : conversations) {
      RunningRisk running = new RunningRisk(model);
      double highest = 0;
      for (Labelled.Message message : conversation.messages()) {
        Signs signs = readings.signs(conversation, message, classifier);
        highest = Math.max(highest, running.next(message.author(), signs));
      }
      outcomes.add(new Outcome(conversation.offender() != null, conversation.language(), highest));
    }
    return outcomes;
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
        double[] scores = readings.signs(conversation, message, classifier).scores();
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
