package org.sweetie.console.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sweetie.console.access.Refused;
import org.sweetie.engine.evidence.LogUnavailable;
import org.sweetie.evidence.log.HomeInUse;
import org.sweetie.evidence.log.HomeUnusable;
import org.sweetie.evidence.log.LogDamaged;

/**
 * Says in one line why a command did not do what was asked for. Only a fault of ours is shown with
 * its trace.
 */
final class Trouble {
  /** How Linux says that there is no room: the disk's, the quota's, the limit of a file. */
  private static final List<String> FULL =
      List.of("No space left on device", "Disk quota exceeded", "File too large");

  private Trouble() {}

  /** Tells it and returns how the command ends. */
  static int tell(Exception fault, PrintWriter err) {
    if (fault instanceof LogDamaged) {
      err.println(fault.getMessage());
      return Exit.WRONG;
    }
    Optional<String> line = line(fault);
    if (line.isPresent()) {
      err.println(line.get());
      return Exit.BAD_INPUT;
    }
    err.println("A fault of ours: " + fault);
    fault.printStackTrace(err);
    return Exit.FAULT;
  }

  /** What the person can mend; empty for a fault of ours. */
  private static Optional<String> line(Exception fault) {
    if (fault instanceof BadInput
        || fault instanceof Refused
        || fault instanceof HomeUnusable
        || fault instanceof HomeInUse) {
      return Optional.of(String.valueOf(fault.getMessage()));
    }
    if (isFull(fault)) {
      return Optional.of(
          "the disk is full ("
              + deepest(fault)
              + "): free space and run it again; what was printed before is kept");
    }
    if (fault instanceof FileSystemException files) {
      return Optional.of(
          files.getFile()
              + ": cannot be used ("
              + files.getClass().getSimpleName()
              + "); check the path and its permissions");
    }
    if (fault instanceof IOException
        || fault instanceof UncheckedIOException
        || fault instanceof LogUnavailable) {
      return Optional.of(
          fault.getMessage()
              + "; what was printed before is kept: check the disk and run it again");
    }
    return Optional.empty();
  }

  /** Whether it came of a disk without room, however deep. */
  static boolean isFull(Throwable fault) {
    return causes(fault)
        .map(cause -> String.valueOf(cause.getMessage()))
        .anyMatch(message -> FULL.stream().anyMatch(message::contains));
  }

  private static String deepest(Throwable fault) {
    return causes(fault)
        .reduce((outer, inner) -> inner)
        .map(cause -> String.valueOf(cause.getMessage()))
        .orElse("");
  }

  private static Stream<Throwable> causes(@Nullable Throwable fault) {
    return Stream.iterate(fault, cause -> cause != null, Throwable::getCause);
  }
}
