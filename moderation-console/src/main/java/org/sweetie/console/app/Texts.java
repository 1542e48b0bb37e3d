package org.sweetie.console.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.sweetie.engine.conduct.ReviewedTexts;

/** The reviewed texts that come with the program. */
public final class Texts {
  private Texts() {}

  /** The closing message of a demo mandate (CONDUCT B9). */
  public static String deterrence() {
    return of("deterrence.en.txt");
  }

  /** The help texts, in every language there is one in (CONDUCT B10). */
  public static ReviewedTexts help() {
    Map<String, String> texts = new TreeMap<>();
    for (String file : of("index.txt").split("\n", -1)) {
      if (file.startsWith("help.") && file.endsWith(".txt")) {
        texts.put(file.substring(0, file.length() - ".txt".length()), of(file));
      }
    }
    return new ReviewedTexts(texts);
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
