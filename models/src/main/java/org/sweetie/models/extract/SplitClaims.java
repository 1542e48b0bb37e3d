package org.sweetie.models.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.sweetie.engine.signal.Extractor;
import org.sweetie.engine.signal.IdentifierSpan;
import org.sweetie.engine.signal.IdentifierType;

/**
 * Identifiers that go on in the next message: a number in two halves, an address in three parts.
 *
 * <p>The messages of one author are read as if a space, or nothing, stood between them. Only what
 * has a form of its own counts, not names, places or ages, and only where no message holds a whole
 * one at the same place. Safe for use by many threads.
 */
public final class SplitClaims {
  /** Messages one identifier may be spread over. */
  public static final int MOST = 3;

  /** Longer messages are no parts. */
  private static final int LONGEST = 400;

  private static final Set<IdentifierType> TYPES =
      Set.of(
          IdentifierType.PHONE,
          IdentifierType.EMAIL,
          IdentifierType.URL,
          IdentifierType.HANDLE,
          IdentifierType.IP,
          IdentifierType.IBAN,
          IdentifierType.CREDIT_CARD,
          IdentifierType.BTC_ADDRESS,
          IdentifierType.ETH_ADDRESS);
  private static final Set<IdentifierType> PARTS =
      Set.of(
          IdentifierType.URL,
          IdentifierType.HANDLE,
          IdentifierType.AGE,
          IdentifierType.PLACE,
          IdentifierType.PERSON_NAME);
  private static final Set<IdentifierType> CHECKED =
      Set.of(
          IdentifierType.IBAN,
          IdentifierType.CREDIT_CARD,
          IdentifierType.BTC_ADDRESS,
          IdentifierType.ETH_ADDRESS);
  private static final String SIGNS = "@./:-_";

  private final Extractor extractor;

  /** Finds with an extractor of single texts. */
  public SplitClaims(Extractor extractor) {
    this.extractor = extractor;
  }

  /**
   * The identifiers that begin in an earlier message and end in the last.
   *
   * @param messages up to {@link #MOST} texts of one author, in order
   * @param region ISO 3166-1 alpha-2 region in which a national telephone number is read
   */
  public List<Joined> across(List<String> messages, String region) {
    if (messages.size() < 2
        || messages.stream().anyMatch(m -> m.isBlank() || m.length() > LONGEST)) {
      return List.of();
    }
    for (String gap : List.of(" ", "")) {
      List<Joined> found = across(messages, gap, region);
      if (!found.isEmpty()) {
        return found;
      }
    }
    return List.of();
  }

  private List<Joined> across(List<String> messages, String gap, String region) {
    Seams seams = new Seams(messages, gap);
    List<Joined> found = new ArrayList<>();
    for (IdentifierSpan span : extractor.extract(seams.text(), region)) {
      if (TYPES.contains(span.type()) && seams.isCrossedBy(span) && isSound(span, seams, gap)) {
        Joined joined = new Joined(span, seams.parts(span));
        if (joined.parts().stream().noneMatch(part -> isWhole(part, span, messages, region))) {
          found.add(joined);
        }
      }
    }
    return found;
  }

  /** Words run together by nothing make no address: a sign must show where it goes on. */
  private static boolean isSound(IdentifierSpan span, Seams seams, String gap) {
    boolean isAddress =
        span.type() == IdentifierType.EMAIL
            || span.type() == IdentifierType.URL
            || span.type() == IdentifierType.HANDLE;
    return !isAddress || !gap.isEmpty() || seams.isOpen(span);
  }

  /** Whether a message holds an identifier by itself where a part would be. */
  private boolean isWhole(Part part, IdentifierSpan whole, List<String> messages, String region) {
    return extractor.extract(messages.get(part.message()), region).stream()
        .filter(own -> own.start() < part.end() && part.start() < own.end())
        .anyMatch(own -> isRival(own.type(), whole.type()));
  }

  /** The rest of an address may look like one by itself; the rest of a number never does. */
  private static boolean isRival(IdentifierType own, IdentifierType whole) {
    boolean isChecked = CHECKED.contains(whole);
    return own == whole
        ? whole != IdentifierType.URL
        : !PARTS.contains(own) && !(isChecked && own == IdentifierType.PHONE);
  }

  /**
   * An identifier over several messages.
   *
   * @param whole its kind, normalised form and score; its place is in the joined text
   * @param parts where it is, message by message
   */
  public record Joined(IdentifierSpan whole, List<Part> parts) {
    public Joined {
      parts = List.copyOf(parts);
    }
  }

  /**
   * A part of one.
   *
   * @param message the place of the message in the list
   * @param start first UTF-16 unit in that message
   * @param end one past the last
   */
  public record Part(int message, int start, int end) {}

  /** Messages in one text, and where each begins. */
  private static final class Seams {
    private final String text;
    private final int[] starts;
    private final int[] ends;

    Seams(List<String> messages, String gap) {
      StringBuilder joined = new StringBuilder();
      starts = new int[messages.size()];
      ends = new int[messages.size()];
      for (int i = 0; i < messages.size(); i++) {
        String message = messages.get(i);
        joined.append(i == 0 ? "" : gap);
        starts[i] = joined.length();
        joined.append(gap.isEmpty() && i + 1 < messages.size() ? message.stripTrailing() : message);
        ends[i] = joined.length();
      }
      text = joined.toString();
    }

    String text() {
      return text;
    }

    boolean isCrossedBy(IdentifierSpan span) {
      int last = starts.length - 1;
      return span.start() < ends[last - 1] && span.end() > starts[last];
    }

    /** Whether a sign of addresses stands at each seam, or an address is plainly unfinished. */
    boolean isOpen(IdentifierSpan span) {
      for (int i = 1; i < starts.length; i++) {
        int seam = starts[i];
        if (span.start() < seam && span.end() > seam) {
          boolean isSigned =
              SIGNS.indexOf(text.charAt(seam - 1)) >= 0 || SIGNS.indexOf(text.charAt(seam)) >= 0;
          String before = text.substring(span.start(), seam);
          boolean isBegun =
              before.contains("@") || before.contains("://") || before.startsWith("www.");
          if (!isSigned && !isBegun) {
            return false;
          }
        }
      }
      return true;
    }

    List<Part> parts(IdentifierSpan span) {
      List<Part> parts = new ArrayList<>();
      for (int i = 0; i < starts.length; i++) {
        int start = Math.max(span.start(), starts[i]);
        int end = Math.min(span.end(), ends[i]);
        if (start < end) {
          parts.add(new Part(i, start - starts[i], end - starts[i]));
        }
      }
      return parts;
    }
  }
}
