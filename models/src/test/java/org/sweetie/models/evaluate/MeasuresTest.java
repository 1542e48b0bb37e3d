package org.sweetie.models.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.sweetie.models.evaluate.Outcomes.of;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.sweetie.engine.signal.Indicator;

/** Every figure against a value worked out by hand. */
class MeasuresTest {
  private static final Offset<Double> TINY = within(1e-6);

  /** A true alarm after 3 of 10 messages, a miss, a false alarm, and rightly none. */
  private static final List<Judged> ONE_OF_EACH =
      List.of(of(true, .9, 3, 10), of(true, .2, 0, 10), of(false, .7, 2, 10), of(false, .1, 0, 10));

  @Test
  void precisionRecallAndBothF() {
    Confusion counts = new Confusion(3, 1, 2, 14);

    assertThat(counts.precision()).isEqualTo(.75, TINY);
    assertThat(counts.recall()).isEqualTo(.6, TINY);
    assertThat(counts.f(1)).isEqualTo(.666667, TINY);
    assertThat(counts.f(.5)).isEqualTo(.714286, TINY);
    assertThat(counts.falsePositiveRate()).isEqualTo(1 / 15.0, TINY);
  }

  @Test
  void eachCellIsCountedAsItself() {
    assertThat(Confusion.of(ONE_OF_EACH)).isEqualTo(new Confusion(1, 1, 1, 1));
    assertThat(Confusion.of(List.of(of(true, 1, 1, 2), of(true, 1, 0, 2))))
        .isEqualTo(new Confusion(1, 0, 1, 0));
    assertThat(Confusion.of(List.of(of(false, 1, 1, 2)))).isEqualTo(new Confusion(0, 1, 0, 0));
  }

  @Test
  void aFigureWithoutMeaningIsNaN() {
    assertThat(new Confusion(0, 0, 0, 5).precision()).isNaN();
    assertThat(new Confusion(0, 0, 0, 5).f(1)).isNaN();
    assertThat(Ranking.of(List.of(of(false, .5, 0, 1))).averagePrecision()).isNaN();
    assertThat(Earliness.erde(List.of(), 5)).isNaN();
    assertThat(Calibration.of(List.of()).expectedError()).isNaN();
  }

  @Test
  void averagePrecisionIsTheSumOverTheStepsOfRecall() {
    List<Judged> ranked =
        List.of(of(true, .9, 1, 1), of(false, .8, 1, 1), of(true, .7, 1, 1), of(false, .1, 0, 1));

    assertThat(Ranking.of(ranked).averagePrecision()).isEqualTo((1 + 2 / 3.0) / 2, TINY);
  }

  @Test
  void equalScoresShareAPointSoThatNoOrderAmongThemFlatters() {
    List<Judged> equal = List.of(of(true, .5, 1, 1), of(false, .5, 1, 1), of(false, .5, 1, 1));

    assertThat(Ranking.of(equal).averagePrecision()).isEqualTo(1 / 3.0, TINY);
    assertThat(Ranking.of(equal).points()).hasSize(1);
  }

  @Test
  void theFixedRateOfFalseAlarmsIsNeverExceeded() {
    List<Judged> ranked = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      ranked.add(of(false, i / 200.0, 0, 1));
    }
    ranked.add(of(false, .9, 1, 1));
    ranked.add(of(true, .95, 1, 1));
    ranked.add(of(true, .8, 1, 1));

    Ranking.Point none = Ranking.of(ranked).atFalsePositiveRate(.001);
    Ranking.Point one = Ranking.of(ranked).atFalsePositiveRate(.01);

