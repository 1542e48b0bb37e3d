package org.sweetie.console.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.sweetie.engine.persona.Persona;

/**
 * Reads the files of a persona or a bare script: from a folder, or the one that comes with the
 * program.
 */
public final class PersonaFiles {
  private static final String SHIPPED = "/org/sweetie/engine/persona/althea/";

  private PersonaFiles() {}

  /**
   * The text files of a folder by their path relative to it: scripts, tables, listings and {@code
   * persona.yaml}.
   *
   * @throws IOException when one cannot be read as UTF-8
   */
  public static Map<String, String> of(Path folder) throws IOException {
    return of(folder, PersonaFiles::belongs);
  }

  /**
   * The stories of a folder by their path relative to it. They are no part of a persona: a new
   * story changes nothing of what she says.
   *
   * @throws IOException when one cannot be read as UTF-8
   */
  public static Map<String, String> stories(Path folder) throws IOException {
    return of(folder, file -> String.valueOf(file.getFileName()).endsWith(".story"));
  }

  private static Map<String, String> of(Path folder, Predicate<Path> belongs) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> found = Files.walk(folder)) {
      for (Path file : found.filter(Files::isRegularFile).filter(belongs).sorted().toList()) {
        files.put(
            folder.relativize(file).toString().replace('\\', '/'),
            Files.readString(file, StandardCharsets.UTF_8));
      }
    }
    return files;
  }

  private static boolean belongs(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.endsWith(".top")
        || name.endsWith(".tbl")
        || name.equals("persona.yaml")
        || (name.startsWith("files") && name.endsWith(".txt"));
  }

  /** The persona that comes with the program. */
  public static Map<String, String> shipped() throws IOException {
    Map<String, String> files = new TreeMap<>();
    List<String> names =
        resource(SHIPPED + "index.txt")
            .lines()
            .map(String::strip)
            .filter(l -> !l.isEmpty())
            .toList();
    for (String name : names) {
      files.put(name, resource(SHIPPED + name));
    }
    return files;
  }

  private static String resource(String path) throws IOException {
    try (InputStream in = Persona.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IOException("the program's jar holds no " + path + "; build it again");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
