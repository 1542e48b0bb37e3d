package org.sweetie.engine.script;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The functions of ChatScript that the engine has, by name. */
final class Functions {
  private static final Map<String, Function> BY_NAME = new TreeMap<>();

  /** Calls that would leave the engine: a warning when compiled, a failing rule when run. */
  private static final Set<String> OUTSIDE =
      Set.of(
          "^popen",
          "^system",
          "^jsonopen",
          "^tcpopen",
          "^export",
          "^import",
          "^readfile",
          "^environment",
          "^load",
          "^sleep",
          "^debug",
          "^command",
          "^memorymark",
          "^memoryfree",
          "^memorygc",
          "^callscript",
          "^webscript",
          "^postscript");

  static {
    FunctionSupport.Library library = new FunctionSupport.Library(BY_NAME);
    ControlFunctions.addTo(library);
    SpeechFunctions.addTo(library);
    TopicFunctions.addTo(library);
    RuleFunctions.addTo(library);
    RejoinderFunctions.addTo(library);
    MarkFunctions.addTo(library);
    WordFunctions.addTo(library);
    TextFunctions.addTo(library);
    FactFunctions.addTo(library);
    SetFunctions.addTo(library);
  }

  private Functions() {}

  /** The function of a name, with or without its caret, or null. */
  static @Nullable Function named(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return BY_NAME.get(lower.startsWith("^") ? lower : "^" + lower);
  }

  static boolean reachesOutside(String name) {
    return OUTSIDE.contains(name.toLowerCase(Locale.ROOT));
  }

  /** What to do instead of calling a function of ChatScript's that is not here. */
  static String remedy(String name) {
    if (name.startsWith("^json")) {
      return "keep what belongs together as facts, with ^createfact and ^query";
    }
    if (name.matches("\\^(db|my|mongo|mssql|pg)\\w*")) {
      return "write the data in a table:, whose facts ^query finds";
    }
    if (name.matches("\\^(role|phrase|partofspeech|decodepos|settag|setrole|tense)")) {
      return "ask for the kind of word in a pattern, such as ~noun or ~verb; there is no parser";
    }
    if (name.matches(
        "\\^(define|flags|properties|has\\w*property|spell|rhyme|sexed|words|walkdictionary)")) {
      return "list the words meant in a concept; there is no dictionary to ask";
    }
    return "use one of those in docs/script.md, define 'outputmacro: "
        + name
        + "(…)', or take the call out";
  }

  /** The function or macro a value names at run time, or null. */
  static @Nullable Function callable(String name, Script script) {
    Function function = named(name);
    if (function != null || name.isEmpty()) {
      return function;
    }
    String caret = name.startsWith("^") ? name : "^" + name;
    Macro macro = script.macro(caret);
    return macro == null ? null : macro(macro.name());
  }

  /** Stands for a macro of the script, which may be defined further down. */
  static Function macro(String name) {
    return new Function(
        name,
        0,
        30,
        (performer, call, out) -> {
          Macro macro = performer.conversation().script().macro(name);
          return macro == null || !macro.takes(call.arguments().size())
              ? Flow.FAIL_RULE
              : performer.macros().call(macro, Arguments.of(call.arguments(), performer), out);
        });
  }

  /** Stands for a call that would leave the engine: it fails, and the trace says so. */
  static Function outside(String name) {
    return new Function(
        name,
        0,
        100,
        (performer, call, out) -> {
          performer.conversation().fault(name + " reaches outside the engine; the rule fails");
          return Flow.FAIL_RULE;
        });
  }
}
