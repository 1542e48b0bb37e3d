package org.sweetie.console.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * A batch over JSON Lines: one object in, one object out, in input order, on all cores, in constant
 * memory.
 *
 * <p>A bad line is reported with file and line, skipped and counted; the good ones lose nothing by
 * it.
 */
final class JsonLines {
  /** Lines that may wait for their turn to be written, per core. */
  private static final int AHEAD = 32;

  private final String name;
  private final PrintStream err;
  private final Progress progress;
  private int bad;

  JsonLines(@Nullable Path in, PrintStream err) {
    this.name = InputOutput.name(in);
    this.err = err;
    this.progress = new Progress(err);
  }

  /**
   * Runs the batch.
   *
   * @param work makes one output line of one input line; throws {@link BadInput} for a line it
   *     cannot use
   * @return {@link Exit#DONE}, or {@link Exit#BAD_INPUT} when lines were skipped
   */
  int run(InputStream in, OutputStream out, Function<JsonNode, JsonNode> work) throws IOException {
    int cores = Runtime.getRuntime().availableProcessors();
    ExecutorService pool = Executors.newFixedThreadPool(cores, JsonLines::daemon);
    try {
      Deque<Future<Line>> waiting = new ArrayDeque<>();
      int number = 0;
      for (byte[] row = nextLine(in); row != null; row = nextLine(in)) {
        int at = ++number;
        byte[] bytes = row;
        if (!isBlank(bytes)) {
          waiting.add(pool.submit(() -> one(at, bytes, work)));
        }
        if (waiting.size() >= AHEAD * cores) {
          write(waiting.remove(), out);
        }
      }
      while (!waiting.isEmpty()) {
        write(waiting.remove(), out);
      }
    } finally {
      pool.shutdownNow();
    }
    out.flush();
    progress.done();
    if (bad > 0) {
      err.println(
          bad
              + (bad == 1 ? " line was" : " lines were")
              + " skipped; mend them and run them again");
    }
    return bad == 0 ? Exit.DONE : Exit.BAD_INPUT;
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "batch");
    thread.setDaemon(true);
    return thread;
  }

  private Line one(int number, byte[] row, Function<JsonNode, JsonNode> work) {
    try {
      JsonNode node = Json.MAPPER.readTree(row);
      if (!node.isObject()) {
        return Line.bad(number, "not a JSON object; expected one object a line");
      }
      return new Line(number, work.apply(node), null);
    } catch (JacksonException notJson) {
      return Line.bad(number, "not JSON" + place(notJson) + "; expected one object a line");
    } catch (BadInput unusable) {
      return Line.bad(number, unusable.getMessage());
    }
  }

  private static String place(JacksonException notJson) {
    return notJson.getLocation() == null || notJson.getLocation().getColumnNr() <= 0
        ? ""
        : " at column " + notJson.getLocation().getColumnNr();
  }

  private void write(Future<Line> done, OutputStream out) throws IOException {
    Line line = get(done);
    if (line.result != null) {
      Json.writeLine(out, line.result);
    } else {
      bad++;
      err.println(name + ":" + line.number + ": " + line.fault);
    }
    progress.step();
  }

  private static Line get(Future<Line> done) throws IOException {
    try {
      return done.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(
          "a line could not be worked on: " + e.getCause(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted; what was written so far is whole", e);
    }
  }

  /**
   * The next line without its end; null at the end. A line is bytes: whether they are UTF-8 is the
   * parser's to say.
   */
  static byte @Nullable [] nextLine(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(256);
    int c = in.read();
    if (c < 0) {
      return null;
    }
    while (c >= 0 && c != '\n') {
      line.write(c);
      c = in.read();
    }
    return line.toByteArray();
  }

  private static boolean isBlank(byte[] row) {
    for (byte b : row) {
      if (b != ' ' && b != '\t' && b != '\r') {
        return false;
      }
    }
    return true;
  }

  private record Line(int number, @Nullable JsonNode result, @Nullable String fault) {
    static Line bad(int number, @Nullable String fault) {
      return new Line(number, null, fault);
    }
  }
}
