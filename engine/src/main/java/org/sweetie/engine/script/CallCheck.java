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

  void check(Function function, List<OutputNode> arguments) {
    switch (function.name()) {
      case "^reuse", "^available" -> rule(arguments.get(0));
      case "^refine", "^rejoinder" -> arguments.forEach(this::ruleUnlessFail);
      case "^setrejoinder" -> ruleUnlessFail(arguments.get(arguments.size() - 1));
      case "^respond", "^gambit" -> arguments.forEach(this::topic);
      case "^addtopic", "^poptopic", "^hasgambit" -> arguments.forEach(this::topic);
      case "^getrule" -> {
        what(arguments.get(0));
        ruleUnlessFail(arguments.get(1));
      }
      case "^lastused" -> {
        topic(arguments.get(0));
        compiling.askWhenUsed();
      }
      case "^end", "^fail" -> ending(arguments.get(0));
      case "^nofail" -> ending(arguments.get(0));
      case "^marked", "^first", "^last", "^pick" -> concept(arguments.get(0));
      default -> {
        // The arguments are plain values.
      }
    }
  }

  private void rule(OutputNode argument) {
    if (argument instanceof Words words) {
      compiling.useRule(words.text(), topic, words.place());
    }
  }

  private void ruleUnlessFail(OutputNode argument) {
    boolean isLabel =
        argument instanceof Words words
            && !words.text().equalsIgnoreCase("FAIL")
            && !words.text().equals("null")
            && !words.text().equals("~");
    if (isLabel) {
      rule(argument);
    }
  }

  private void topic(OutputNode argument) {
    if (argument instanceof Words words && words.text().matches("~.+")) {
      compiling.useTopic(words.text(), words.place());
    }
  }

  private void concept(OutputNode argument) {
    if (argument instanceof Words words && words.text().matches("~.+")) {
      compiling.useConcept(words.text(), words.place());
    }
  }

  private void what(OutputNode argument) {
    if (argument instanceof Words words
        && !words.text().toLowerCase(Locale.ROOT).matches("tag|type|label|topic|usable")) {
      compiling
          .problems()
          .error(
              words.place(),
              "'" + words.text() + "' of a rule is not supported",
              "ask for tag, type, label, topic or usable");
    }
  }

  private void ending(OutputNode argument) {
    if (argument instanceof Words words && Functions.endingOrNull(words.text(), false) == null) {
      compiling
          .problems()
          .error(
              words.place(),
              "'" + words.text() + "' cannot be ended or failed",
              "write CALL, LOOP, RULE, TOPIC, SENTENCE or INPUT");
    }
  }
}
