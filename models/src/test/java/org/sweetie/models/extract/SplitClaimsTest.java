package org.sweetie.models.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SplitClaimsTest {
  private static final SplitClaims SPLIT = new SplitClaims(new IdentifierExtractor());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          call me 07700               | 900123            | +447700900123
          my number is oh seven seven | double oh nine double zero one two three | +447700900123
          bluebird@                   | example.org       | bluebird@example.org
          bluebird                    | @example.org      | bluebird@example.org
          go to https://              | example.org/room  | https://example.org/room
          4111 1111                   | 1111 1111         | 4111111111111111
          """)
  void anIdentifierGoesOnInTheNextMessage(String first, String second, String normalized) {
    List<SplitClaims.Joined> joined = SPLIT.across(List.of(first, second), "GB");

    assertThat(joined)
        .singleElement()
        .satisfies(
            j -> {
              assertThat(j.whole().normalized()).isEqualTo(normalized);
              assertThat(j.parts()).extracting(SplitClaims.Part::message).containsExactly(0, 1);
              assertThat(j.parts().get(1).start()).isZero();
              assertThat(j.parts().get(1).end()).isEqualTo(second.length());
            });
  }

  @Test
  void threeMessagesMayHoldOne() {
    List<SplitClaims.Joined> joined = SPLIT.across(List.of("its 0770", "0900", "123"), "GB");

    assertThat(joined).singleElement().satisfies(j -> assertThat(j.parts()).hasSize(3));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          see you             | example.com is nice
          call 07700 900123   | 456
          see you at 10       | 20 or 30 of us
          hello               | there
          it was 3            | 2 in the end
          """)
  void whatOneMessageHoldsWholeOrNobodyMeansIsNotJoined(String first, String second) {
    assertThat(SPLIT.across(List.of(first, second), "GB")).isEmpty();
  }
}
