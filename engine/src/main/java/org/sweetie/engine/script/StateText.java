package org.sweetie.engine.script;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.script.ScriptState.Rejoinder;
import org.sweetie.engine.script.ScriptState.Use;

/** The text form of a state: a version line, then one fact a line, each led by its letter. */
final class StateText {
  private static final String VERSION = "script-state 2";

  private static final int USUAL_LENGTH = 1_024;

  /** No topic has more; a broken state must not ask for more memory than that. */
  private static final int MOST_RULES = 10_000_000;

  private int turn;
  private boolean asked;
  private @Nullable Rejoinder rejoinder;
  private final Map<String, String> variables = new TreeMap<>();
  private final List<String> pending = new ArrayList<>();
  private final List<Long> said = new ArrayList<>();
  private final Map<String, Use> uses = new TreeMap<>();
  private final List<String> facts = new ArrayList<>();
  private final Map<String, Integer> contexts = new TreeMap<>();

  private StateText() {}

  static String write(ScriptState state) {
    StringBuilder out = new StringBuilder(USUAL_LENGTH).append(VERSION);
    out.append("\nt ").append(state.turn());
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
      writeSaid(out, state.said());
    }
    state.uses().forEach((topic, use) -> writeUse(out, topic, use));
    state
        .variables()
        .forEach(
            (name, value) ->
                out.append("v ").append(name).append(' ').append(escape(value)).append('\n'));
    state.facts().forEach(fact -> out.append("f ").append(escape(fact)).append('\n'));
    state
        .contexts()
        .forEach(
            (label, turn) -> out.append("c ").append(label).append(' ').append(turn).append('\n'));
    return out.toString();
  }

  private static void writeUse(StringBuilder out, String topic, Use use) {
    out.append("u ").append(topic).append(' ').append(Integer.toHexString(use.checksum()));
    out.append(' ').append(use.gambit()).append(' ').append(use.responder());
    out.append(' ').append(use.rejoinder());
    // Each place by its distance from the last: of a topic of any size few rules are used up.
    int last = -1;
    for (int rule = use.erased().nextSetBit(0);
        rule >= 0;
        rule = use.erased().nextSetBit(rule + 1)) {
      out.append(' ').append(rule - last);
      last = rule;
    }
    out.append('\n');
  }

  private static void writeSaid(StringBuilder out, List<Long> said) {
    out.append('s');
    for (long fingerprint : said) {
      out.append(' ');
      writeHex(out, fingerprint);
    }
    out.append('\n');
  }

  private static void writeHex(StringBuilder out, long number) {
    int digits = Math.max(1, (Long.SIZE + 3 - Long.numberOfLeadingZeros(number)) / 4);
    for (int digit = digits - 1; digit >= 0; digit--) {
      out.append(Character.forDigit((int) (number >>> (4 * digit)) & 0xF, 16));
    }
  }

  static ScriptState read(String text) {
    if (!text.startsWith(VERSION + "\n")) {
      int end = Math.min(Math.min(40, text.length()), Math.max(0, text.indexOf('\n')));
      throw new ScriptException(
          "A conversation's state begins with '"
              + text.substring(0, end)
              + "'; expected '"
              + VERSION
              + "'; give the text as ScriptState.encode wrote it");
    }
    StateText reader = new StateText();
    int number = 1;
    for (int at = VERSION.length() + 1; at < text.length(); number++) {
      int end = text.indexOf('\n', at);
      end = end < 0 ? text.length() : end;
      reader.readLine(number + 1, text.substring(at, end));
      at = end + 1;
    }
    return new ScriptState(
        reader.turn,
        reader.variables,
        reader.pending,
        reader.rejoinder,
        reader.asked,
        reader.said,
        reader.uses,
        reader.facts,
        reader.contexts);
  }

  private void readLine(int number, String line) {
    if (line.isEmpty()) {
      return;
    }
    try {
      readFact(line.charAt(0), new Parts(line, 2));
    } catch (NumberFormatException | IndexOutOfBoundsException | ArithmeticException e) {
      throw new ScriptException(
          "Line "
              + number
              + " of a conversation's state is broken ('"
              + line.substring(0, Math.min(40, line.length()))
              + "'); give the text as ScriptState.encode wrote it");
    }
  }

  private void readFact(char kind, Parts parts) {
    switch (kind) {
      case 't' -> {
        turn = parts.number();
        asked = parts.next().equals("?");
      }
      case 'r' -> rejoinder = new Rejoinder(parts.next(), parts.number(), parts.hex());
      case 'p' -> {
        while (parts.hasNext()) {
          pending.add(parts.next());
        }
      }
      case 's' -> {
        while (parts.hasNext()) {
          said.add(parts.fingerprint());
        }
      }
      case 'u' -> uses.put(parts.next(), readUse(parts));
      case 'v' -> {
        String name = parts.next();
        variables.put(name, unescape(parts.rest()));
      }
      case 'f' -> facts.add(unescape(parts.rest()));
      case 'c' -> contexts.put(parts.next(), parts.number());
      default -> throw new IndexOutOfBoundsException("no such fact: " + kind);
    }
  }

  private static Use readUse(Parts parts) {
    int checksum = parts.hex();
    int gambit = parts.number();
    int responder = parts.number();
    int rejoinder = parts.number();
    BitSet erased = new BitSet();
    int rule = -1;
    while (parts.hasNext()) {
      rule = Math.addExact(rule, parts.number());
      if (rule < 0 || rule > MOST_RULES) {
        throw new IndexOutOfBoundsException("no such rule: " + rule);
      }
      erased.set(rule);
    }
    return new Use(checksum, erased, gambit, responder, rejoinder);
  }

  /** The parts of a line, a space between them. */
  private static final class Parts {
    private final String line;
    private int at;

    Parts(String line, int at) {
      this.line = line;
      this.at = at;
    }

    boolean hasNext() {
      return at < line.length();
    }

    String next() {
      int end = end();
      String part = line.substring(at, end);
      at = end + 1;
      return part;
    }

    /** All that is left; an error when the line has ended before. */
    String rest() {
      return line.substring(at);
    }

    private int end() {
      int end = line.indexOf(' ', at);
      return end < 0 ? line.length() : end;
    }

    int number() {
      int end = end();
      int number = Integer.parseInt(line, at, end, 10);
      at = end + 1;
      return number;
    }

    int hex() {
      return Integer.parseUnsignedInt(next(), 16);
    }

    long fingerprint() {
      int end = end();
      long fingerprint = Long.parseUnsignedLong(line, at, end, 16);
      at = end + 1;
      return fingerprint;
    }
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
