package org.sweetie.console.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The reviewed texts that come with the program. */
public final class Texts {
  private Texts() {}

  /** The closing message of a demo mandate (CONDUCT B9). */
  public static String deterrence() {
    return of("deterrence.en.txt");
  }

  /**
   * A reviewed text by its file name.
   *
   * @throws IllegalArgumentException when there is none of that name
   */
  public static String of(String file) {
    try (InputStream in = Texts.class.getResourceAsStream("/texts/" + file)) {
      if (in == null) {
        throw new IllegalArgumentException(
            "no reviewed text '" + file + "'; texts/index.txt lists them");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
