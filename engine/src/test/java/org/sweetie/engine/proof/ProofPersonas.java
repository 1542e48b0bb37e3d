package org.sweetie.engine.proof;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sweetie.engine.conduct.ChildPhrases;
import org.sweetie.engine.conduct.ConductGate;
import org.sweetie.engine.conduct.GateContext;
import org.sweetie.engine.conduct.LineRules;
import org.sweetie.engine.conduct.Phrases;
import org.sweetie.engine.conduct.StandingMandates;
import org.sweetie.engine.persona.Persona;
import org.sweetie.engine.persona.PersonaProfile;
import org.sweetie.engine.persona.TypingManner;
import org.sweetie.engine.script.ScriptCompiler;
import org.sweetie.engine.script.ScriptSource;
import org.sweetie.engine.text.OffsetMap;
import org.sweetie.engine.text.Readable;
import org.sweetie.engine.text.TextReader;

/**
 * Personas of the tests, read from their folders, and the shipped phrases over a mask of tokens.
 */
public final class ProofPersonas {
  private static final String SHIPPED = "/org/sweetie/engine/persona/althea/";

  private ProofPersonas() {}

  static Path folder(String name) {
    URL url = Objects.requireNonNull(ProofPersonas.class.getResource(name), name);
    try {
      return Path.of(url.toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  static Persona read(Path folder) {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> found = Files.list(folder)) {
      for (Path file : found.toList()) {
        files.put(String.valueOf(file.getFileName()), Files.readString(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return persona(files);
  }

  /** The persona that comes with the program. */
  public static Persona shipped() {
    Map<String, String> files = new TreeMap<>();
    for (String name : resource(Persona.class, SHIPPED + "index.txt").lines().toList()) {
      if (!name.isBlank()) {
        files.put(name.strip(), resource(Persona.class, SHIPPED + name.strip()));
      }
    }
    return persona(files);
  }

  static Persona persona(Map<String, String> files) {
    Map<String, String> keys =
        files
            .getOrDefault("persona.yaml", "")
            .lines()
            .filter(line -> line.matches("\\w+: .*"))
            .map(line -> line.split(": ", 2))
            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1].replace("\"", "")));
    List<ScriptSource> sources =
        files.entrySet().stream()
            .filter(file -> file.getKey().endsWith(".top"))
            .map(file -> new ScriptSource(file.getKey(), file.getValue()))
            .toList();
    return new Persona(
        PersonaProfile.of(keys), typing(files), ScriptCompiler.compile(sources).script(), files);
  }

  /** The misspellings of a persona file, each as likely as can be. */
  private static TypingManner typing(Map<String, String> files) {
    Map<String, String> misspellings =
        files
            .getOrDefault("persona.yaml", "")
            .lines()
            .filter(line -> line.matches("    \\w+: \\w+"))
            .map(line -> line.strip().split(": ", 2))
            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    return new TypingManner(300, Duration.ZERO, Duration.ZERO, 0.5, misspellings);
  }

  /** The shipped phrases; the mask takes the token alone. */
  public static LineRules rules() {
    return new LineRules(phrases(), ChildPhrases.shipped(), new TokenReader());
  }

  /** The shipped phrase file. */
  public static Phrases phrases() {
    return Phrases.parse("gate.txt", resource(ConductGate.class, "gate.txt"));
  }

  /** A conversation in which the age was stated and this is to be answered. */
  static GateContext afterwards(String line) {
    return new GateContext(
        StandingMandates.live(), true, false, false, 10, true, List.of(line), List.of());
  }

  private static String resource(Class<?> beside, String name) {
    try (InputStream in = Objects.requireNonNull(beside.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads text as it is: the token counts as masked. */
  static final class TokenReader implements TextReader {
    @Override
    public Readable read(String original) {
      int masked = original.contains(EXPLICIT) ? 1 : 0;
      return new Readable(original, original, OffsetMap.identity(original.length()), masked);
    }

    @Override
    public String hash() {
      return "sha256:none";
    }
  }
}
