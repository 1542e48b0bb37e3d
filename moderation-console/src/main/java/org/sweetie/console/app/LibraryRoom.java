package org.sweetie.console.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sweetie.engine.library.Librarian;
import org.sweetie.engine.library.LibraryIndex;
import org.sweetie.engine.library.LibraryItem;
import org.sweetie.evidence.log.Home;
import org.sweetie.models.assist.ExtractiveLibrarian;
import org.sweetie.models.retrieve.LuceneLibrary;

/** The library of a home: its index and the assistant that answers from it. */
public final class LibraryRoom implements AutoCloseable {
  private static final String DEMO_ITEMS = "/demo/library.jsonl";
  private static final List<String> LANGUAGES =
      List.of("en", "ro", "bg", "sq", "hu", "bs", "hr", "sr", "ru", "uk");

  private final LibraryIndex index;
  private final Librarian librarian;

  private LibraryRoom(LibraryIndex index) {
    this.index = index;
    this.librarian = new ExtractiveLibrarian(index, refusals());
  }

  /** Opens the library of a home; a demo's is filled with the demo's items while it is empty. */
  public static LibraryRoom open(Home home, boolean demo) {
    LibraryIndex index = LuceneLibrary.open(home.subfolder("library"));
    if (demo && index.size() == 0) {
      index.add(demoItems());
    }
    return new LibraryRoom(index);
  }

  private static Map<String, String> refusals() {
    Map<String, String> texts = new HashMap<>();
    LANGUAGES.forEach(
        language -> texts.put(language, Texts.of("library-refusal." + language + ".txt")));
    return texts;
  }

  private static List<LibraryItem> demoItems() {
    try (InputStream in = LibraryRoom.class.getResourceAsStream(DEMO_ITEMS)) {
      if (in == null) {
        throw new IllegalStateException(
            "the program's jar holds no " + DEMO_ITEMS + "; build it again");
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      List<LibraryItem> items = new ArrayList<>();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        items.add(LibraryItems.parse(line));
      }
      return items;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public LibraryIndex index() {
    return index;
  }

  public Librarian librarian() {
    return librarian;
  }

  @Override
  public void close() {
    index.close();
  }
}
