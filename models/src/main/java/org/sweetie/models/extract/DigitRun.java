package org.sweetie.models.extract;

import java.util.ArrayList;
import java.util.List;

/** Digits and what may stand between the digits of one number. */
record DigitRun(int start, int end, int digits) {
  private static final int WIDEST_GAP = 4;
  private static final String SEPARATORS = " -./()[]+~\u2010\u2011\u2012\u2013\u2014\u2212\u00A0\t";

  static DigitRun at(Passage passage, int first) {
    int start = first;
    while (first - start < 3 && "+(".indexOf(passage.at(start - 1)) >= 0 && start > 0) {
      start--;
    }
    int end = first;
    int digits = 0;
    for (int i = first; i - end <= WIDEST_GAP && i < passage.length(); i++) {
      char c = passage.at(i);
      if (Chars.isDigit(c)) {
        digits++;
        end = i + 1;
      } else if (SEPARATORS.indexOf(c) < 0) {
        break;
      }
    }
    return new DigitRun(start, end, digits);
  }

  /** Begins as numbers with a prefix do. */
  boolean isPrefixed(Passage passage) {
    char first = passage.at(start);
    return first == '+' || first == '0' || first == '(';
  }

  /** The parts of an endless run between its spaces. */
  List<DigitRun> pieces(Passage passage) {
    List<DigitRun> pieces = new ArrayList<>();
    int from = start;
    int count = 0;
    for (int i = start; i <= end; i++) {
      if (i == end || Chars.isSpace(passage.at(i))) {
        if (count > 0) {
          pieces.add(new DigitRun(from, i, count));
        }
        from = i + 1;
        count = 0;
      } else if (Chars.isDigit(passage.at(i))) {
        count++;
      }
    }
    return pieces;
  }

  /** Three, three and four digits, set apart; a 1 may stand before them. */
  boolean isNorthAmerican(Passage passage) {
    StringBuilder groups = new StringBuilder();
    int length = 0;
    for (int i = start; i <= end; i++) {
      if (i < end && Chars.isDigit(passage.at(i))) {
        length++;
      } else if (length > 0) {
        groups.append(length).append(' ');
        length = 0;
      }
    }
    String shape = groups.toString();
    return shape.equals("3 3 4 ") || shape.equals("1 3 3 4 ");
  }
}
