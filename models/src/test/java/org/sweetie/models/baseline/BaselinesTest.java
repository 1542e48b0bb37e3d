package org.sweetie.models.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sweetie.engine.message.Conversation;
import org.sweetie.engine.message.Utterance;
import org.sweetie.engine.text.TextReader;
import org.sweetie.models.evaluate.Running;
import org.sweetie.models.text.MaskingReader;

class BaselinesTest {
  private static final TextReader TEXT = MaskingReader.ofComposedText();

  private static Conversation conversation(String... lines) {
    List<Utterance> messages = new ArrayList<>();
    for (String line : lines) {
      messages.add(
          new Utterance(messages.size() + 1, line.substring(0, 1), null, line.substring(2)));
    }
    return new Conversation("c", "en", messages);
  }

  @Test
  void skewnessIsMeanLessMedianByDeviationAndNothingBelowTenMessages() {
    List<Double> nine = new ArrayList<>(Collections.nCopies(8, 0.0));
    nine.add(1.0);
    List<Double> ten = new ArrayList<>(nine);
    ten.add(0.0);

    assertThat(Sentinel.skewness(nine)).isZero();
    // Mean .1, median 0, variance .1 - .01.
    assertThat(Sentinel.skewness(ten)).isEqualTo(.1 / .3, within(1e-9));
    assertThat(Sentinel.skewness(Collections.nCopies(12, .4))).isZero();
  }

  @Test
  void sentinelIsBlindBelowTenMessagesAndThenNamesTheOneWhoStandsOut() {
    Sentinel sentinel =
        new Sentinel(
            TEXT,
            List.of("keep this a secret from your parents", "do not tell anybody about us"),
            List.of("good game", "what is the homework", "the match was great"));
    String[] lines = new String[22];
    for (int i = 0; i < lines.length; i++) {
      lines[i] = (i % 2 == 0 ? "A" : "B") + " the homework is number " + i;
    }
    lines[18] = "A keep it a secret and do not tell your parents";

    Scorer.Scored scored = sentinel.score(conversation(lines));

    assertThat(scored.scores()[17]).isZero();
    assertThat(scored.scores()[18]).isPositive();
    assertThat(scored.suspects().get(18)).isEqualTo("A");
  }

  @Test
  void logisticRegressionLearnsTheWordsThatTellTheKindsApart() {
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      examples.add(new Example(conversation("A our secret plan number " + i, "B ok"), "A"));
      examples.add(new Example(conversation("A the match at school number " + i, "B ok"), null));
    }
    TfIdf model = TfIdf.learn(TEXT, examples);

    double[] scores = model.score(conversation("A ok", "A our secret plan")).scores();
    double[] harmless = model.score(conversation("A ok", "A the match at school")).scores();

    assertThat(scores[1]).isGreaterThan(.6).isGreaterThan(scores[0]);
    assertThat(harmless[1]).isLessThan(.4);
    assertThat(TfIdf.learn(TEXT, examples).score(conversation("A our secret")).scores())
        .isEqualTo(model.score(conversation("A our secret")).scores());
  }

  @Test
  void rulesAloneCountDifferentIndicatorsOfOneAuthor() {
    Scorer.Scored scored =
        new RulesAlone(TEXT)
            .score(
                conversation(
                    "A how old are you",
                    "B 12",
                    "A how old are you",
                    "A dont tell your parents about this"));

    assertThat(scored.scores()[0]).isEqualTo(1 / 16.0);
    assertThat(scored.scores()[2]).isEqualTo(1 / 16.0);
    assertThat(scored.scores()[3]).isGreaterThan(1 / 16.0);
    assertThat(scored.suspects().get(3)).isEqualTo("A");
  }

  @Test
  void theThresholdIsTheBestOnWhatItIsTunedOn() {
    List<Example> tune =
        List.of(
            new Example(conversation("A how old are you", "A dont tell your parents"), "A"),
            new Example(conversation("A how old are you", "B 30"), null),
            new Example(conversation("A good game", "B thanks"), null));

    Thresholded tuned = Thresholded.tuned(new RulesAlone(TEXT), tune);
    Running flagged = tuned.read(tune.get(0).conversation());

    assertThat(tuned.threshold()).isGreaterThan(1 / 16.0);
    assertThat(flagged.flaggedAt()).isEqualTo(2);
    assertThat(flagged.suspect()).isEqualTo("A");
    assertThat(tuned.read(tune.get(1).conversation()).flagged()).isFalse();
  }
}
