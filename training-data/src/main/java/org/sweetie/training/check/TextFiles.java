package org.sweetie.training.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The text files below a root: everything but what git and the build keep for themselves, and but
 * binary files.
 */
final class TextFiles {
  private static final Set<String> SKIPPED =
      Set.of(".git", "target", ".idea", ".vscode", ".settings");
  private static final int PEEK = 8_192;

  private TextFiles() {}

  /** Every regular file, in order of its path. */
  static List<Path> below(Path root) {
    List<Path> files = new ArrayList<>();
    try {
      Files.walkFileTree(root, new Collector(root, files));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot read " + root + ": the lint reads every file, give it the right to", e);
    }
    files.sort(null);
    return files;
  }

  private static final class Collector extends SimpleFileVisitor<Path> {
    private final Path root;
    private final List<Path> files;

    Collector(Path root, List<Path> files) {
      this.root = root;
      this.files = files;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      boolean skipped =
          !folder.equals(root) && SKIPPED.contains(String.valueOf(folder.getFileName()));
      return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (attributes.isRegularFile() && !SKIPPED.contains(String.valueOf(file.getFileName()))) {
        files.add(file);
      }
      return FileVisitResult.CONTINUE;
    }
  }

  /** The text of a file; empty for a binary one. A file that is neither is a finding. */
  static Optional<SourceText> read(Path root, Path file, Consumer<Finding> found) {
    String path = root.relativize(file).toString().replace('\\', '/');
    try {
      byte[] bytes = Files.readAllBytes(file);
      if (isBinary(bytes)) {
        return Optional.empty();
      }
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return Optional.of(new SourceText(path, text.lines().toList()));
    } catch (CharacterCodingException e) {
      found.accept(
          new Finding(
              "A1",
              path,
              0,
              "is neither UTF-8 nor binary, so it cannot be checked: save it as UTF-8"));
    } catch (IOException e) {
      found.accept(
          new Finding("A1", path, 0, "cannot be read (" + e + "): give the lint the right to"));
    }
    return Optional.empty();
  }

  /** As git does it: a NUL among the first bytes. */
  private static boolean isBinary(byte[] bytes) {
    for (int i = 0; i < Math.min(PEEK, bytes.length); i++) {
      if (bytes[i] == 0) {
        return true;
      }
    }
    return false;
  }
}
