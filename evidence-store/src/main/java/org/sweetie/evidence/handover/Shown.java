package org.sweetie.evidence.handover;

import org.sweetie.engine.text.Readable;
import org.sweetie.engine.text.TextReader;

/** How text is put before readers: masked (CONDUCT A2), and without what is no character. */
final class Shown {
  private final TextReader reader;

  Shown(TextReader reader) {
    this.reader = reader;
  }

  /** The readable form of something said. */
  String said(String original) {
    return whole(reader.read(original).text());
  }

  /**
   * A name, a reason, an identifier: as it is, for a normal form would make another one of it;
   * masked where the mask finds a term.
   */
  String asIs(String text) {
    Readable readable = reader.read(text);
    return whole(readable.masked() > 0 ? readable.text() : text);
  }

  /** Lone surrogates have no form in UTF-8; the original bytes beside the text keep them. */
  private static String whole(String text) {
    StringBuilder whole = new StringBuilder(text);
    for (int i = 0; i < whole.length(); i++) {
      char c = whole.charAt(i);
      boolean pair =
          Character.isHighSurrogate(c)
              && i + 1 < whole.length()
              && Character.isLowSurrogate(whole.charAt(i + 1));
      if (pair) {
        i++;
      } else if (Character.isSurrogate(c)) {
        whole.setCharAt(i, '\uFFFD');
      }
    }
    return whole.toString();
  }
}
