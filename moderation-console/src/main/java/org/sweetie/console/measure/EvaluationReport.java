package org.sweetie.console.measure;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sweetie.engine.signal.Indicator;
import org.sweetie.models.evaluate.ActCounts;
import org.sweetie.models.evaluate.Bootstrap;
import org.sweetie.models.evaluate.Calibration;
import org.sweetie.models.evaluate.Confusion;
import org.sweetie.models.evaluate.Earliness;
import org.sweetie.models.evaluate.Judged;
import org.sweetie.models.evaluate.Measure;
import org.sweetie.models.evaluate.Measures;
import org.sweetie.models.evaluate.Ranking;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The figures of an evaluation as JSON: four decimals, null where a figure has no meaning. */
public final class EvaluationReport {
  private static final double[] RATES = {0.1, 0.01, 0.001};
  private static final int NO_MORE_ALARMS_BY_CHANCE = 40;

  private final Evaluation evaluation;
  private final Bootstrap bootstrap;
  private final double p;

  /**
   * @param bootstrap draws the intervals
   */
  public EvaluationReport(Evaluation evaluation, Bootstrap bootstrap) {
    this.evaluation = evaluation;
    this.bootstrap = bootstrap;
    this.p = Earliness.p(evaluation.shipped());
  }

  /**
   * Everything.
   *
   * @param set what was measured on, as a reader may know it
   */
  public ObjectNode json(String set) {
    List<Judged> all = evaluation.shipped();
    ObjectNode node = JsonMapper.shared().createObjectNode();
    node.put("set", set);
    node.put("model", evaluation.model());
    node.put("conversations", all.size());
    node.put("positives", all.stream().filter(Judged::positive).count());
    node.put("messages", evaluation.messages());
    put(node, "medianLength", Earliness.medianLength(all));
    put(node, "latencyP", p);
    node.put("seed", bootstrap.seed());
    node.put("resamples", bootstrap.resamples());
    ObjectNode detectors = node.putObject("detectors");
    evaluation.judged().forEach((name, judged) -> detector(detectors.putObject(name), judged));
    groups(node.putObject("languages"), Judged::language);
    groups(node.putObject("registers"), Judged::register);
    put(node, "largestGapOfFalsePositiveRates", gap());
    disguises(node);
    ActCounts acts = evaluation.acts();
    if (acts != null) {
      indicators(node.putObject("indicators"), acts);
    }
    calibration(node.putArray("calibration"), all);
    curve(node.putArray("curve"), all);
    ArrayNode delays = node.putArray("delays");
    all.stream()
        .filter(j -> j.positive() && j.running().flagged())
        .forEach(j -> delays.add(j.running().flaggedAt()));
    return node;
  }

  private void detector(ObjectNode node, List<Judged> all) {
    figures(node.putObject("whole"), all, true);
    figures(node.putObject("twoThirds"), all.stream().map(j -> j.without(1 / 3.0)).toList(), false);
    figures(node.putObject("half"), all.stream().map(j -> j.without(0.5)).toList(), false);
    ObjectNode rates = node.putObject("atFalsePositiveRate");
    Ranking ranking = Ranking.of(all);
    for (double rate : RATES) {
      Ranking.Point point = ranking.atFalsePositiveRate(rate);
      ObjectNode one = rates.putObject(String.valueOf(rate));
      put(one, "threshold", Double.isInfinite(point.threshold()) ? Double.NaN : point.threshold());
      put(one, "precision", point.precision());
      put(one, "recall", point.truePositives() / (double) ranking.positives());
      one.put("falsePositives", point.falsePositives());
    }
  }

  private void figures(ObjectNode node, List<Judged> all, boolean intervals) {
    Measures measures = Measures.of(all, p);
    Confusion counts = measures.confusion();
    node.put("conversations", measures.conversations());
    node.put("truePositives", counts.truePositives());
    node.put("falsePositives", counts.falsePositives());
    node.put("falseNegatives", counts.falseNegatives());
    node.put("trueNegatives", counts.trueNegatives());
    for (Measure measure : Measure.values()) {
      put(node, measure.wire(), measures.value(measure));
    }
    put(node, "medianDelay", Earliness.medianDelay(all));
    if (intervals) {
      ObjectNode to = node.putObject("intervals");
      bootstrap.intervals(all, p).forEach((m, i) -> interval(to.putArray(m.wire()), i));
    }
  }

  private void groups(ObjectNode node, Function<Judged, String> by) {
    grouped(by).forEach((name, judged) -> figures(node.putObject(name), judged, true));
  }

  private Map<String, List<Judged>> grouped(Function<Judged, String> by) {
    return evaluation.shipped().stream()
        .collect(Collectors.groupingBy(by, TreeMap::new, Collectors.toList()));
  }

  /** Between the two languages that differ most, of those with 40 negatives or more. */
  private double gap() {
    double[] rates =
        grouped(Judged::language).values().stream()
            .map(Confusion::of)
            .filter(c -> c.falsePositives() + c.trueNegatives() >= NO_MORE_ALARMS_BY_CHANCE)
            .mapToDouble(Confusion::falsePositiveRate)
            .sorted()
            .toArray();
    return rates.length < 2 ? Double.NaN : rates[rates.length - 1] - rates[0];
  }

  private void disguises(ObjectNode node) {
    if (evaluation.disguised().isEmpty()) {
      return;
    }
    ObjectNode to = node.putObject("disguises");
    List<Judged> all = evaluation.shipped();
    int first = Math.min(all.size(), Evaluation.DISGUISED);
    figures(to.putObject("none"), all.subList(0, first), false);
    evaluation.disguised().forEach((d, judged) -> figures(to.putObject(d.wire()), judged, false));
  }

  private static void indicators(ObjectNode node, ActCounts acts) {
    for (Indicator act : Indicator.values()) {
      Confusion counts = acts.of(act);
      ObjectNode one = node.putObject(act.wire());
      one.put("labelled", counts.truePositives() + counts.falseNegatives());
      put(one, "precision", counts.precision());
      put(one, "recall", counts.recall());
      put(one, "f1", counts.f(1));
    }
  }

  private static void calibration(ArrayNode node, List<Judged> all) {
    for (Calibration.Bin bin : Calibration.of(all).bins()) {
      ObjectNode one = node.addObject();
      put(one, "from", bin.from());
      put(one, "to", bin.to());
      one.put("count", bin.count());
      put(one, "meanScore", bin.meanScore());
      put(one, "positiveShare", bin.positiveShare());
    }
  }

  private static void curve(ArrayNode node, List<Judged> all) {
    Ranking ranking = Ranking.of(all);
    for (Ranking.Point point : ranking.points()) {
      ObjectNode one = node.addObject();
      put(one, "threshold", point.threshold());
      put(one, "precision", point.precision());
      put(one, "recall", point.truePositives() / (double) ranking.positives());
    }
  }

  private static void interval(ArrayNode node, Bootstrap.Interval interval) {
    add(node, interval.low());
    add(node, interval.high());
  }

  private static void add(ArrayNode node, double value) {
    if (Double.isNaN(value)) {
      node.addNull();
    } else {
      node.add(rounded(value));
    }
  }

  private static void put(ObjectNode node, String name, double value) {
    if (Double.isNaN(value)) {
      node.putNull(name);
    } else {
      node.put(name, rounded(value));
    }
  }

  private static double rounded(double value) {
    return Math.round(value * 1e4) / 1e4;
  }
}
