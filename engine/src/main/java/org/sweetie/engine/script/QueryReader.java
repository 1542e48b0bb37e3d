package org.sweetie.engine.script;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.script.QueryCode.Reach;
import org.sweetie.engine.script.QueryCode.Ricochet;
import org.sweetie.engine.script.QueryCode.Spread;
import org.sweetie.engine.script.QueryCode.Start;
import org.sweetie.engine.script.QueryCode.Test;

/** Reads a query: segments parted by colons; blanks, dots and underscores part their pieces. */
final class QueryReader {
  private static final String PARTS = " \t._";

  private final String[] segments;
  private String text = "";
  private int at;

  QueryReader(String code) {
    this.segments = code.split(":", -1);
  }

  QueryCode read() {
    if (segments.length > 4) {
      throw new IllegalArgumentException("it has more than four segments");
    }
    List<Start> starts = starts();
    enter(1, "queue");
    SetField field = more() ? sourceField(next()) : SetField.FACT;
    List<Spread> spread = new ArrayList<>();
    enter(2, "match");
    List<Test> tests = tests(spread);
    enter(3, "walk");
    return new QueryCode(starts, field, tests, spread, more() ? ricochet() : null);
  }

  /** Begins a segment; the word that may stand before it is not needed. */
  private void enter(int segment, String word) {
    text = segment < segments.length ? segments[segment].strip() : "";
    text = text.startsWith("_") ? text.substring(1) : text;
    at = text.startsWith(word) ? word.length() : 0;
  }

  private boolean more() {
    while (at < text.length() && PARTS.indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at < text.length();
  }

  private char peek() {
    return at < text.length() ? text.charAt(at) : '\0';
  }

  private char next() {
    if (!more()) {
      throw new IllegalArgumentException("'" + text + "' ends too early");
    }
    return text.charAt(at++);
  }

  private int digit() {
    char c = next();
    if (!Character.isDigit(c)) {
      throw new IllegalArgumentException("'" + c + "' stands where a tag from 1 to 9 belongs");
    }
    return c - '0';
  }

  private static SetField sourceField(char c) {
    return switch (c) {
      case 's' -> SetField.SUBJECT;
      case 'v' -> SetField.VERB;
      case 'o' -> SetField.OBJECT;
      case 'f' -> SetField.FACT;
      default -> throw new IllegalArgumentException("'" + c + "' names no field");
    };
  }

  private List<Start> starts() {
    enter(0, "\0");
    List<Start> starts = new ArrayList<>();
    int tag = 1;
    while (more()) {
      char c = next();
      if (Character.isDigit(c)) {
        tag = c - '0';
      } else if (c == 'f') {
        starts.add(setStart(tag));
      } else if ("svopmSVO".indexOf(c) >= 0) {
        starts.add(start(tag, String.valueOf(c)));
      } else if (c == '\'' || c == '~') {
        starts.add(start(tag, (c == '~' ? "~" : "'") + literal()));
      } else {
        throw new IllegalArgumentException("'" + c + "' cannot begin a search");
      }
    }
    return starts;
  }

  private Start setStart(int tag) {
    char which = more() ? next() : 'f';
    if (which == '@') {
      throw new IllegalArgumentException(
          "a set by number cannot begin a search; name it as fromset");
    }
    boolean byField = "svo".indexOf(which) >= 0;
    if (byField && more() && "qQt".indexOf(peek()) >= 0) {
      at++;
    }
    SetField field = byField ? sourceField(which) : SetField.FACT;
    return new Start(tag, "f", field, Reach.QUEUE, false, '\0', 0);
  }

  private String literal() {
    int start = at;
    while (at < text.length() && ". \t".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return text.substring(start, at);
  }

  private Start start(int tag, String source) {
    char operation = next();
    char way = '\0';
    int verb = 0;
    if (operation == '<' || operation == '>') {
      way = operation;
      verb = digit();
      operation = next();
    }
    Reach reach = Character.toLowerCase(operation) == 'q' ? Reach.QUEUE : Reach.TAG;
    if ("qQtTe".indexOf(operation) < 0) {
      throw new IllegalArgumentException("'" + operation + "' neither tags nor queues");
    }
    boolean members = Character.isLowerCase(operation) && way == '\0';
    return new Start(tag, source, SetField.WHOLE, reach, members, way, verb);
  }

  private List<Test> tests(@Nullable List<Spread> spread) {
    List<Test> tests = new ArrayList<>();
    boolean wanted = true;
    while (more()) {
      char c = next();
      if (c == '!') {
        wanted = false;
        continue;
      }
      if ((c == '<' || c == '>') && peek() == '=') {
        at++;
        tests.add(new Test(c, 0, next() == 'o'));
      } else if ((c == '<' || c == '>') && spread != null) {
        spread.add(new Spread(c, digit()));
      } else if (c == 'f') {
        tests.add(new Test('f', 0, wanted));
      } else if ("svoSVO".indexOf(c) >= 0) {
        tests.add(new Test(Character.toLowerCase(c), digit(), wanted));
      } else if (c == 'q') {
        digit();
      } else {
        throw new IllegalArgumentException("'" + c + "' tests nothing of a fact");
      }
      wanted = true;
    }
    return tests;
  }

  private Ricochet ricochet() {
    SetField from = sourceField(next());
    SetField in = more() && "so".indexOf(peek()) >= 0 ? sourceField(next()) : SetField.FACT;
    return new Ricochet(from, in, tests(null));
  }
}
