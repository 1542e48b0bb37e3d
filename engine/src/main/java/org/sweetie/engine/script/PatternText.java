package org.sweetie.engine.script;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.sweetie.engine.script.PatternElement.AtCapture;
import org.sweetie.engine.script.PatternElement.Back;
import org.sweetie.engine.script.PatternElement.Called;
import org.sweetie.engine.script.PatternElement.Compare;
import org.sweetie.engine.script.PatternElement.End;
import org.sweetie.engine.script.PatternElement.Exclamation;
import org.sweetie.engine.script.PatternElement.Gap;
import org.sweetie.engine.script.PatternElement.Group;
import org.sweetie.engine.script.PatternElement.HasValue;
import org.sweetie.engine.script.PatternElement.InTopic;
import org.sweetie.engine.script.PatternElement.Marked;
import org.sweetie.engine.script.PatternElement.MarkedWhere;
import org.sweetie.engine.script.PatternElement.Question;
import org.sweetie.engine.script.PatternElement.SaidValue;
import org.sweetie.engine.script.PatternElement.Skip;
import org.sweetie.engine.script.PatternElement.SoonestOf;
import org.sweetie.engine.script.PatternElement.Start;

/** Writes a pattern as its author would, from what was compiled. */
final class PatternText {
  private final Vocabulary vocabulary;

  PatternText(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** One item with what stands before it. */
  String of(PatternItem item) {
    String not = item.notNext() ? "!!" : item.not() ? "!" : "";
    return not + (item.memorised() ? "_" : "") + (item.typed() ? "'" : "") + of(item.element());
  }

  String of(PatternElement element) {
    if (element instanceof Group group) {
      return of(group);
    }
    if (element instanceof Marked marked) {
      return name(marked.mark());
    }
    if (element instanceof SoonestOf several) {
      return Arrays.stream(several.marks()).mapToObj(this::name).collect(Collectors.joining(" "));
    }
    String place = ofPlace(element);
    return place.isEmpty() ? ofTest(element) : place;
  }

  private static String ofPlace(PatternElement element) {
    if (element instanceof Start) {
      return "<";
    }
    if (element instanceof End) {
      return ">";
    }
    if (element instanceof Gap gap) {
      return gap.most() < 0 ? "*" : "*~" + gap.most() + (gap.bothWays() ? "b" : "");
    }
    if (element instanceof Skip skip) {
      return "*" + skip.words();
    }
    if (element instanceof Back back) {
      return "*-" + back.words();
    }
    if (element instanceof AtCapture at) {
      String way =
          switch (at.way()) {
            case FORWARD -> "+";
            case BACKWARD -> "-";
            case ANCHOR -> "";
          };
      return "@_" + at.slot() + way;
    }
    return "";
  }

  private String ofTest(PatternElement element) {
    if (element instanceof Question) {
      return "?";
    }
    if (element instanceof Exclamation) {
      return "\\!";
    }
    if (element instanceof InTopic) {
      return "~";
    }
    if (element instanceof HasValue has) {
      return of(has.operand());
    }
    if (element instanceof SaidValue said) {
      return of(said.operand()) + "?";
    }
    if (element instanceof Compare compare) {
      return of(compare.left()) + compare.relation().sign() + of(compare.right());
    }
    if (element instanceof MarkedWhere where) {
      return name(where.mark()) + where.relation().sign() + of(where.right());
    }
    return element instanceof Called called ? of(called.call()) : String.valueOf(element);
  }

  String of(Group group) {
    String items = group.items().stream().map(this::of).collect(Collectors.joining(" "));
    return switch (group.kind()) {
      case SEQUENCE -> "(" + items + ")";
      case CHOICE -> "[" + items + "]";
      case OPTIONAL -> "{" + items + "}";
      case UNORDERED -> "<< " + items + " >>";
    };
  }

  private String name(int mark) {
    String name = vocabulary.name(mark);
    return name.indexOf(' ') < 0 ? name : "\"" + name + "\"";
  }

  private static String of(OutputNode.Call call) {
    return call.arguments().stream()
        .map(PatternText::argument)
        .collect(Collectors.joining(" ", call.function().name() + "(", ")"));
  }

  private static String argument(OutputNode argument) {
    if (argument instanceof OutputNode.Words words) {
      return words.text();
    }
    return argument instanceof OutputNode.Value value ? value.written() : "…";
  }

  private static String of(Operand operand) {
    if (operand instanceof Variable variable) {
      return variable.name();
    }
    if (operand instanceof Operand.Literal literal) {
      return literal.text();
    }
    if (operand instanceof Operand.Concept concept) {
      return concept.name();
    }
    if (operand instanceof Operand.Captured captured) {
      return (captured.typed() ? "'_" : "_") + captured.slot();
    }
    if (operand instanceof SystemVariable variable) {
      return "%" + variable.name().toLowerCase(java.util.Locale.ROOT);
    }
    return operand instanceof Operand.Result result ? of(result.call()) : String.valueOf(operand);
  }
}
