package org.sweetie.models.text;

import java.util.List;
import java.util.Random;
import org.sweetie.engine.text.Mask;
import org.sweetie.engine.text.Normalizer;
import org.sweetie.engine.text.Readable;
import org.sweetie.engine.text.TextReader;

/** Reads text into normal form and masks the terms of the word lists. */
public final class MaskingReader implements TextReader {
  /** Changes whenever the rules of normal form or mask change, so that the hash does. */
  private static final String RULES = "normal form and mask, 1";

  private final Normalizer normalizer;
  private final Mask mask;
  private final String hash;

  /** A reader for what people type: a literal token is escaped (CONDUCT A2). */
  public MaskingReader() {
    this(WordLists.load(), false);
  }

  /** A reader for text composed here: corpora and files, where the token stands for a term. */
  public static MaskingReader ofComposedText() {
    return new MaskingReader(WordLists.load(), true);
  }

  MaskingReader(WordLists lists) {
    this(lists, false);
  }

  private MaskingReader(WordLists lists, boolean tokenStands) {
    normalizer = new Normalizer(new LookAlikes());
    mask =
        new Mask(
            lists.terms().stream().map(t -> normalizer.normalize(t).text()).toList(), tokenStands);
    String rules = tokenStands ? RULES + ", composed text" : RULES;
    hash = "sha256:" + Digests.sha256(rules + "\n" + LookAlikes.version() + "\n" + lists.hash());
  }

  /**
   * A term of the word lists, drawn at run time (CONDUCT A7): what a token in a composed
   * conversation stands for when it is played through a channel.
   */
  public static String drawTerm(long seed) {
    List<String> terms =
        WordLists.load().terms().stream()
            .filter(t -> t.chars().allMatch(c -> c >= 'a' && c <= 'z'))
            .sorted()
            .toList();
    return terms.get(new Random(seed).nextInt(terms.size()));
  }

  @Override
  public Readable read(String original) {
    return mask.over(original, normalizer.normalize(original));
  }

  @Override
  public String hash() {
    return hash;
  }
}
