package org.sweetie.console.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SignInLinksTest {
  private Instant now = Instant.parse("2026-01-05T16:00:00Z");
  private final SignInLinks links = new SignInLinks(() -> now, new SecureRandom());

  @Test
  void aTokenSignsItsPersonInOnce() {
    String token = links.issue("ana");

    assertThat(links.redeem(token)).contains("ana");
    assertThat(links.redeem(token)).isEmpty();
  }

  @Test
  void aTokenHolds256BitsAndIsNeverTheSame() {
    Set<String> seen = new HashSet<>();

    for (int i = 0; i < 200; i++) {
      String token = links.issue("ana");
      assertThat(Base64.getUrlDecoder().decode(token)).hasSize(32);
      seen.add(token);
    }

    assertThat(seen).hasSize(200);
  }

  @Test
  void aTokenIsGoodUntilJustBeforeFifteenMinutesAndNotAfter() {
    String early = links.issue("ana");
    String late = links.issue("ana");

    now = now.plus(SignInLinks.LIFETIME).minusMillis(1);
    assertThat(links.redeem(early)).contains("ana");

    now = now.plusMillis(1);
    assertThat(links.redeem(late)).isEmpty();
  }

  @Test
  void aTokenOfSomebodyElsesMakingOpensNothing() {
    links.issue("ana");

    assertThat(links.redeem("")).isEmpty();
    assertThat(links.redeem("A".repeat(43))).isEmpty();
    assertThat(links.redeem(new SignInLinks(() -> now, new SecureRandom()).issue("ana"))).isEmpty();
  }

  @Test
  void theTokenStandsInTheFragmentWhichNoBrowserSends() {
    String path = SignInLinks.path(links.issue("ana"));

    assertThat(path).startsWith("/sign-in#");
    assertThat(SignInLinks.LIFETIME).isEqualTo(Duration.ofMinutes(15));
  }
}
