package org.sweetie.models.language;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Whose rules and lexicons read a text: one for each language, and one for Bosnian, Croatian and
 * Serbian together, which share nearly every word a chat is made of.
 */
public enum Reader {
  ENGLISH(Script.LATIN, "en"),
  ROMANIAN(Script.LATIN, "ro"),
  BULGARIAN(Script.CYRILLIC, "bg"),
  ALBANIAN(Script.LATIN, "sq"),
  HUNGARIAN(Script.LATIN, "hu"),
  SERBIAN(Script.BOTH, "sr", "hr", "bs"),
  RUSSIAN(Script.CYRILLIC, "ru"),
  UKRAINIAN(Script.CYRILLIC, "uk");

  /** The letters a language is written in. */
  public enum Script {
    LATIN,
    CYRILLIC,
    BOTH;

    /** Whether text in {@code other} may be in a language of this script. */
    public boolean shares(Script other) {
      return this == other || this == BOTH || other == BOTH;
    }
  }

  private final Script script;
  private final Set<String> codes;

  Reader(Script script, String... codes) {
    this.script = script;
    this.codes = Set.of(codes);
  }

  /** The letters its language is written in. */
  public Script script() {
    return script;
  }

  /** The name of its rule files: the first ISO 639-1 code, {@code sr} for bs, hr and sr. */
  public String file() {
    return this == SERBIAN ? "sr" : codes.iterator().next();
  }

  /**
   * The reader of a language tag.
   *
   * @param tag ISO 639-1, with or without more: {@code en}, {@code sr-Latn}, {@code en_GB}
   * @return empty for a language none of them reads
   */
  public static Optional<Reader> ofTag(String tag) {
    String code = tag.toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
    return Arrays.stream(values()).filter(r -> r.codes.contains(code)).findFirst();
  }
}
