package org.sweetie.console.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The libraries that training needs. The build of {@code models} lists them by their places in the
 * local Maven repository, since DL4J and ND4J are not in the program's jar.
 *
 * @param entries places below the repository, in the order of the class path
 */
record TrainingClassPath(List<String> entries) {
  private static final String LIST = "org/sweetie/models/train/classpath.txt";
  private static final String REPOSITORY = "REPOSITORY/";
  private static final String PACKED = "BOOT-INF/lib/";
  private static final String PACKAGE_IT =
      "training starts from the packaged program: run mvn package, then java -jar"
          + " moderation-console/target/sweetie.jar train";

  TrainingClassPath {
    entries = List.copyOf(entries);
  }

  /** The list that the build wrote. */
  static TrainingClassPath shipped() throws IOException {
    try (InputStream list = TrainingClassPath.class.getClassLoader().getResourceAsStream(LIST)) {
      if (list == null) {
        throw new BadInput("this build has no " + LIST + "; " + PACKAGE_IT);
      }
      return parse(new String(list.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  /** Reads {@code REPOSITORY/…/a.jar;REPOSITORY/…/b.jar}. */
  static TrainingClassPath parse(String list) {
    return new TrainingClassPath(
        List.of(list.strip().split(";")).stream().map(TrainingClassPath::place).toList());
  }

  private static String place(String entry) {
    if (!entry.startsWith(REPOSITORY)) {
      throw new IllegalArgumentException(
          LIST + " has " + entry + "; expected it to start with " + REPOSITORY + "; build again");
    }
    return entry.substring(REPOSITORY.length());
  }

  /** The program's own jar, by the class path it was started with. */
  static Path program(String startedWith) {
    Path jar = Path.of(startedWith.split(":")[0]).toAbsolutePath();
    if (!startedWith.endsWith(".jar") || startedWith.contains(":") || !Files.isRegularFile(jar)) {
      throw new BadInput("this is not one jar but a class path of many places; " + PACKAGE_IT);
    }
    return jar;
  }

  /** The names of the libraries inside the program's jar. */
  static Set<String> packed(Path program) throws IOException {
    try (JarFile jar = new JarFile(program.toFile())) {
      return jar.stream()
          .map(JarEntry::getName)
          .filter(name -> name.startsWith(PACKED))
          .map(name -> name.substring(PACKED.length()))
          .collect(Collectors.toUnmodifiableSet());
    }
  }

  /** What {@code packed} lacks, each a file in {@code repository}. */
  List<Path> besides(Set<String> packed, Path repository) {
    List<Path> jars =
        entries.stream()
            .map(entry -> repository.resolve(entry).toAbsolutePath())
            .filter(jar -> !packed.contains(String.valueOf(jar.getFileName())))
            .toList();
    List<Path> missing = jars.stream().filter(jar -> !Files.isRegularFile(jar)).toList();
    if (!missing.isEmpty()) {
      throw new BadInput(
          "--maven-repo "
              + repository
              + ": lacks "
              + Counted.of(missing.size(), "jar")
              + " that training needs (DL4J, ND4J and theirs), the first "
              + repository.toAbsolutePath().relativize(missing.get(0))
              + "; run mvn package once with the network up, or name the repository the project"
              + " was built with");
    }
    return jars;
  }

  /**
   * The local repository: Maven's own property where it is set, else the one in the home folder.
   */
  static Path repository(@Nullable Path given) {
    if (given != null) {
      return given;
    }
    String set = System.getProperty("maven.repo.local");
    return set != null
        ? Path.of(set)
        : Path.of(System.getProperty("user.home", "."), ".m2", "repository");
  }
}
