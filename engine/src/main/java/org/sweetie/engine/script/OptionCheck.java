package org.sweetie.engine.script;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.sweetie.engine.script.OutputNode.Words;

/**
 * Looks at words in calls that choose what a function does. One that ChatScript does not know
 * either is a warning, since its bots hold such calls and the call fails when it runs; one that
 * only ChatScript knows is an error.
 */
final class OptionCheck {
  /** Where a function is told what to do, and the words for it. */
  private record Option(int argument, Set<String> known) {}

  private static final Map<String, Option> OPTIONS =
      Map.ofEntries(
          option("^position", 0, "start", "end", "both"),
          option("^wordatindex", 0, "original", "canonical"),
          option("^conceptlist", 0, "concept", "topic", "both"),
          option("^lastused", 1, "gambit", "responder", "rejoinder", "any"),
          option("^counttopic", 1, "gambit", "available", "rules", "used"),
          option("^format", 0, "integer", "float"),
          option(
              "^compute",
              1,
              ("+ plus add and - minus subtract deduct * x time times multiply / divide quotient %"
                      + " remainder modulo mod ^^ ^ power exponent root square_root << >> random")
                  .split(" ")),
          option("^pos", 0, Inflections.KINDS.toArray(new String[0])));

  /** Forms behind the sort of a word. */
  private static final Map<String, Set<String>> FORMS =
      Map.of(
          "noun",
          Set.of("singular", "plural", "irregular", "proper"),
          "verb",
          Set.of(
              "infinitive",
              "present",
              "present3ps",
              "past",
              "past_participle",
              "present_participle"),
          "adjective",
          Set.of("more", "most"));

  /** What ChatScript's dictionary tells of a word. */
  private static final Set<String> OF_THE_DICTIONARY =
      Set.of("syllable", "common", "preexists", "xref", "hex32", "hex64", "conjugate");

  private final Problems problems;

  OptionCheck(Problems problems) {
    this.problems = problems;
  }

  private static Map.Entry<String, Option> option(String function, int argument, String... known) {
    return Map.entry(function, new Option(argument, Set.of(known)));
  }

  void check(Function function, List<OutputNode> arguments) {
    Option option = OPTIONS.get(function.name());
    if (option != null && arguments.size() > option.argument()) {
      check(function, arguments.get(option.argument()), option.known());
    }
    if (function.name().equals("^pos") && arguments.size() > 2) {
      form(function, arguments);
    }
    boolean marks = function.name().matches("\\^(en|dis)able") && arguments.size() == 2;
    if (marks) {
      check(function, arguments.get(0), Set.of("rule", "topic"));
    }
    if (function.name().equals("^setrejoinder") && arguments.size() == 2) {
      check(function, arguments.get(0), Set.of("input", "output", "copy"));
    }
    if (function.name().equals("^reset")) {
      reset(arguments.get(0));
    }
  }

  private void form(Function function, List<OutputNode> arguments) {
    String kind = arguments.get(0) instanceof Words words ? lower(words) : "";
    Set<String> forms = FORMS.get(kind);
    boolean count = arguments.get(2) instanceof Words words && Numbers.isNumber(words.text());
    if (forms != null && !count) {
      check(function, arguments.get(2), forms);
    }
  }

  private static String lower(Words words) {
    return words.text().toLowerCase(Locale.ROOT);
  }

  private void check(Function function, OutputNode argument, Set<String> known) {
    if (!(argument instanceof Words words) || known.contains(lower(words))) {
      return;
    }
    if (function.name().equals("^pos") && OF_THE_DICTIONARY.contains(lower(words))) {
      problems.error(
          words.place(),
          "^pos(" + words.text() + " \u2026) asks a dictionary, and there is none",
          "list the words meant in a concept");
      return;
    }
    problems.warning(
        words.place(),
        "'" + words.text() + "' says nothing to " + function.name() + ", so the call fails",
        "write one of " + String.join(", ", known.stream().sorted().toList()));
  }

  /** A set, a topic or one of a few words. */
  private void reset(OutputNode argument) {
    boolean known =
        !(argument instanceof Words words)
            || words.text().matches("~.*|(?i)user|variables|facts|history");
    if (!known) {
      problems.error(
          ((Words) argument).place(),
          "'" + ((Words) argument).text() + "' cannot be reset",
          "write a set such as @1, a ~topic, USER, VARIABLES, FACTS or HISTORY");
    }
  }
}
