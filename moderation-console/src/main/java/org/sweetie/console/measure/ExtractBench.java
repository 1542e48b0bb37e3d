package org.sweetie.console.measure;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.sweetie.engine.message.Utterance;
import org.sweetie.engine.signal.Extractor;
import org.sweetie.models.extract.IdentifierExtractor;
import org.sweetie.models.obfuscate.Disguise;
import org.sweetie.models.obfuscate.Obfuscator;
import org.sweetie.training.compose.Composer;

/**
 * Messages a second through the extractor on one thread, with and without names and places, beside
 * the finder of libphonenumber on the same text in the same run.
 *
 * <p>The text is composed conversations of every language; one message in ten is a claim of an
 * identifier, plain or in a disguise.
 */
public final class ExtractBench {
  private static final long SEED = 1;
  private static final int CONVERSATIONS = 400;
  private static final int A_CLAIM_IN = 10;
  private static final String REGION = IdentifierExtractor.DEFAULT_REGION;

  /** Runs all three, each for a third of the time, after a warm-up of the same length. */
  public Result run(double seconds) {
    List<String> messages = messages();
    Extractor numbers = IdentifierExtractor.withoutNames();
    Extractor all = new IdentifierExtractor();
    PhoneNumberUtil phones = PhoneNumberUtil.getInstance();
    double each = seconds / 6;
    double extract = rate(messages, each, text -> numbers.extract(text, REGION).size());
    double withNames = rate(messages, each, text -> all.extract(text, REGION).size());
    double peer = rate(messages, each, text -> count(phones.findNumbers(text, REGION)));
    return new Result(extract, withNames, peer);
  }

  private static int count(Iterable<?> found) {
    int count = 0;
    for (Object ignored : found) {
      count++;
    }
    return count;
  }

  private static List<String> messages() {
    List<String> messages = new ArrayList<>();
    Obfuscator obfuscator = new Obfuscator(SEED);
    Composer.compose(SEED, CONVERSATIONS)
        .flatMap(labelled -> labelled.conversation().messages().stream())
        .map(Utterance::text)
        .forEach(
            text -> {
              messages.add(text);
              if (messages.size() % A_CLAIM_IN == A_CLAIM_IN - 1) {
                claim(obfuscator, messages);
              }
            });
    return messages;
  }

  private static void claim(Obfuscator obfuscator, List<String> messages) {
    int turn = messages.size() / A_CLAIM_IN;
    var languages = obfuscator.languages();
    var types = obfuscator.types();
    var said =
        obfuscator.say(languages.get(turn % languages.size()), types.get(turn / 3 % types.size()));
    Disguise how = Disguise.values()[turn / 2 % Disguise.values().length];
    obfuscator
        .disguised(said, how)
        .or(() -> obfuscator.disguised(said, Disguise.NONE))
        .ifPresent(claim -> messages.addAll(claim.messages()));
  }

  /** The better half of the time counts: the first warms up. */
  private static double rate(List<String> messages, double seconds, ToIntFunction<String> read) {
    pass(messages, seconds, read);
    return pass(messages, seconds, read);
  }

  private static double pass(List<String> messages, double seconds, ToIntFunction<String> read) {
    long start = System.nanoTime();
    long stop = start + (long) (seconds * 1e9);
    long done = 0;
    long found = 0;
    while (System.nanoTime() < stop) {
      for (int i = 0; i < messages.size() && (i % 64 != 0 || System.nanoTime() < stop); i++) {
        found += read.applyAsInt(messages.get(i));
        done++;
      }
    }
    if (found < 0) {
      throw new IllegalStateException("found " + found + " identifiers; expected none or more");
    }
    return done / ((System.nanoTime() - start) / 1e9);
  }

  /**
   * Messages a second on one thread.
   *
   * @param extract all identifiers, names and places apart
   * @param withNames all of them
   * @param libphonenumber telephone numbers alone, by libphonenumber's own finder
   */
  public record Result(double extract, double withNames, double libphonenumber) {
    /** How many times as fast as libphonenumber's finder. */
    public double ratio() {
      return extract / libphonenumber;
    }
  }
}
