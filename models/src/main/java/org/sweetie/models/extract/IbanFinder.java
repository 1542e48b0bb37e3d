package org.sweetie.models.extract;

import java.util.Locale;
import java.util.function.Consumer;
import org.iban4j.CountryCode;
import org.iban4j.Iban4jException;
import org.iban4j.IbanUtil;
import org.sweetie.engine.signal.IdentifierType;

/** International bank account numbers (ISO 13616), with or without spaces or hyphens. */
final class IbanFinder implements Finder {
  private static final int WEIGHT = 90;
  private static final int SHORTEST = 15;

  @Override
  public void find(Passage passage, String region, Consumer<Candidate> found) {
    for (int i = 0; i + SHORTEST <= passage.length(); i++) {
      if (Chars.isDigit(passage.at(i + 2))
          && Chars.isDigit(passage.at(i + 3))
          && Chars.isAsciiLetter(passage.at(i))
          && Chars.isAsciiLetter(passage.at(i + 1))
          && !Chars.isWord(passage.at(i - 1))) {
        account(passage, i, found);
      }
    }
  }

  private static void account(Passage passage, int start, Consumer<Candidate> found) {
    String country = passage.text().substring(start, start + 2).toUpperCase(Locale.ROOT);
    CountryCode code = CountryCode.getByCode(country);
    if (code == null || !IbanUtil.isSupportedCountry(code)) {
      return;
    }
    int length = IbanUtil.getIbanLength(code);
    StringBuilder iban = new StringBuilder(length);
    int end = start;
    while (iban.length() < length && Chars.isAsciiWord(passage.at(end))) {
      iban.append(Character.toUpperCase(passage.at(end)));
      end++;
      boolean isSpaced = passage.at(end) == ' ' || passage.at(end) == '-';
      if (isSpaced && iban.length() < length) {
        end++;
      }
    }
    if (iban.length() == length
        && !Chars.isWord(passage.at(end))
        && hasRemainderOne(iban)
        && isIban(iban.toString())) {
      found.accept(Candidate.of(IdentifierType.IBAN, start, end, iban.toString(), 1.0, WEIGHT));
    }
  }

  /** The check of ISO 7064, MOD 97-10: cheap, and spares the library's exceptions. */
  private static boolean hasRemainderOne(CharSequence iban) {
    int remainder = 0;
    for (int i = 0; i < iban.length(); i++) {
      int value = Character.digit(iban.charAt((i + 4) % iban.length()), 36);
      remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
    }
    return remainder == 1;
  }

  private static boolean isIban(String iban) {
    try {
      IbanUtil.validate(iban);
      return true;
    } catch (Iban4jException notOne) {
      return false;
    }
  }
}
