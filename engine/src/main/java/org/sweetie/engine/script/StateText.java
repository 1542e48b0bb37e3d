package org.sweetie.engine.script;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.script.ScriptState.Rejoinder;
import org.sweetie.engine.script.ScriptState.Use;

/** The text form of a state: a version line, then one fact a line, each led by its letter. */
final class StateText {
  private static final String VERSION = "script-state 1";

  private int turn;
  private boolean asked;
  private @Nullable Rejoinder rejoinder;
  private final Map<String, String> variables = new TreeMap<>();
  private final List<String> pending = new ArrayList<>();
  private final List<Long> said = new ArrayList<>();
  private final Map<String, Use> uses = new TreeMap<>();

  private StateText() {}

  static String write(ScriptState state) {
    StringBuilder out = new StringBuilder(VERSION).append("\nt ").append(state.turn());
    out.append(state.asked() ? " ?" : " .").append('\n');
    Rejoinder rejoinder = state.rejoinder();
    if (rejoinder != null) {
      out.append("r ").append(rejoinder.topic()).append(' ').append(rejoinder.rule());
      out.append(' ').append(Integer.toHexString(rejoinder.checksum())).append('\n');
    }
    if (!state.pending().isEmpty()) {
      out.append("p ").append(String.join(" ", state.pending())).append('\n');
    }
    if (!state.said().isEmpty()) {
      out.append("s ").append(hex(state.said())).append('\n');
    }
    state.uses().forEach((topic, use) -> writeUse(out, topic, use));
    state
        .variables()
        .forEach(
            (name, value) ->
                out.append("v ").append(name).append(' ').append(escape(value)).append('\n'));
    return out.toString();
  }

  private static void writeUse(StringBuilder out, String topic, Use use) {
    out.append("u ").append(topic).append(' ').append(Integer.toHexString(use.checksum()));
    out.append(' ').append(use.gambit()).append(' ').append(use.responder());
    out.append(' ').append(use.rejoinder());
    if (!use.erased().isEmpty()) {
      out.append(' ').append(hex(use.erased()));
    }
    out.append('\n');
  }

  private static String hex(List<Long> numbers) {
    return numbers.stream().map(Long::toHexString).collect(Collectors.joining(" "));
  }

  static ScriptState read(String text) {
    String[] lines = text.split("\n", -1);
    if (!lines[0].equals(VERSION)) {
      throw new ScriptException(
          "A conversation's state begins with '"
              + lines[0].substring(0, Math.min(40, lines[0].length()))
              + "'; expected '"
              + VERSION
              + "'; give the text as ScriptState.encode wrote it");
    }
    StateText reader = new StateText();
    for (int i = 1; i < lines.length; i++) {
      reader.readLine(i + 1, lines[i]);
    }
    return new ScriptState(
        reader.turn,
        reader.variables,
        reader.pending,
        reader.rejoinder,
        reader.asked,
        reader.said,
        reader.uses);
  }

  private void readLine(int number, String line) {
    if (line.isEmpty()) {
      return;
    }
    try {
      readFact(line.charAt(0), line.substring(Math.min(2, line.length())));
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      throw new ScriptException(
          "Line "
              + number
              + " of a conversation's state is broken ('"
              + line.substring(0, Math.min(40, line.length()))
              + "'); give the text as ScriptState.encode wrote it");
    }
  }

  private void readFact(char kind, String rest) {
    String[] parts = rest.split(" ", -1);
    switch (kind) {
      case 't' -> {
        turn = Integer.parseInt(parts[0]);
        asked = parts[1].equals("?");
      }
      case 'r' ->
          rejoinder =
              new Rejoinder(
                  parts[0], Integer.parseInt(parts[1]), Integer.parseUnsignedInt(parts[2], 16));
      case 'p' -> pending.addAll(List.of(parts));
      case 's' -> said.addAll(unhex(parts, 0));
      case 'u' -> uses.put(parts[0], readUse(parts));
      case 'v' -> variables.put(parts[0], unescape(rest.substring(parts[0].length() + 1)));
      default -> throw new IndexOutOfBoundsException("no such fact: " + kind);
    }
  }

  private static Use readUse(String[] parts) {
    return new Use(
        Integer.parseUnsignedInt(parts[1], 16),
        unhex(parts, 5),
        Integer.parseInt(parts[2]),
        Integer.parseInt(parts[3]),
        Integer.parseInt(parts[4]));
  }

  private static List<Long> unhex(String[] parts, int from) {
    return Arrays.stream(parts, from, parts.length)
        .map(part -> Long.parseUnsignedLong(part, 16))
        .toList();
  }

  /** Line ends, controls and lone surrogates would not survive being written as UTF-8 lines. */
  private static String escape(String value) {
    StringBuilder out = new StringBuilder(value.length());
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '\\'
          || Character.isISOControl(c)
          || isLoneSurrogate(value, i)
          || c == '\u2028'
          || c == '\u2029') {
        out.append('\\').append(String.format("%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static boolean isLoneSurrogate(String value, int i) {
    char c = value.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 == value.length() || !Character.isLowSurrogate(value.charAt(i + 1));
    }
    return Character.isLowSurrogate(c)
        && (i == 0 || !Character.isHighSurrogate(value.charAt(i - 1)));
  }

  private static String unescape(String value) {
    StringBuilder out = new StringBuilder(value.length());
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '\\') {
        out.append((char) Integer.parseInt(value.substring(i + 1, i + 5), 16));
        i += 4;
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }
}
