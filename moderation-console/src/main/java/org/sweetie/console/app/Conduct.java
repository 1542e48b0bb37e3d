package org.sweetie.console.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.sweetie.engine.conduct.ChildPhrases;
import org.sweetie.engine.conduct.ConductGate;
import org.sweetie.engine.conduct.LineRules;
import org.sweetie.engine.conduct.Phrases;
import org.sweetie.engine.conduct.SafeguardingSigns;
import org.sweetie.engine.conduct.Shapes;
import org.sweetie.engine.text.TextReader;

/**
 * The shipped policy: the gate and the signs, read from the phrase files, and their hash.
 *
 * @param rules what can be said of a line by itself
 * @param gate judges what the persona is about to say
 * @param signs what calls a person at once
 */
public record Conduct(LineRules rules, ConductGate gate, SafeguardingSigns signs) {
  private static final String FILE = "gate.txt";
  private static final String AGES = "ages.txt";

  /** The policy this program ships, over a mask. */
  public static Conduct shipped(TextReader reader) {
    byte[] file = read(FILE);
    String ages = new String(read(AGES), StandardCharsets.UTF_8);
    Phrases phrases = Phrases.parse(FILE, new String(file, StandardCharsets.UTF_8));
    ChildPhrases child = ChildPhrases.shipped();
    LineRules rules = new LineRules(phrases, child, reader);
    return new Conduct(
        rules,
        new ConductGate(
            rules, hash(file, child.files() + Shapes.shipped().file() + ages, reader.hash())),
        new SafeguardingSigns(phrases, Phrases.parse(AGES, ages)));
  }

  private static byte[] read(String name) {
    try (InputStream in = ConductGate.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the program's jar holds no " + name + "; build it again");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String hash(byte[] file, String child, String mask) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update(file);
      sha256.update(child.getBytes(StandardCharsets.UTF_8));
      sha256.update(mask.getBytes(StandardCharsets.UTF_8));
      return "sha256:" + HexFormat.of().formatHex(sha256.digest());
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
