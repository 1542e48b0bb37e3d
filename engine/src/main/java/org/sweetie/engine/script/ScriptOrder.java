package org.sweetie.engine.script;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The order in which a folder's files are compiled: as its {@code files*.txt} list them, else every
 * {@code .top} and {@code .tbl} file by sorted path.
 */
public final class ScriptOrder {
  private static final String CHATSCRIPT_FOLDER = "RAWDATA/";

  private ScriptOrder() {}

  /**
   * Orders the files of a script.
   *
   * @param files paths of all files in the folder, relative to it, with forward slashes
   * @param listings the content of each {@code files*.txt} by its path; empty when there is none
   * @return the script's files, each once
   * @throws ScriptException when a listing names something that is not there
   */
  public static List<String> order(Collection<String> files, Map<String, String> listings) {
    Set<String> sources = new TreeSet<>(Comparator.naturalOrder());
    files.stream().filter(ScriptOrder::isSource).forEach(sources::add);
    if (listings.isEmpty()) {
      return List.copyOf(sources);
    }
    Set<String> ordered = new LinkedHashSet<>();
    for (String listing : new TreeSet<>(listings.keySet())) {
      int number = 0;
      for (String line : listings.getOrDefault(listing, "").split("\\R", -1)) {
        number++;
        addListed(listing + ":" + number, line, sources, ordered);
      }
    }
    return new ArrayList<>(ordered);
  }

  /** Whether a path is a listing that decides the order. */
  public static boolean isListing(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return name.startsWith("files") && name.endsWith(".txt");
  }

  private static boolean isSource(String path) {
    return path.endsWith(".top") || path.endsWith(".tbl");
  }

  private static void addListed(
      String where, String line, Set<String> sources, Set<String> ordered) {
    String entry = line.replaceFirst("(^|\\s)#.*$", "").strip().replace('\\', '/');
    if (entry.isEmpty()) {
      return;
    }
    List<String> found = sources.stream().filter(path -> isNamedBy(entry, path)).toList();
    if (found.isEmpty()) {
      throw new ScriptException(
          where
              + " lists '"
              + entry
              + "', which is no .top or .tbl file and no folder holding one; correct the path or"
              + " remove the line");
    }
    ordered.addAll(found);
  }

  /**
   * ChatScript's listings are written from the program's folder ({@code RAWDATA/HARRY/}); here the
   * script's own folder is the root, so leading folders that are not below it are let go, and the
   * bot's own folder is the root itself. A folder takes its own files, and with a second slash also
   * those in folders below.
   */
  private static boolean isNamedBy(String entry, String path) {
    String rest = entry;
    while (!matches(rest, path)) {
      int slash = rest.indexOf('/');
      boolean namesFolder = slash >= 0 && rest.substring(slash).replace("/", "").isEmpty();
      if (namesFolder && entry.startsWith(CHATSCRIPT_FOLDER)) {
        return rest.endsWith("//") || path.indexOf('/') < 0;
      }
      if (slash < 0 || namesFolder) {
        return false;
      }
      rest = rest.substring(slash + 1);
    }
    return true;
  }

  private static boolean matches(String entry, String path) {
    if (entry.endsWith("//")) {
      return path.startsWith(entry.substring(0, entry.length() - 1));
    }
    if (entry.endsWith("/")) {
      return path.startsWith(entry) && path.indexOf('/', entry.length()) < 0;
    }
    return path.equals(entry);
  }
}
