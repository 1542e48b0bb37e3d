package org.sweetie.models.analyze;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.sweetie.engine.message.Utterance;
import org.sweetie.engine.signal.Extractor;
import org.sweetie.engine.signal.IdentifierSpan;
import org.sweetie.engine.signal.MessageFindings;
import org.sweetie.models.extract.SplitClaims;

/**
 * The identifiers of a conversation as it grows. One that goes on in the author's next message is
 * in each of the messages, with the same group.
 */
final class IdentifierSpans {
  /** How far back, in messages of anyone, an identifier may have begun. */
  private static final int FARTHEST = 6;

  private final Extractor extractor;
  private final SplitClaims split;
  private final String region;
  private final List<Utterance> recent = new ArrayList<>();
  private int groups;

  IdentifierSpans(Extractor extractor, String region) {
    this.extractor = extractor;
    this.split = new SplitClaims(extractor);
    this.region = region;
  }

  /**
   * The identifiers of the next message. What began in earlier ones is added to them.
   *
   * @param earlier what was found in all messages before; changed where one of them holds a part
   */
  List<IdentifierSpan> next(Utterance message, List<MessageFindings> earlier) {
    List<IdentifierSpan> found = extractor.extract(message.text(), region);
    recent.add(message);
    if (recent.size() > FARTHEST) {
      recent.remove(0);
    }
    List<Integer> same = byAuthor(message.author());
    for (int count = 2; count <= Math.min(SplitClaims.MOST, same.size()); count++) {
      List<Integer> places = same.subList(same.size() - count, same.size());
      List<String> texts = places.stream().map(p -> recent.get(p).text()).toList();
      for (SplitClaims.Joined joined : split.across(texts, region)) {
        found = spread(joined, places, found, earlier);
      }
    }
    return found;
  }

  private List<Integer> byAuthor(String author) {
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < recent.size(); i++) {
      if (recent.get(i).author().equals(author)) {
        places.add(i);
      }
    }
    return places;
  }

  /** Gives each message its part; the last one's findings, with its part, come back. */
  private List<IdentifierSpan> spread(
      SplitClaims.Joined joined,
      List<Integer> places,
      List<IdentifierSpan> found,
      List<MessageFindings> earlier) {
    groups++;
    List<IdentifierSpan> last = found;
    for (SplitClaims.Part part : joined.parts()) {
      int place = places.get(part.message());
      IdentifierSpan span = span(joined.whole(), part, recent.get(place).text());
      if (place == recent.size() - 1) {
        last = with(last, span);
      } else {
        int at = earlier.size() - (recent.size() - 1 - place);
        MessageFindings old = earlier.get(at);
        earlier.set(
            at,
            new MessageFindings(
                old.n(), old.risk(), old.indicators(), with(old.identifiers(), span)));
      }
    }
    return last;
  }

  private IdentifierSpan span(IdentifierSpan whole, SplitClaims.Part part, String text) {
    return new IdentifierSpan(
        whole.type(),
        part.start(),
        part.end(),
        text.substring(part.start(), part.end()),
        whole.normalized(),
        whole.score(),
        whole.platform(),
        groups);
  }

  private static List<IdentifierSpan> with(List<IdentifierSpan> spans, IdentifierSpan added) {
    Stream<IdentifierSpan> kept =
        spans.stream().filter(s -> s.end() <= added.start() || added.end() <= s.start());
    return Stream.concat(kept, Stream.of(added))
        .sorted(Comparator.comparingInt(IdentifierSpan::start))
        .toList();
  }
}
