package org.sweetie.console.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnFilesTest {
  @TempDir Path folder;

  @Test
  void manyMayPutTheSameFileInPlaceAtOnceAndOneOfThemStaysWhole() throws Exception {
    Path file = folder.resolve("one.pem");
    List<Callable<Void>> work = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      byte[] content = String.valueOf(i % 10).repeat(2_000).getBytes(StandardCharsets.UTF_8);
      work.add(
          () -> {
            OwnFiles.replace(file, content);
            return null;
          });
    }

    ExecutorService pool = Executors.newFixedThreadPool(8);
    try {
      for (Future<Void> done : pool.invokeAll(work)) {
        done.get();
      }
    } finally {
      pool.shutdownNow();
    }

    String kept = Files.readString(file);
    assertThat(kept).hasSize(2_000).isEqualTo(kept.substring(0, 1).repeat(2_000));
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(file);
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }
}
