package org.sweetie.engine.script;

import java.util.List;
import java.util.Locale;
import org.sweetie.engine.script.OutputNode.Words;

/** Looks whether the names in a call lead somewhere, as far as they are written out. */
final class CallCheck {
  private final Compiling compiling;
  private final String topic;

  CallCheck(Compiling compiling, String topic) {
    this.compiling = compiling;
    this.topic = topic;
  }

  void check(Function function, List<OutputNode> arguments, Place place) {
    new OptionCheck(compiling.problems()).check(function, arguments);
    switch (function.name()) {
      case "^reuse", "^available" -> rule(arguments.get(0));
      case "^refine", "^rejoinder", "^sequence" -> arguments.forEach(this::ruleUnlessWord);
      case "^setrejoinder" -> ruleUnlessWord(arguments.get(arguments.size() - 1));
      case "^respond", "^gambit" -> arguments.forEach(this::topic);
      case "^addtopic", "^poptopic", "^hasgambit", "^counttopic" -> topic(arguments.get(0));
      case "^getrule" -> {
        among(arguments.get(0), "tag|type|label|topic|pattern|output|usable", "of a rule");
        ruleUnlessWord(arguments.get(1));
      }
      case "^lastused" -> {
        topic(arguments.get(0));
        compiling.askWhenUsed();
      }
      case "^incontext" -> compiling.askContext();
      case "^end", "^fail", "^nofail" -> ending(arguments.get(0));
      case "^retry" -> retry(arguments.get(0));
      case "^next" ->
          among(
              arguments.get(0),
              "loop|input|fact|gambit|responder|rejoinder|rule",
              "cannot be gone on to");
      case "^marked", "^first", "^last", "^pick", "^find", "^nth" -> concept(arguments.get(0));
      case "^query" -> query(arguments.get(0));
      case "^enable", "^disable" -> kept(arguments.get(0), place);
      case "^reset" -> topic(arguments.get(0));
      default -> {
        // The arguments are plain values.
      }
    }
  }

  private void error(Words words, String message, String remedy) {
    compiling.problems().error(words.place(), message, remedy);
  }

  private void rule(OutputNode argument) {
    if (argument instanceof Words words) {
      compiling.useRule(words.text(), topic, words.place());
    }
  }

  private void ruleUnlessWord(OutputNode argument) {
    boolean isLabel =
        argument instanceof Words words && !words.text().matches("(?i)fail|null|~|0|input|output");
    if (isLabel) {
      rule(argument);
    }
  }

  private void topic(OutputNode argument) {
    if (!(argument instanceof Words words) || !words.text().matches("~.+")) {
      return;
    }
    if (words.text().indexOf('.') > 0 && compiling.topic(words.text()) == null) {
      compiling.useTopicOrRule(words.text(), words.place());
    } else {
      compiling.useTopic(words.text(), words.place());
    }
  }

  private void concept(OutputNode argument) {
    if (argument instanceof Words words && words.text().matches("~.+")) {
      compiling.useConcept(words.text(), words.place());
    }
  }

  private void among(OutputNode argument, String known, String what) {
    if (argument instanceof Words words && !words.text().toLowerCase(Locale.ROOT).matches(known)) {
      error(
          words,
          "'" + words.text() + "' " + what + (what.startsWith("of") ? " is not supported" : ""),
          "write one of " + known.replace("|", ", "));
    }
  }

  private void ending(OutputNode argument) {
    if (!(argument instanceof Words words)) {
      return;
    }
    if (words.text().equalsIgnoreCase("PLAN")) {
      error(words, "plans are not supported", "write topics, or outputmacros that call each other");
    } else if (ControlFunctions.endingOrNull(words.text(), false) == null) {
      error(
          words,
          "'" + words.text() + "' cannot be ended or failed",
          "write CALL, LOOP, RULE, TOPIC, SENTENCE or INPUT");
    }
  }

  private void retry(OutputNode argument) {
    if (argument instanceof Words words && ControlFunctions.retryOrNull(words.text()) == null) {
      error(
          words,
          "'" + words.text() + "' cannot be tried again",
          "write RULE, TOPRULE, TOPIC, SENTENCE or INPUT");
    }
  }

  private void query(OutputNode argument) {
    if (argument instanceof Words words) {
      compiling.useQuery(words.text(), words.place());
    }
  }

  private void kept(OutputNode argument, Place place) {
    if (argument instanceof Words words && words.text().matches("(?i)write|save")) {
      compiling
          .problems()
          .error(
              place,
              "what is kept between turns cannot be switched: " + words.text(),
              "keep facts with ^createfact, or values in $variables");
    }
  }
}
