package org.sweetie.console.live;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sweetie.console.review.Showing;
import org.sweetie.engine.conduct.Verdict;
import org.sweetie.engine.evidence.Entry;
import org.sweetie.engine.turn.ConversationRecord;

/**
 * What waits for a person's choice in one conversation.
 *
 * @param number the message that waits for its answer; 0 where nothing waits
 * @param choices the candidates as offered, in order
 */
record DeskView(String id, int number, List<Choice> choices) {
  private static final int MOST_KEYS = 9;

  /**
   * One candidate.
   *
   * @param index its place among the pending candidates, from 0
   * @param key the key that releases it; empty where it may not go out or keys have run out
   * @param passed whether the gate let it through
   */
  record Choice(
      int index,
      String key,
      String text,
      String rule,
      boolean passed,
      List<VerdictView> verdicts) {}

  /** What one conduct rule said. */
  record VerdictView(String rule, boolean passed, String reason) {}

  static DeskView of(ConversationRecord record, Showing showing) {
    Entry.@Nullable Candidates pending = record.pending();
    if (pending == null) {
      return new DeskView(record.id().value(), 0, List.of());
    }
    List<Choice> choices = new ArrayList<>();
    int key = 0;
    for (Entry.Candidate candidate : pending.candidates()) {
      boolean keyed = candidate.passed() && key < MOST_KEYS;
      key = keyed ? key + 1 : key;
      choices.add(choice(choices.size(), keyed ? String.valueOf(key) : "", candidate, showing));
    }
    return new DeskView(record.id().value(), pending.number(), choices);
  }

  private static Choice choice(int index, String key, Entry.Candidate candidate, Showing showing) {
    return new Choice(
        index,
        key,
        showing.masked(candidate.text()),
        candidate.rule(),
        candidate.passed(),
        candidate.verdicts().stream().map(DeskView::verdict).collect(Collectors.toList()));
  }

  private static VerdictView verdict(Verdict v) {
    return new VerdictView(v.rule(), v.passed(), v.reason());
  }

  /** How many the gate let through. */
  public long passing() {
    return choices.stream().filter(Choice::passed).count();
  }
}
