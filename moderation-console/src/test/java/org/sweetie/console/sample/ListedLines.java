package org.sweetie.console.sample;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.turn.Proposer;

/** Says its age first and then one of a few lines, one of which no gate lets through. */
final class ListedLines implements Proposer {
  private static final List<String> LINES =
      List.of(
          "i like mangoes and drawing",
          "i have homework now",
          "what is your phone number?",
          "my dog is called biscuit");

  @Override
  public String hash() {
    return "sha256:lines";
  }

  @Override
  public int age() {
    return 10;
  }

  @Override
  public Proposal propose(
      @Nullable String stateBefore, String text, long seed, Instant now, String user) {
    int turn = stateBefore == null || stateBefore.isEmpty() ? 0 : Integer.parseInt(stateBefore);
    int line = Math.floorMod(seed, LINES.size());
    String said = turn == 0 ? "hello, i'm 10" : LINES.get(line);
    return new Proposal(said, "~talk." + turn + "." + line, Integer.toString(turn + 1));
  }
}