    assertThat(none).isEqualTo(new Ranking.Point(.95, 1, 0));
    assertThat(one).isEqualTo(new Ranking.Point(.8, 2, 1));
    assertThat(one.precision()).isEqualTo(2 / 3.0, TINY);
  }

  @Test
  void theBestThresholdHasTheHighestF() {
    List<Judged> ranked =
        List.of(of(true, .9, 1, 1), of(true, .7, 1, 1), of(false, .6, 1, 1), of(true, .2, 1, 1));

    assertThat(Ranking.of(ranked).best(.5).threshold()).isEqualTo(.7);
    assertThat(Ranking.of(List.of(of(true, 0, 0, 1), of(false, 0, 0, 1))).best(.5).threshold())
        .as("where every score is 0")
        .isInfinite();
  }

  @Test
  void earlyRiskDetectionError() {
    // 1 - 1/(1 + e^(3-5)) = .119203; the miss 1; the false alarm 2/4.
    assertThat(Earliness.erde(ONE_OF_EACH, 5)).isEqualTo((.119203 + 1 + .5) / 4, TINY);
    assertThat(Earliness.erde(List.of(of(true, 1, 5, 9)), 5)).isEqualTo(.5, TINY);
    assertThat(Earliness.erde(List.of(of(true, 1, 50, 60)), 50)).isEqualTo(.5, TINY);
    assertThat(Earliness.erde(List.of(of(true, 1, 9, 9)), 50)).isLessThan(1e-10);
  }

  @Test
  void latencyWeightedF1() {
    double p = Earliness.p(ONE_OF_EACH);

    assertThat(p).isEqualTo(Math.log(3) / 9, TINY);
    // F1 .5; penalty -1 + 2/(1 + 3^(-2/9)) = .121463.
    assertThat(Earliness.latencyWeightedF1(ONE_OF_EACH, p))
        .isEqualTo(.5 * (1 - (-1 + 2 / (1 + Math.pow(3, -2 / 9.0)))), TINY)
        .isEqualTo(.439268, within(1e-5));
  }

  @Test
  void anAlarmAtTheMedianLengthCostsHalfAndAtTheFirstMessageNothing() {
    double p = Math.log(3) / 9;

    assertThat(Earliness.latencyWeightedF1(List.of(of(true, 1, 10, 10)), p)).isEqualTo(.5, TINY);
    assertThat(Earliness.latencyWeightedF1(List.of(of(true, 1, 1, 10)), p)).isEqualTo(1, TINY);
    assertThat(Earliness.latencyWeightedF1(List.of(of(true, 1, 0, 10)), p)).isZero();
  }

  @Test
  void theMedianLengthIsThatOfAllConversations() {
    List<Judged> all = List.of(of(true, 0, 0, 4), of(false, 0, 0, 8), of(false, 0, 0, 100));

    assertThat(Earliness.medianLength(all)).isEqualTo(8);
    assertThat(Earliness.medianLength(all.subList(0, 2))).isEqualTo(6);
    assertThat(Earliness.p(List.of(of(true, 1, 1, 1)))).isEqualTo(Math.log(3), TINY);
  }

  @Test
  void expectedCalibrationError() {
    List<Judged> apart = List.of(of(true, .9, 1, 1), of(false, .8, 1, 1));
    List<Judged> oneBin = List.of(of(true, .81, 1, 1), of(false, .85, 1, 1));

    assertThat(Calibration.of(apart).expectedError()).isEqualTo((.1 + .8) / 2, TINY);
    assertThat(Calibration.of(oneBin).expectedError()).isEqualTo(.33, TINY);
    assertThat(Calibration.of(List.of(of(true, 1, 1, 1))).expectedError()).isZero();
    assertThat(Calibration.of(apart).bins()).hasSize(15);
  }

  @Test
  void theSuspectIsRightWhereTheAlarmNamesTheOffender() {
    double[] scores = {.9};
    List<Judged> all =
        List.of(
            of("A", scores, 1, "A"),
            of("A", scores, 1, "B"),
            of("A", scores, 1, null),
            of("A", scores, 0, null),
            of((String) null, scores, 1, "B"));

    assertThat(Measures.of(all, 1).value(Measure.SUSPECT_ACCURACY)).isEqualTo(1 / 3.0, TINY);
  }

  @Test
  void aConversationCutShortLosesWhatCameLater() {
    Judged late = of("A", new double[] {.1, .1, .9, .2, .3, .4}, 3, "A");

    Judged half = late.without(.5);
    Judged twoThirds = late.without(1 / 3.0);

    assertThat(half.running()).usingRecursiveComparison().isEqualTo(late.running().first(3));
    assertThat(half.running().flagged()).isTrue();
    assertThat(twoThirds.running().messages()).isEqualTo(4);
    assertThat(twoThirds.running().last()).isEqualTo(.2);
    assertThat(late.running().first(2).flagged()).isFalse();
    assertThat(late.running().first(2).suspect()).isNull();
  }

  @Test
  void theAlarmComesAtTheFirstScoreThatReachesTheThreshold() {
    Running running =
        Running.of(new double[] {.1, .6, .5, .9}, Arrays.asList(null, "B", "A", "A"), .5);

    assertThat(running.flaggedAt()).isEqualTo(2);
    assertThat(running.suspect()).isEqualTo("B");
    assertThat(running.highest()).isEqualTo(.9);
    assertThatThrownBy(() -> new Running(new double[1], 2, null))
        .hasMessageContaining("message 2 of 1");
  }

  @Test
  void intervalsHoldTheFigureAndFollowTheSeed() {
    List<Judged> all = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      boolean positive = i % 2 == 0;
      boolean right = i % 10 < 8;
      all.add(of(positive, .5, positive == right ? 2 : 0, 9));
    }

    Map<Measure, Bootstrap.Interval> first = new Bootstrap(1, 1_000).intervals(all, 1);
    Map<Measure, Bootstrap.Interval> again = new Bootstrap(1, 1_000).intervals(all, 1);
    Bootstrap.Interval recall = first.get(Measure.RECALL);

    assertThat(first).isEqualTo(again).isNotEqualTo(new Bootstrap(2, 1_000).intervals(all, 1));
    // Recall .8 of 100: one standard error is .04.
    assertThat(recall.low()).isBetween(.68, .76);
    assertThat(recall.high()).isBetween(.84, .92);
  }

  @Test
  void indicatorsAreCountedMessageByMessage() {
    ActCounts counts = new ActCounts();
    counts.add(EnumSet.of(Indicator.SECRECY), EnumSet.of(Indicator.SECRECY, Indicator.ISOLATION));
    counts.add(EnumSet.of(Indicator.SECRECY), Set.of());
    counts.add(Set.of(), Set.of());

    assertThat(counts.of(Indicator.SECRECY)).isEqualTo(new Confusion(1, 0, 1, 1));
    assertThat(counts.of(Indicator.ISOLATION)).isEqualTo(new Confusion(0, 1, 0, 2));
    assertThat(counts.isEmpty()).isFalse();
  }
}
