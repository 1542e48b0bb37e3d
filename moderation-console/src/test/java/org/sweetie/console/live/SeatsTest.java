package org.sweetie.console.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sweetie.engine.message.ConversationId;

@DisplayName("C6: at most five live conversations a person")
class SeatsTest {
  private final Set<ConversationId> over = new HashSet<>();
  private final Seats seats = new Seats(id -> !over.contains(id));

  private static ConversationId c(int n) {
    return new ConversationId("c" + n);
  }

  @Test
  void theSixthSeatIsRefusedAndOneAlreadyTakenIsKept() {
    for (int n = 1; n <= 5; n++) {
      assertThat(seats.take("ana", c(n))).isTrue();
    }

    assertThat(seats.take("ana", c(6))).isFalse();
    assertThat(seats.take("ana", c(3))).isTrue();
    assertThat(seats.take("ben", c(6))).isTrue();
    assertThat(seats.of("ana")).hasSize(5);
  }

  @Test
  void leavingOrTheEndOfAConversationFreesTheSeat() {
    for (int n = 1; n <= 5; n++) {
      seats.take("ana", c(n));
    }

    seats.leave("ana", c(1));
    assertThat(seats.take("ana", c(6))).isTrue();

    over.add(c(2));
    assertThat(seats.take("ana", c(7))).isTrue();
    assertThat(seats.take("ana", c(8))).isFalse();
  }
}
