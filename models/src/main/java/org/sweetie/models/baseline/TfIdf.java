package org.sweetie.models.baseline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import opennlp.tools.ml.maxent.quasinewton.QNTrainer;
import opennlp.tools.ml.model.Event;
import opennlp.tools.ml.model.MaxentModel;
import opennlp.tools.ml.model.OnePassRealValueDataIndexer;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.message.Conversation;
import org.sweetie.engine.message.Utterance;
import org.sweetie.engine.text.TextReader;

/**
 * Words and pairs of words by TF-IDF, (1 + ln tf) (ln(N / df) + 1) in rows of length one (Salton
 * and Buckley 1988), into logistic regression: OpenNLP's maximum entropy model with two outcomes,
 * fitted by L-BFGS with its default penalties. Reads the conversation so far as one text and names
 * no suspect. Without chance: the same examples give the same model.
 */
public final class TfIdf implements Scorer {
  private static final int LEAST_OFTEN = 3;
  private static final String YES = "positive";
  private static final String NO = "negative";
  private static final int ITERATIONS = 100;

  private final TextReader text;
  private final Map<String, Double> weights;
  private final MaxentModel model;

  private TfIdf(TextReader text, Map<String, Double> weights, MaxentModel model) {
    this.text = text;
    this.weights = weights;
    this.model = model;
  }

  /** Learns from conversations read to their end. */
  public static TfIdf learn(TextReader text, List<Example> examples) {
    List<Map<String, Integer>> counted = new ArrayList<>();
    Map<String, Integer> documents = new HashMap<>();
    for (Example example : examples) {
      Map<String, Integer> terms = new TreeMap<>();
      example.conversation().messages().forEach(m -> count(text, m, terms));
      new HashSet<>(terms.keySet()).forEach(t -> documents.merge(t, 1, Integer::sum));
      counted.add(terms);
    }
    Map<String, Double> weights = new HashMap<>();
    documents.forEach(
        (term, df) -> {
          if (df >= LEAST_OFTEN) {
            weights.put(term, Math.log(examples.size() / (double) df) + 1);
          }
        });
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < counted.size(); i++) {
      Row row = row(counted.get(i), weights);
      events.add(new Event(examples.get(i).offender() == null ? NO : YES, row.terms, row.values));
    }
    return new TfIdf(text, weights, fit(events));
  }

  private static MaxentModel fit(List<Event> events) {
    TrainingParameters parameters = new TrainingParameters();
    parameters.put(TrainingParameters.CUTOFF_PARAM, 1);
    parameters.put(TrainingParameters.ITERATIONS_PARAM, ITERATIONS);
    parameters.put("PrintMessages", false);
    try {
      OnePassRealValueDataIndexer indexer = new OnePassRealValueDataIndexer();
      indexer.init(parameters, new HashMap<>());
      indexer.index(ObjectStreamUtils.createObjectStream(events));
      QNTrainer trainer = new QNTrainer();
      trainer.init(parameters, new HashMap<>());
      return trainer.trainModel(ITERATIONS, indexer);
    } catch (IOException e) {
      throw new UncheckedIOException("events in memory cannot fail to be read", e);
    }
  }

  private static void count(TextReader text, Utterance message, Map<String, Integer> terms) {
    String before = null;
    String plain = text.read(message.text()).text().toLowerCase(Locale.ROOT);
    for (String word : plain.split("[^\\p{L}\\p{N}<>']+")) {
      if (!word.isEmpty()) {
        terms.merge(word, 1, Integer::sum);
        if (before != null) {
          terms.merge(before + " " + word, 1, Integer::sum);
        }
        before = word;
      }
    }
  }

  private record Row(String[] terms, float[] values) {}

  private static Row row(Map<String, Integer> counts, Map<String, Double> weights) {
    List<String> terms = counts.keySet().stream().filter(weights::containsKey).sorted().toList();
    float[] values = new float[terms.size()];
    double square = 0;
    for (int i = 0; i < values.length; i++) {
      String term = terms.get(i);
      double tf = 1 + Math.log(counts.getOrDefault(term, 1));
      values[i] = (float) (tf * weights.getOrDefault(term, 0.0));
      square += values[i] * values[i];
    }
    for (int i = 0; i < values.length; i++) {
      values[i] /= (float) Math.sqrt(square);
    }
    return new Row(terms.toArray(String[]::new), values);
  }

  @Override
  public String name() {
    return "TF-IDF + logistic regression";
  }

  @Override
  public Scored score(Conversation conversation) {
    Map<String, Integer> counts = new TreeMap<>();
    double[] scores = new double[conversation.messages().size()];
    for (int i = 0; i < scores.length; i++) {
      count(text, conversation.messages().get(i), counts);
      Row row = row(counts, weights);
      double[] outcomes = model.eval(row.terms, row.values);
      scores[i] = outcomes[model.getIndex(YES)];
    }
    List<@Nullable String> nobody = Collections.nCopies(scores.length, null);
    return new Scored(scores, nobody);
  }
}
