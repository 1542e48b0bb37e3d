package org.sweetie.console.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sweetie.console.app.LibraryItems;
import org.sweetie.console.app.LibraryRoom;
import org.sweetie.engine.library.Librarian;
import org.sweetie.engine.library.LibraryIndex;
import org.sweetie.engine.library.LibraryItem;
import org.sweetie.evidence.log.Home;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The library from the command line. */
@Command(
    name = "library",
    description = "Imports, searches and asks the library.",
    subcommands = {
      LibraryCommand.Import.class,
      LibraryCommand.Search.class,
      LibraryCommand.Ask.class
    })
final class LibraryCommand {
  private static Home home(HomeOption option) {
    Path folder = option.path();
    return Files.exists(folder.resolve("sweetie-home"))
        ? Home.open(folder)
        : Home.openOrCreate(folder, Home.Purpose.LIVE);
  }

  /** Whoever only looks makes no home. */
  private static LibraryRoom looking(HomeOption option) {
    return LibraryRoom.open(option.existing(), false);
  }

  /** Takes items in. */
  @Command(
      name = "import",
      description = "Takes items in, one JSON object a line; one with a known id takes its place.")
  static final class Import implements Callable<Integer> {
    private static final int BATCH = 256;

    @Mixin HomeOption home = new HomeOption();

    @Option(
        names = "--in",
        paramLabel = "FILE",
        description = "one item a line; standard input where absent")
    @Nullable Path in;

    private final Progress progress = new Progress(System.err);

    @Override
    public Integer call() throws IOException {
      try (LibraryRoom room = LibraryRoom.open(home(home), false);
          InputStream input = InputOutput.in(in)) {
        int bad = take(room.index(), input);
        progress.done();
        System.err.println(room.index().size() + " items in the library");
        if (bad > 0) {
          System.err.println(
              bad
                  + (bad == 1 ? " line was" : " lines were")
                  + " skipped; mend them and import them again");
        }
        return bad == 0 ? Exit.DONE : Exit.BAD_INPUT;
      }
    }

    private int take(LibraryIndex index, InputStream input) throws IOException {
      List<LibraryItem> batch = new ArrayList<>();
      int number = 0;
      int bad = 0;
      for (byte[] row = JsonLines.nextLine(input); row != null; row = JsonLines.nextLine(input)) {
        number++;
        try {
          if (row.length > 0) {
            batch.add(LibraryItems.of(Json.MAPPER.readTree(row)));
          }
        } catch (JacksonException notJson) {
          bad++;
          System.err.println(
              InputOutput.name(in) + ":" + number + ": not JSON; expected one item a line");
        } catch (IllegalArgumentException unusable) {
          bad++;
          System.err.println(InputOutput.name(in) + ":" + number + ": " + unusable.getMessage());
        }
        if (batch.size() >= BATCH) {
          index.add(batch);
          batch.clear();
        }
        progress.step();
      }
      index.add(batch);
      return bad;
    }
  }

  /** Runs queries. */
  @Command(name = "search", description = "Runs queries (qid TAB text) and writes a TREC run.")
  static final class Search implements Callable<Integer> {
    @Mixin HomeOption home = new HomeOption();

    @Option(
        names = "--in",
        paramLabel = "QUERIES",
        description = "qid TAB text a line; standard input where absent")
    @Nullable Path in;

    @Option(
        names = "--k",
        paramLabel = "100",
        defaultValue = "100",
        description = "items a query (default ${DEFAULT-VALUE})")
    int k = 100;

    @Option(
        names = "--out",
        paramLabel = "RUN",
        description = "where to; standard output where absent")
    @Nullable Path out;

    @Override
    public Integer call() throws IOException {
      if (k < 1) {
        throw new BadInput("--k " + k + ": expected 1 or more");
      }
      try (LibraryRoom room = looking(home);
          BufferedReader input =
              new BufferedReader(
                  new InputStreamReader(InputOutput.in(in), StandardCharsets.UTF_8));
          PrintStream output = InputOutput.lines(out)) {
        return search(room.index(), input, output);
      }
    }

    private int search(LibraryIndex index, BufferedReader input, PrintStream output)
        throws IOException {
      int number = 0;
      int bad = 0;
      for (String line = input.readLine(); line != null; line = input.readLine()) {
        number++;
        int tab = line.indexOf('\t');
        if (tab > 0) {
          write(
              line.substring(0, tab).strip(),
              index.search(line.substring(tab + 1), null, k),
              output);
        } else if (!line.isBlank()) {
          bad++;
          System.err.println(
              InputOutput.name(in)
                  + ":"
                  + number
                  + ": no tab; expected a query id, a tab and the query");
        }
      }
      return bad == 0 ? Exit.DONE : Exit.BAD_INPUT;
    }

    private static void write(String query, List<LibraryIndex.Hit> hits, PrintStream output) {
      for (int rank = 1; rank <= hits.size(); rank++) {
        LibraryIndex.Hit hit = hits.get(rank - 1);
        output.printf(
            Locale.ROOT, "%s Q0 %s %d %.6f sweetie%n", query, hit.item().id(), rank, hit.score());
      }
    }
  }

  /** Answers questions. */
  @Command(name = "ask", description = "Answers questions from the library, with citations.")
  static final class Ask implements Callable<Integer> {
    @Mixin HomeOption home = new HomeOption();

    @Option(
        names = "--in",
        paramLabel = "FILE",
        description = "{\"id\",\"question\"} a line; standard input where absent")
    @Nullable Path in;

    @Option(
        names = "--out",
        paramLabel = "FILE",
        description = "one line for each; standard output where absent")
    @Nullable Path out;

    @Override
    public Integer call() throws IOException {
      try (LibraryRoom room = looking(home);
          InputStream input = InputOutput.in(in);
          OutputStream output = InputOutput.out(out)) {
        return new JsonLines(in, System.err)
            .run(input, output, node -> answer(room.librarian(), node));
      }
    }

    private static JsonNode answer(Librarian librarian, JsonNode node) {
      if (node.path("id").isMissingNode() || !node.path("question").isString()) {
        throw new BadInput("no \"id\" or no \"question\"; expected {\"id\",\"question\"}");
      }
      String language = node.path("language").asString("");
      Librarian.Answer answer =
          librarian.ask(node.path("question").asString(), language.isBlank() ? null : language);
      ObjectNode line = Json.object();
      line.set("id", node.path("id"));
      line.put("answer", answer.text());
      line.put("refused", answer.refused());
      ArrayNode citations = line.putArray("citations");
      for (Librarian.Citation citation : answer.citations()) {
        ObjectNode cited = citations.addObject();
        cited.put("item", citation.item());
        cited.put("start", citation.start());
        cited.put("end", citation.end());
        cited.put("quote", citation.quote());
      }
      return line;
    }
  }
}
