package org.sweetie.console.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.sweetie.console.access.Refused;
import org.sweetie.evidence.log.Home;

/** The certificates of the recipients that were named for each case, in files of the home. */
final class Certificates {
  private static final String ENDING = ".pem";

  private final Home home;

  Certificates(Home home) {
    this.home = home;
  }

  /** The files of a case, by name. */
  List<Path> of(String caseId) {
    Path folder = home.folder().resolve("recipients").resolve(plain(caseId));
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(ENDING)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + folder, e);
    }
  }

  /** Keeps a certificate under its fingerprint. */
  void keep(String caseId, String fingerprint, byte[] pem) {
    Path folder = home.subfolder("recipients").resolve(plain(caseId));
    try {
      Files.createDirectories(folder);
      OwnFiles.replace(folder.resolve(fingerprint + ENDING), pem);
    } catch (IOException e) {
      throw new UncheckedIOException("the certificate could not be kept in " + folder, e);
    }
  }

  /**
   * An id that is safe to be part of a path.
   *
   * @throws Refused for anything else
   */
  static String plain(String id) {
    if (!id.matches("[A-Za-z0-9._-]{1,100}") || id.startsWith(".")) {
      throw new Refused("'" + id + "' is no case id of this home.");
    }
    return id;
  }

  static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}
