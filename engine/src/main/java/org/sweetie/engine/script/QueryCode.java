package org.sweetie.engine.script;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A way to search facts, in the notation of ChatScript's fact manual, taken apart.
 *
 * @param starts what is tagged and queued at first
 * @param field which field of facts the queued things stand in; {@code FACT} takes facts as they
 *     are
 * @param tests what a fact must have
 * @param spread where to go on from each fact
 * @param ricochet what to look for from a fact that passed, or null to give the fact itself
 */
record QueryCode(
    List<Start> starts,
    SetField field,
    List<Test> tests,
    List<Spread> spread,
    @Nullable Ricochet ricochet) {
  static final Map<String, QueryCode> SHIPPED = shipped();

  /** How far a start reaches. */
  enum Reach {
    QUEUE,
    TAG
  }

  /**
   * Something to begin with.
   *
   * @param source {@code s v o p m} an argument, {@code S V O} a fact's number, {@code f} the set
   *     given, a word or {@code ~concept}
   * @param field the field of the set's facts when they are meant
   * @param members whether the members of a concept count too
   * @param upVerb the tag of the verbs to climb by from it, or 0
   */
  record Start(
      int tag, String source, SetField field, Reach reach, boolean members, char way, int upVerb) {}

  /**
   * Something a fact must have.
   *
   * @param kind {@code s v o} a tag on a field, {@code f} the flag given, {@code >} and {@code <}
   *     the object in the range given
   */
  record Test(char kind, int tag, boolean wanted) {}

  /** Going on from a fact by a verb with a tag: {@code <} to its object, {@code >} its subject. */
  record Spread(char way, int verbTag) {}

  /** The second search: from a field of the first fact, in a field of the second. */
  record Ricochet(SetField from, SetField in, List<Test> tests) {}

  private static Map<String, QueryCode> shipped() {
    try (InputStream in = QueryCode.class.getResourceAsStream("queries.txt")) {
      if (in == null) {
        throw new ScriptException(
            "queries.txt is missing beside the script engine's classes; rebuild the engine");
      }
      String table = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      Map<String, QueryCode> queries = new LinkedHashMap<>();
      table
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .forEach(
              line -> {
                String[] parts = line.split("\\s+", 2);
                queries.put(name(parts[0]), parse(parts[1]));
              });
      return queries;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Names that differ in a capital mean different things, so they are kept apart. */
  static String name(String written) {
    boolean byFact = written.matches("direct_(S|Sv|vO)");
    return byFact ? written : written.toLowerCase(Locale.ROOT);
  }

  /**
   * Takes a query apart.
   *
   * @throws IllegalArgumentException when it is not in the notation; the message says where
   */
  static QueryCode parse(String code) {
    return new QueryReader(code).read();
  }

  QueryCode {
    starts = List.copyOf(new ArrayList<>(starts));
    tests = List.copyOf(tests);
    spread = List.copyOf(spread);
  }
}
