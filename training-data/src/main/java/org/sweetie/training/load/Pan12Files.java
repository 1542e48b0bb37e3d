package org.sweetie.training.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sweetie.training.corpus.CorpusException;

/**
 * The files of one PAN-2012 corpus (Inches and Crestani, "Overview of the International Sexual
 * Predator Identification Competition at PAN-2012"): the conversations, who is a predator (problem
 * 1), and which lines are distinctive (problem 2, where it is there).
 *
 * <p>A file whose name says {@code diff} names lines, not people, and is never taken for labels.
 *
 * @param corpus the XML
 * @param predators author ids, one a line
 * @param lines conversation id, tab, line number; null where it is not there
 */
record Pan12Files(Path corpus, Path predators, @Nullable Path lines) {
  /** Looks through a folder and those below it. */
  static Pan12Files in(Path folder) {
    List<Path> all = files(folder);
    Path corpus = one(folder, all, n -> n.endsWith(".xml"), "corpus (.xml)");
    Predicate<String> isList =
        n -> (n.contains("predators") || n.contains("problem1")) && n.endsWith(".txt");
    List<Path> lists = named(all, n -> isList.test(n) && !n.contains("diff"));
    if (lists.isEmpty() && !named(all, n -> n.contains("diff")).isEmpty()) {
      throw new CorpusException(
          folder
              + " has a 'diff' file and no list of predators; a diff is no label: add"
              + " ...-predators-2012-05-01.txt (training) or ...-groundtruth-problem1.txt (test)");
    }
    Path predators =
        one(folder, lists, n -> true, "list of predators (...predators... or ...problem1.txt)");
    List<Path> lines = named(all, n -> n.contains("problem2") && n.endsWith(".txt"));
    return new Pan12Files(corpus, predators, lines.isEmpty() ? null : lines.get(0));
  }

  private static List<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new CorpusException(
          folder + " is no folder: give the one with the files of a PAN-2012 corpus");
    }
    try (Stream<Path> files = Files.walk(folder, 3)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look through " + folder, e);
    }
  }

  private static List<Path> named(List<Path> files, Predicate<String> name) {
    return files.stream()
        .filter(f -> name.test(String.valueOf(f.getFileName()).toLowerCase(Locale.ROOT)))
        .toList();
  }

  private static Path one(Path folder, List<Path> all, Predicate<String> name, String what) {
    List<Path> found = named(all, name);
    if (found.size() != 1) {
      throw new CorpusException(
          folder
              + " has "
              + found.size()
              + " files that may be the "
              + what
              + "; expected one: give the folder of the training corpus or that of the test corpus");
    }
    return found.get(0);
  }

  /** The ids of problem 1. */
  Set<String> predatorIds() {
    Set<String> ids = new HashSet<>();
    eachLine(predators, ids::add);
    return ids;
  }

  /** The lines of problem 2 by conversation. */
  Map<String, Set<Integer>> distinctiveLines(java.util.function.Consumer<BadLine> onBadLine) {
    Map<String, Set<Integer>> byConversation = new HashMap<>();
    if (lines != null) {
      long[] number = {0};
      Path file = lines;
      eachLine(
          file,
          line -> {
            number[0]++;
            String[] parts = line.split("\\s+");
            if (parts.length == 2 && parts[1].matches("\\d{1,8}")) {
              byConversation
                  .computeIfAbsent(parts[0], k -> new HashSet<>())
                  .add(Integer.parseInt(parts[1]));
            } else {
              onBadLine.accept(
                  new BadLine(file, number[0], "expected a conversation's id and a line number"));
            }
          });
    }
    return byConversation;
  }

  private static void eachLine(Path file, java.util.function.Consumer<String> to) {
    try (TextLines lines = new TextLines(file, bad -> {})) {
      for (String line = lines.next(); line != null; line = lines.next()) {
        if (!line.isBlank()) {
          to.accept(line.strip());
        }
      }
    }
  }
}
