package org.sweetie.models.suites;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.sweetie.engine.signal.Extractor;
import org.sweetie.engine.signal.IdentifierSpan;
import org.sweetie.engine.signal.IdentifierType;
import org.sweetie.models.extract.SplitClaims;
import org.sweetie.models.obfuscate.Claim;
import org.sweetie.models.obfuscate.Disguise;
import org.sweetie.models.obfuscate.Obfuscator;
import org.sweetie.models.obfuscate.Said;

/** How many of the identifiers that are found plainly written are found in disguise. */
final class DisguisedClaims {
  private static final String REGION = "GB";

  private final Extractor extractor;
  private final Map<String, Tally> tallies = new TreeMap<>();

  DisguisedClaims(Extractor extractor) {
    this.extractor = extractor;
  }

  /**
   * Tallies by kind, by language, by disguise and in all.
   *
   * @param each claims of each kind in each language and disguise
   * @param missed told of each message in which one was missed
   */
  Map<String, Tally> measure(long seed, int each, Consumer<String> missed) {
    Obfuscator obfuscator = new Obfuscator(seed);
    for (String language : obfuscator.languages()) {
      for (IdentifierType type : obfuscator.types()) {
        for (int i = 0; i < each; i++) {
          Said said = obfuscator.say(language, type);
          Optional<String> clean =
              obfuscator.disguised(said, Disguise.NONE).flatMap(claim -> found(claim));
          count("clean " + type.wire(), clean.isPresent());
          if (clean.isEmpty()) {
            missed.accept("clean " + language + " " + said);
            continue;
          }
          for (Disguise how : Disguise.values()) {
            obfuscator
                .disguised(said, how)
                .ifPresent(claim -> disguised(claim, clean.get(), missed));
          }
        }
      }
    }
    return tallies;
  }

  private void disguised(Claim claim, String clean, Consumer<String> missed) {
    if (claim.how() == Disguise.NONE) {
      return;
    }
    boolean isFound = found(claim).filter(clean::equals).isPresent();
    count("all", isFound);
    count("kind " + claim.type().wire(), isFound);
    count("language " + claim.language(), isFound);
    count("disguise " + claim.how().name().toLowerCase(Locale.ROOT), isFound);
    if (!isFound) {
      missed.accept(
          claim.how() + " " + claim.language() + " " + claim.type() + " " + claim.messages());
    }
  }

  private void count(String key, boolean isFound) {
    tallies.merge(key, new Tally(isFound ? 1 : 0, isFound ? 0 : 1, 0), Tally::plus);
  }

  /** The normalised form of the claimed kind; a split one is looked for across its messages. */
  private Optional<String> found(Claim claim) {
    List<String> messages = claim.messages();
    List<IdentifierSpan> spans =
        messages.size() == 1
            ? extractor.extract(messages.get(0), REGION)
            : new SplitClaims(extractor)
                .across(messages, REGION).stream().map(SplitClaims.Joined::whole).toList();
    return spans.stream()
        .filter(span -> span.type() == claim.type())
        .map(IdentifierSpan::normalized)
        .findFirst();
  }
}
