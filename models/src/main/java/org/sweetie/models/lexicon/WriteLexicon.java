package org.sweetie.models.lexicon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** Makes the engine's lexicon: word lists in, one file out. */
public final class WriteLexicon {
  private WriteLexicon() {}

  /**
   * Writes the lexicon.
   *
   * @param args the file to write, then the word lists, each with one word a line in UTF-8
   * @throws IOException when a file cannot be read or written
   */
  public static void main(String[] args) throws IOException {
    if (args.length < 2) {
      throw new IllegalArgumentException(
          args.length + " arguments; expected OUT LIST…; run models/lexicon.sh");
    }
    List<String> lines = new ArrayList<>();
    for (int i = 1; i < args.length; i++) {
      lines.addAll(Files.readAllLines(Path.of(args[i])));
    }
    SortedMap<String, Entry> table =
        new LexiconBuilder(new WordList(lines, new Improper()), new OpenNlpTagger()).build();
    byte[] file = LexiconFile.bytes(table);
    Files.write(Path.of(args[0]), file);
    System.out.println(
        table.size()
            + " words, "
            + table.values().stream().filter(entry -> entry.form() != 0).count()
            + " irregular, "
            + file.length
            + " bytes");
  }
}
