package org.sweetie.models.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.commons.validator.routines.CreditCardValidator;
import org.apache.commons.validator.routines.CreditCardValidator.CreditCardRange;
import org.apache.commons.validator.routines.checkdigit.LuhnCheckDigit;
import org.sweetie.engine.signal.IdentifierType;

/** Payment card numbers: issuer ranges and the Luhn check digit (ISO/IEC 7812). */
final class CardFinder implements Finder {
  private static final int WEIGHT = 85;
  private static final int SHORTEST = 12;
  private static final int LONGEST = 19;
  private static final int LONG_ENOUGH = 13;

  private final CreditCardValidator validator = new CreditCardValidator(ranges());

  private static CreditCardRange[] ranges() {
    return new CreditCardRange[] {
      new CreditCardRange("4", null, new int[] {13, 16, 19}), // Visa
      new CreditCardRange("51", "55", 16, 16), // Mastercard
      new CreditCardRange("2221", "2720", 16, 16),
      new CreditCardRange("34", null, 15, 15), // American Express
      new CreditCardRange("37", null, 15, 15),
      new CreditCardRange("300", "305", 14, 14), // Diners Club
      new CreditCardRange("3095", null, 14, 14),
      new CreditCardRange("36", null, 14, 14),
      new CreditCardRange("38", "39", 14, 14),
      new CreditCardRange("6011", null, 16, 19), // Discover
      new CreditCardRange("644", "65", 16, 19),
      new CreditCardRange("3528", "3589", 16, 19), // JCB
      new CreditCardRange("35", null, 16, 16), // as published test numbers have it
      new CreditCardRange("1800", null, 15, 15),
      new CreditCardRange("2131", null, 15, 15),
      new CreditCardRange("62", null, 16, 19), // UnionPay
      new CreditCardRange("2200", "2204", 16, 19), // Mir
      new CreditCardRange("50", null, 12, 19), // Maestro
      new CreditCardRange("56", "58", 12, 19),
      new CreditCardRange("63", null, 12, 19),
      new CreditCardRange("67", null, 12, 19),
    };
  }

  @Override
  public void find(Passage passage, String region, Consumer<Candidate> found) {
    for (int i = 0; i < passage.length(); i++) {
      if (Chars.isDigit(passage.at(i)) && isFree(passage.at(i - 1))) {
        i = run(passage, i, found);
      }
    }
  }

  private static boolean isFree(char before) {
    return !Chars.isWord(before) && before != '.' && before != '_' && before != '+';
  }

  /**
   * Reads groups of digits, set apart by single spaces, hyphens or dots; gives the last place read.
   */
  private int run(Passage passage, int start, Consumer<Candidate> found) {
    List<Integer> bounds = new ArrayList<>();
    int end = start;
    int i = start;
    while (Chars.isDigit(passage.at(i))) {
      bounds.add(i);
      while (Chars.isDigit(passage.at(i))) {
        i++;
      }
      end = i;
      bounds.add(end);
      char gap = passage.at(i);
      i += (gap == ' ' || gap == '-' || gap == '.') && Chars.isDigit(passage.at(i + 1)) ? 1 : 0;
    }
    if (!card(passage, bounds, 0, bounds.size(), found)) {
      parts(passage, bounds, found);
    }
    return end;
  }

  /** Cards among other numbers: four groups, or one that is long enough by itself. */
  private void parts(Passage passage, List<Integer> bounds, Consumer<Candidate> found) {
    for (int first = 0; first < bounds.size(); first += 2) {
      int digits = bounds.get(first + 1) - bounds.get(first);
      int groups = digits == 4 ? 4 : 1;
      if (digits == 4 || digits >= LONG_ENOUGH) {
        int last = Math.min(bounds.size(), first + 2 * groups);
        first += card(passage, bounds, first, last, found) ? 2 * groups - 2 : 0;
      }
    }
  }

  private boolean card(
      Passage passage, List<Integer> bounds, int first, int last, Consumer<Candidate> found) {
    int start = bounds.get(first);
    int end = bounds.get(last - 1);
    int groups = (last - first) / 2;
    if (end - start > LONGEST + groups || end - start < SHORTEST || !isFreeAfter(passage, end)) {
      return false;
    }
    String digits = passage.text().substring(start, end).replaceAll("[ .-]", "");
    if (digits.length() > LONGEST || !isCard(digits)) {
      return false;
    }
    found.accept(Candidate.of(IdentifierType.CREDIT_CARD, start, end, digits, 1.0, WEIGHT));
    return true;
  }

  private static boolean isFreeAfter(Passage passage, int end) {
    char next = passage.at(end);
    boolean isDecimal = (next == '.' || next == ',') && Chars.isDigit(passage.at(end + 1));
    return !Chars.isWord(next) && next != '_' && !isDecimal;
  }

  private boolean isCard(String digits) {
    return LuhnCheckDigit.LUHN_CHECK_DIGIT.isValid(digits) && validator.isValid(digits);
  }
}
