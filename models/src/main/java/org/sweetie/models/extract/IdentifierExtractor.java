package org.sweetie.models.extract;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.sweetie.engine.signal.Extractor;
import org.sweetie.engine.signal.IdentifierSpan;
import org.sweetie.engine.text.Confusables;
import org.sweetie.engine.text.Normalized;
import org.sweetie.engine.text.Normalizer;

/**
 * Finds telephone numbers, addresses, handles, accounts, coins and ages, each validated by its own
 * standard.
 *
 * <p>A message is read in normal form without folding of look-alikes, since a domain of another
 * script is another domain. Where digits or signs are spelled out, an alternative reading stands
 * beside it; spans always cover the original surface. Names, places and payment references are not
 * found here.
 */
public final class IdentifierExtractor implements Extractor {
  /** Where a national telephone number is read unless something else is said. */
  public static final String DEFAULT_REGION = "GB";

  /** Changes whenever the rules of finding change, so that the hash does. */
  private static final String RULES = "identifiers, 1";

  private final Normalizer normalizer = new Normalizer(Confusables.NONE);
  private final SpelledDigits spelledDigits = new SpelledDigits();
  private final SpelledSigns spelledSigns;
  private final List<Finder> everything;
  private final List<Finder> numbers;
  private final List<Finder> addresses;

  /** An extractor with the word files that travel with the program. */
  public IdentifierExtractor() {
    Domains domains = new Domains();
    spelledSigns = new SpelledSigns(domains);
    addresses = List.of(new UrlFinder(domains), new EmailFinder(domains));
    numbers = List.of(new CardFinder(), new IbanFinder(), new PhoneFinder());
    everything =
        List.of(
            addresses.get(0),
            addresses.get(1),
            new HandleFinder(),
            new IpFinder(),
            new CoinFinder(),
            numbers.get(0),
            numbers.get(1),
            numbers.get(2),
            new AgeFinder());
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
    Passage passage = new Passage(normal.text(), normal.map());
    Claims claims = new Claims(text);
    read(passage, region, everything, claims);
    spelledDigits.alternative(passage).ifPresent(p -> read(p, region, numbers, claims));
    spelledSigns.alternative(passage).ifPresent(p -> read(p, region, addresses, claims));
    return claims.settle();
  }

  private static void read(Passage passage, String region, List<Finder> finders, Claims claims) {
    for (Finder finder : finders) {
      finder.find(passage, region, candidate -> claims.add(passage, candidate));
    }
  }
}
