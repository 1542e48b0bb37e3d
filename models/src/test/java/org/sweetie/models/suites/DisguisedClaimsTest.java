package org.sweetie.models.suites;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sweetie.models.extract.IdentifierExtractor;

class DisguisedClaimsTest {
  @Test
  void disguisedIdentifiersAreFoundAsWellAsPlainOnes() {
    List<String> missed = new ArrayList<>();

    Map<String, Tally> tallies =
        new DisguisedClaims(new IdentifierExtractor()).measure(11, 3, missed::add);

    assertThat(tallies)
        .allSatisfy((key, tally) -> assertThat(tally.recall()).as(key + missed).isGreaterThan(.95));
  }

  @Test
  void theSameSeedMakesTheSameClaims() {
    List<String> one = new ArrayList<>();
    List<String> other = new ArrayList<>();
    new DisguisedClaims((text, region) -> List.of()).measure(3, 2, one::add);
    new DisguisedClaims((text, region) -> List.of()).measure(3, 2, other::add);

    assertThat(one).isEqualTo(other).isNotEmpty();
  }
}
