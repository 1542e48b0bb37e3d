package org.sweetie.engine.script;

import java.util.List;
import java.util.Locale;

/**
 * A {@code patternmacro}: a piece of pattern that is read again wherever it is called, with the
 * arguments written in place of its parameters.
 *
 * @param name with its caret, in lower case
 * @param parameters with their carets, in lower case
 * @param text what stands in the source behind the parameters
 * @param place where that begins
 */
record PatternMacro(String name, List<String> parameters, String text, Place place) {
  PatternMacro {
    parameters = List.copyOf(parameters);
  }

  /** The pattern with arguments as they were written in the call. */
  String with(List<String> arguments) {
    StringBuilder out = new StringBuilder(text.length());
    int at = 0;
    while (at < text.length()) {
      int parameter = text.charAt(at) == '^' ? parameterAt(at) : -1;
      if (parameter < 0) {
        out.append(text.charAt(at++));
      } else {
        out.append(arguments.get(parameter));
        at += parameters.get(parameter).length();
      }
    }
    return out.toString();
  }

  private int parameterAt(int at) {
    for (int i = 0; i < parameters.size(); i++) {
      int end = at + parameters.get(i).length();
      boolean here =
          end <= text.length()
              && text.substring(at, end).toLowerCase(Locale.ROOT).equals(parameters.get(i));
      if (here && (end == text.length() || !ValueParser.isNamePart(text.charAt(end)))) {
        return i;
      }
    }
    return -1;
  }
}
