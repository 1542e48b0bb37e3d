package org.sweetie.models.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.sweetie.engine.signal.IdentifierSpan;

/** Candidates of one message, led back to the original and freed of overlaps. */
final class Claims {
  private static final Comparator<Claim> HEAVIEST_FIRST =
      Comparator.comparingInt((Claim c) -> -c.weight)
          .thenComparing(c -> c.span.start() - c.span.end())
          .thenComparing(c -> c.span.start())
          .thenComparing(c -> c.span.type());

  private final String original;
  private int advantage;
  private final List<Claim> claims = new ArrayList<>();

  Claims(String original) {
    this.original = original;
  }

  void add(Passage passage, Candidate candidate) {
    int start = passage.map().originalStart(candidate.start());
    int end = passage.map().originalEnd(candidate.end());
    IdentifierSpan span =
        new IdentifierSpan(
            candidate.type(),
            start,
            end,
            original.substring(start, end),
            candidate.normalized(),
            candidate.score(),
            candidate.platform(),
            null);
    claims.add(new Claim(span, candidate.weight() + advantage));
  }

  /** Gives what is added from now on an advantage over the same kind at the same place. */
  void prefer() {
    advantage = 1;
  }

  /** The heaviest that do not overlap, in order of start. */
  List<IdentifierSpan> settle() {
    claims.sort(HEAVIEST_FIRST);
    TreeMap<Integer, IdentifierSpan> settled = new TreeMap<>();
    for (Claim claim : claims) {
      var before = settled.lowerEntry(claim.span.end());
      if (before == null || before.getValue().end() <= claim.span.start()) {
        settled.put(claim.span.start(), claim.span);
      }
    }
    return List.copyOf(settled.values());
  }

  private record Claim(IdentifierSpan span, int weight) {}
}
