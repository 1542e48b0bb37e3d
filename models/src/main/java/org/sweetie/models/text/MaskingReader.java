package org.sweetie.models.text;

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

  /** A reader with the look-alikes and word lists that travel with the program. */
  public MaskingReader() {
    this(WordLists.load());
  }

  MaskingReader(WordLists lists) {
    normalizer = new Normalizer(new LookAlikes());
    mask = new Mask(lists.terms().stream().map(t -> normalizer.normalize(t).text()).toList());
    hash = "sha256:" + Digests.sha256(RULES + "\n" + LookAlikes.version() + "\n" + lists.hash());
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
