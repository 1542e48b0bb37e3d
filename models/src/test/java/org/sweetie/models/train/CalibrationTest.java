package org.sweetie.models.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CalibrationTest {
  @Test
  void probabilitiesThatAreTooSureAreDrawnTowardsWhatHappened() {
    List<Calibration.Judged> judged = new ArrayList<>();
    Random random = new Random(5);
    for (int i = 0; i < 4_000; i++) {
      double truth = random.nextDouble();
      double odds = Math.log(truth / (1 - truth));
      double tooSure = 1 / (1 + Math.exp(-3 * odds - 1));
      judged.add(new Calibration.Judged(tooSure, random.nextDouble() < truth));
    }

    Calibration fitted = Calibration.of(judged);

    assertThat(fitted.slope()).isCloseTo(1 / 3.0, within(0.04));
    assertThat(fitted.offset()).isCloseTo(-1 / 3.0, within(0.12));
    assertThat(fitted.of(1 / (1 + Math.exp(-1)))).isCloseTo(0.5, within(0.03));
  }

  @Test
  void keepsTheOrderOfRisksAndStaysBetweenNoughtAndOne() {
    List<Calibration.Judged> judged =
        List.of(
            new Calibration.Judged(0, false),
            new Calibration.Judged(0.4, true),
            new Calibration.Judged(1, true));

    Calibration fitted = Calibration.of(judged);

    assertThat(fitted.of(0)).isBetween(0.0, fitted.of(0.4));
    assertThat(fitted.of(1)).isBetween(fitted.of(0.4), 1.0);
  }
}
