package org.sweetie.console.measure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.sweetie.engine.text.TextReader;
import org.sweetie.models.baseline.Example;
import org.sweetie.models.baseline.RulesAlone;
import org.sweetie.models.baseline.Scorer;
import org.sweetie.models.baseline.Sentinel;
import org.sweetie.models.baseline.TfIdf;
import org.sweetie.models.baseline.Thresholded;
import org.sweetie.training.compose.Acts;
import org.sweetie.training.compose.Composer;
import org.sweetie.training.corpus.LabelledConversation;
import org.sweetie.training.corpus.LabelledLine;
import org.sweetie.training.split.Split;

/**
 * The baselines, made anew for each evaluation from the same splits as the models: they learn from
 * the composed train split, and their thresholds are the best of the composed dev split.
 */
public final class Baselines {
  private static final int LEARN = 4_000;
  private static final int TUNE = 300;

  private Baselines() {}

  /**
   * Makes all three; takes a minute or so, most of it for Sentinel's vectors.
   *
   * @param text makes texts readable
   * @param seed of the composed corpus
   */
  public static List<Thresholded> make(TextReader text, long seed) {
    List<Example> tune = examples(Composer.compose(seed, TUNE, Split.DEV));
    List<Scorer> scorers =
        List.of(
            new RulesAlone(text),
            TfIdf.learn(text, examples(Composer.compose(seed, LEARN, Split.TRAIN))),
            sentinel(text, seed));
    return scorers.stream().map(scorer -> Thresholded.tuned(scorer, tune)).toList();
  }

  private static List<Example> examples(Stream<LabelledConversation> conversations) {
    return conversations.map(c -> new Example(c.conversation(), c.labels().offender())).toList();
  }

  private static Scorer sentinel(TextReader text, long seed) {
    List<String> rare = new ArrayList<>();
    List<String> common = new ArrayList<>();
    Acts.lines(seed, 1, Split.TRAIN)
        .forEach(line -> (isRare(line) ? rare : common).add(line.text()));
    Collections.shuffle(common, new Random(seed));
    return new Sentinel(text, rare, common);
  }

  private static boolean isRare(LabelledLine line) {
    return line.acts().stream().anyMatch(act -> !act.isProtective());
  }
}
