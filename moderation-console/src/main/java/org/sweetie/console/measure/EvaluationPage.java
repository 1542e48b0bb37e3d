package org.sweetie.console.measure;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import tools.jackson.databind.JsonNode;

/**
 * The figures of an evaluation as one file of HTML with its drawings inside: no script, nothing
 * fetched, and a policy that allows nothing but its own style sheet.
 */
public final class EvaluationPage {
  private static final int LEFT = 40;
  private static final int BOTTOM = 220;
  private static final int WIDE = 280;
  private static final int HIGH = 200;
  private static final int DELAY_BARS = 10;

  private final JsonNode figures;

  private EvaluationPage(JsonNode figures) {
    this.figures = figures;
  }

  /** The page of figures as {@link EvaluationReport#json} makes them. */
  public static String of(JsonNode figures) {
    ClassLoaderTemplateResolver resolver =
        new ClassLoaderTemplateResolver(EvaluationPage.class.getClassLoader());
    resolver.setPrefix("evaluation/");
    resolver.setSuffix(".html");
    resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
    SpringTemplateEngine engine = new SpringTemplateEngine();
    engine.setTemplateResolver(resolver);
    Context context = new Context(Locale.ROOT, Map.of("page", new EvaluationPage(figures).view()));
    return engine.process("page", context);
  }

  /** What the template shows. */
  record View(
      String set,
      String summary,
      String model,
      String policy,
      String style,
      String curve,
      String curveInWords,
      List<Bar> reliability,
      String calibrationInWords,
      List<Bar> delays,
      String delayInWords,
      List<EvaluationTables.Table> tables) {}

  /** A bar of a drawing, in its units. */
  record Bar(String x, String y, String width, String height, String middle, String label) {}

  private View view() {
    JsonNode whole = figures.at("/detectors/" + Evaluation.SHIPPED + "/whole");
    String style = style();
    return new View(
        figures.path("set").asString(),
        summary(),
        "Model " + figures.path("model").asString(),
        "default-src 'none'; style-src 'sha256-" + sha256(style) + "'",
        style,
        curve(),
        "Area under the curve (average precision) "
            + EvaluationTables.shown(whole.path("auprc"))
            + ".",
        reliability(),
        "Expected calibration error "
            + EvaluationTables.shown(whole.path("ece"))
            + "; on the dashed line every score would be a true probability.",
        delays(),
        "Half of the true alarms came by message "
            + EvaluationTables.shown(whole.path("medianDelay"))
            + "; the median conversation has "
            + EvaluationTables.shown(figures.path("medianLength"))
            + ".",
        EvaluationTables.of(figures));
  }

  private String summary() {
    String look =
        figures.has("look")
            ? " This set has been looked at " + figures.path("look") + " times."
            : "";
    return figures.path("conversations")
        + " conversations, "
        + figures.path("positives")
        + " of them positive, "
        + figures.path("messages")
        + " messages. Intervals hold 95% of "
        + figures.path("resamples")
        + " resamples (seed "
        + figures.path("seed")
        + ")."
        + look;
  }

  /** Steps: between two thresholds the precision of the next one holds. */
  private String curve() {
    StringBuilder points = new StringBuilder();
    double x = 0;
    for (JsonNode point : figures.path("curve")) {
      double y = point.path("precision").asDouble();
      points.append(at(x, y)).append(' ');
      x = point.path("recall").asDouble();
      points.append(at(x, y)).append(' ');
    }
    return points.toString().strip();
  }

  private static String at(double x, double y) {
    return number(LEFT + WIDE * x) + "," + number(BOTTOM - HIGH * y);
  }

  private List<Bar> reliability() {
    List<Bar> bars = new ArrayList<>();
    for (JsonNode bin : figures.path("calibration")) {
      if (bin.path("count").asLong() > 0) {
        double from = bin.path("from").asDouble();
        double width = bin.path("to").asDouble() - from;
        double high = bin.path("positiveShare").asDouble();
        bars.add(bar(LEFT + WIDE * from + 1, WIDE * width - 2, Math.max(0.01, high), ""));
      }
    }
    return bars;
  }

  private List<Bar> delays() {
    Map<Integer, Integer> counts = new TreeMap<>();
    int last = 1;
    for (JsonNode delay : figures.path("delays")) {
      last = Math.max(last, delay.asInt());
    }
    int step = (last + DELAY_BARS - 1) / DELAY_BARS;
    for (JsonNode delay : figures.path("delays")) {
      counts.merge((delay.asInt() - 1) / step, 1, Integer::sum);
    }
    int most = counts.values().stream().mapToInt(Integer::intValue).max().orElse(1);
    double width = WIDE / (double) DELAY_BARS;
    List<Bar> bars = new ArrayList<>();
    counts.forEach(
        (bin, count) ->
            bars.add(
                bar(
                    LEFT + width * bin + 1,
                    width - 2,
                    count / (double) most,
                    step == 1 ? bin + 1 + "" : bin * step + 1 + "–" + (bin + 1) * step)));
    return bars;
  }

  private static Bar bar(double x, double width, double share, String label) {
    double height = HIGH * share;
    return new Bar(
        number(x),
        number(BOTTOM - height),
        number(width),
        number(height),
        number(x + width / 2),
        label);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  private static String style() {
    @Nullable InputStream in =
        EvaluationPage.class.getClassLoader().getResourceAsStream("evaluation/page.css");
    try (InputStream open = Objects.requireNonNull(in, "evaluation/page.css")) {
      return new String(open.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read evaluation/page.css from the class path", e);
    }
  }

  private static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
