package org.sweetie.engine.text;

import java.text.Normalizer;
import java.text.Normalizer.Form;

/**
 * Unicode normal form NFKC, one segment at a time, so that each unit keeps its own origin.
 *
 * <p>A segment starts at a character that composes with nothing before it. Runs of more than
 * {@value #LONGEST} characters are cut, as in the Stream-Safe Text Format (UAX 15, section 13):
 * reordering the marks of an endless run would take quadratic time.
 */
final class Composer {
  private static final int LONGEST = 30;

  private Composer() {}

  static Normalized compose(String text) {
    if (isShortOfMarks(text) && Normalizer.isNormalized(text, Form.NFKC)) {
      return Normalized.unchanged(text);
    }
    Rewriter out = new Rewriter(text);
    for (int start = 0; start < text.length(); ) {
      int end = endOfSegment(text, start);
      segment(text, start, end, out);
      start = end;
    }
    return out.done();
  }

  private static void segment(String text, int start, int end, Rewriter out) {
    if (end == start + 1 && text.charAt(start) < 0xA0) {
      out.copy(start, end);
      return;
    }
    String segment = text.substring(start, end);
    String composed = Normalizer.normalize(segment, Form.NFKC);
    if (composed.equals(segment)) {
      out.copy(start, end);
    } else {
      out.replace(start, end, composed);
    }
  }

  private static int endOfSegment(String text, int start) {
    int end = start + Character.charCount(text.codePointAt(start));
    for (int joined = 1; end < text.length() && joined < LONGEST; joined++) {
      int c = text.codePointAt(end);
      if (!joinsBefore(c)) {
        break;
      }
      end += Character.charCount(c);
    }
    return end;
  }

  /** Whether a character may compose or change places with one before it. */
  private static boolean joinsBefore(int c) {
    if (c < 0x300) {
      return false;
    }
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || isJamo(c)
        || c == 0xFF9E
        || c == 0xFF9F;
  }

  /** Vowels and finals of Hangul, in each of the blocks that NFKC turns into conjoining jamo. */
  private static boolean isJamo(int c) {
    return (c >= 0x1160 && c <= 0x11FF)
        || (c >= 0x3131 && c <= 0x318F)
        || (c >= 0xD7B0 && c <= 0xD7FF)
        || (c >= 0xFFA0 && c <= 0xFFDC);
  }

  private static boolean isShortOfMarks(String text) {
    int run = 0;
    for (int i = 0; i < text.length() && run < LONGEST; i++) {
      run = joinsBefore(text.charAt(i)) || Character.isSurrogate(text.charAt(i)) ? run + 1 : 0;
    }
    return run < LONGEST;
  }
}
