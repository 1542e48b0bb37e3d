package org.sweetie.models.extract;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.sweetie.engine.signal.Extractor;
import org.sweetie.engine.signal.IdentifierSpan;
import org.sweetie.engine.text.Confusables;
import org.sweetie.engine.text.Normalized;
import org.sweetie.engine.text.Normalizer;
import org.sweetie.models.text.LookAlikes;

/**
 * Finds telephone numbers, addresses, handles, accounts, coins and ages, each validated by its own
 * standard.
 *
 * <p>A message is read in normal form without folding of look-alikes, since a domain of another
 * script is another domain. Where digits or signs are spelled out, an alternative reading stands
 * beside it; spans always cover the original surface.
 */
public final class IdentifierExtractor implements Extractor {
  /** Where a national telephone number is read unless something else is said. */
  public static final String DEFAULT_REGION = "GB";

  /** Changes whenever the rules of finding change, so that the hash does. */
  private static final String RULES = "identifiers, 2";

  private final Normalizer normalizer = new Normalizer(Confusables.NONE);
  private final Normalizer folding = new Normalizer(new LookAlikes());
  private final SpelledDigits spelledDigits = new SpelledDigits();
  private final SpelledSigns spelledSigns;
  private final List<Finder> everything;
  private final List<Finder> numbers;
  private final List<Finder> addresses;

  /** An extractor with the word files that travel with the program. */
  public IdentifierExtractor() {
    this(true);
  }

  /** An extractor of everything but the names of persons and places, which cost the most. */
  public static IdentifierExtractor withoutNames() {
    return new IdentifierExtractor(false);
  }

  private IdentifierExtractor(boolean named) {
    Domains domains = new Domains();
    spelledSigns = new SpelledSigns(domains);
    addresses = List.of(new UrlFinder(domains), new EmailFinder(domains), new IpFinder());
    numbers = List.of(new CardFinder(), new IbanFinder(), new PhoneFinder());
    everything = new ArrayList<>(addresses);
    everything.addAll(numbers);
    everything.addAll(
        List.of(new HandleFinder(), new CoinFinder(), new AgeFinder(), new PaymentFinder()));
    if (named) {
      Lexicon persons = Lexicon.load("persons.txt");
      NameWords names = new NameWords(persons);
      Places places = new Places();
      everything.add(new AddressFinder(persons, names));
      everything.add(new PlaceFinder(persons, names, places));
      everything.add(new PersonFinder(persons, names, places));
    }
  }

  /** The identifiers of a text in the default region. */
  public List<IdentifierSpan> extract(String text) {
    return extract(text, DEFAULT_REGION);
  }

  /** {@code sha256:} and a hash over the rules and word files it finds by. */
  public String hash() {
    try {
      byte[] rules = (RULES + "\n" + Lexicon.all()).getBytes(StandardCharsets.UTF_8);
      return "sha256:"
          + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(rules));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256, this one has not", e);
    }
  }

  @Override
  public List<IdentifierSpan> extract(String text, String region) {
    Normalized normal = normalizer.normalize(text);
    Claims claims = new Claims(text);
    read(normal, region, claims);
    if (hasMixedWord(normal.text())) {
      // A word of two scripts is read as the one of them it is meant in.
      Normalized folded = folding.normalize(text);
      if (!folded.text().equals(normal.text())) {
        claims.prefer();
        read(folded, region, claims);
      }
    }
    return claims.settle();
  }

  private void read(Normalized normal, String region, Claims claims) {
    Passage passage = new Passage(normal.text(), normal.map());
    read(passage, region, everything, claims);
    spelledDigits.alternative(passage).ifPresent(p -> read(p, region, numbers, claims));
    spelledSigns.alternative(passage).ifPresent(p -> read(p, region, addresses, claims));
  }

  /** Whether a Latin letter stands beside a Cyrillic or Greek one. */
  private static boolean hasMixedWord(String text) {
    boolean wasLatin = false;
    boolean wasOther = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isLatin = Chars.isAsciiLetter(c);
      boolean isOther = c >= 0x370 && c < 0x530;
      if ((isLatin && wasOther) || (isOther && wasLatin)) {
        return true;
      }
      boolean isKept = Chars.isDigit(c) || c == '_' || c == '.' || c == '-' || c == '@';
      wasLatin = isLatin || (wasLatin && isKept);
      wasOther = isOther || (wasOther && isKept);
    }
    return false;
  }

  private static void read(Passage passage, String region, List<Finder> finders, Claims claims) {
    for (Finder finder : finders) {
      finder.find(passage, region, candidate -> claims.add(passage, candidate));
    }
  }
}
