package org.sweetie.models.suites;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.signal.IdentifierSpan;
import org.sweetie.engine.signal.IdentifierType;

/**
 * A text in which someone marked what is in it.
 *
 * @param marks what is marked
 */
record MarkedText(String text, List<Mark> marks) {
  MarkedText {
    marks = List.copyOf(marks);
  }

  /**
   * The tally of one kind: a mark is found where a span of its kind overlaps it, and a span is
   * spurious where no mark of its kind does.
   *
   * @param least the share of the union of mark and span that both must have in common; 0 for any
   *     overlap at all
   */
  Tally tally(List<IdentifierSpan> spans, IdentifierType type, double least) {
    List<IdentifierSpan> ours = spans.stream().filter(s -> s.type() == type).toList();
    List<Mark> theirs = marks.stream().filter(m -> m.type == type).toList();
    int found = (int) theirs.stream().filter(m -> isMet(m, ours, least)).count();
    int spurious = 0;
    for (IdentifierSpan span : ours) {
      boolean isIgnored = marks.stream().anyMatch(m -> m.type == null && m.overlap(span) > 0);
      spurious += isIgnored || theirs.stream().anyMatch(m -> m.meets(span, least)) ? 0 : 1;
    }
    return new Tally(found, theirs.size() - found, spurious);
  }

  /** The marks and spans that count against us, for a reader. */
  List<String> faults(List<IdentifierSpan> spans, IdentifierType type) {
    List<String> faults = new ArrayList<>();
    for (Mark mark : marks) {
      List<IdentifierSpan> ours = spans.stream().filter(s -> s.type() == type).toList();
      if (mark.type == type && !isMet(mark, ours, 0)) {
        faults.add("missed «" + text.substring(mark.start, mark.end) + "» in «" + text + "»");
      }
    }
    for (IdentifierSpan span : spans) {
      if (span.type() == type && marks.stream().noneMatch(m -> isExcuse(m, span))) {
        faults.add("spurious «" + span.text() + "» in «" + text + "»");
      }
    }
    return faults;
  }

  private static boolean isExcuse(Mark mark, IdentifierSpan span) {
    return (mark.type == span.type() || mark.type == null) && mark.overlap(span) > 0;
  }

  private static boolean isMet(Mark mark, List<IdentifierSpan> spans, double least) {
    return spans.stream().anyMatch(span -> mark.meets(span, least));
  }

  /**
   * @param type null for a mark of a kind the extractor does not report, where a span is neither
   *     right nor wrong
   */
  record Mark(@Nullable IdentifierType type, int start, int end) {
    int overlap(IdentifierSpan span) {
      return Math.min(end, span.end()) - Math.max(start, span.start());
    }

    boolean meets(IdentifierSpan span, double least) {
      int common = overlap(span);
      int union = Math.max(end, span.end()) - Math.min(start, span.start());
      return common > 0 && common >= least * union;
    }
  }
}
