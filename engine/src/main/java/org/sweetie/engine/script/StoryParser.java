package org.sweetie.engine.script;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.script.Story.Beat;
import org.sweetie.engine.script.Story.Expectation;

/**
 * Reads stories. A line {@code story: title} begins one; {@code seed: 3} and {@code at: time} may
 * follow; {@code at: time} further down moves the clock on for the lines below it; {@code > text}
 * is what the other side writes, {@code < reply} below it one of the right answers, {@code <!
 * reply} a wrong one. {@code #} begins a remark.
 */
public final class StoryParser {
  /** The time at which a story begins that names none, as at the prompt. */
  private static final Instant USUAL = Instant.parse("2026-01-05T08:00:00Z");

  private final String file;
  private final List<Story> stories = new ArrayList<>();
  private @Nullable String title;
  private int titleLine;
  private long seed = 1;
  private Instant begins = USUAL;
  private Instant now = USUAL;
  private List<Beat> beats = new ArrayList<>();
  private int at;

  private StoryParser(String file) {
    this.file = file;
  }

  /**
   * The stories of one file.
   *
   * @throws ScriptException with file and line when a line is none of these
   */
  public static List<Story> parse(ScriptSource source) {
    StoryParser parser = new StoryParser(source.file());
    source.text().lines().forEach(parser::line);
    parser.finish();
    return List.copyOf(parser.stories);
  }

  private void line(String written) {
    at++;
    String line = written.strip();
    if (line.isEmpty() || line.startsWith("#")) {
      return;
    }
    if (line.startsWith("story:")) {
      finish();
      title = line.substring(6).strip();
      titleLine = at;
    } else if (title == null) {
      throw wrong(line, "begin with a line 'story: what it shows'");
    } else if (line.startsWith("seed:")) {
      seed = seed(line);
    } else if (line.startsWith("at:")) {
      moveClock(line);
    } else {
      beat(line);
    }
  }

  private void moveClock(String line) {
    Instant later = time(line);
    if (beats.isEmpty()) {
      begins = later;
    } else if (later.isBefore(now)) {
      throw wrong(line, "time does not go back; write " + now + " or later");
    }
    now = later;
  }

  private void beat(String line) {
    if (line.startsWith(">")) {
      beats.add(new Beat(at, now, line.substring(1).strip(), List.of(), List.of()));
      return;
    }
    String expected = line.startsWith("<!") ? line.substring(2) : line.substring(1);
    if (!line.startsWith("<") || beats.isEmpty() || expected.isBlank()) {
      throw wrong(line, "write '> text', and below it '< reply', '< ~topic.LABEL' or '<! reply'");
    }
    Expectation expectation = new Expectation(expected.strip());
    Beat last = beats.remove(beats.size() - 1);
    boolean refused = line.startsWith("<!");
    beats.add(
        new Beat(
            last.line(),
            last.at(),
            last.said(),
            refused ? last.expected() : with(last.expected(), expectation),
            refused ? with(last.refused(), expectation) : last.refused()));
  }

  private static List<Expectation> with(List<Expectation> list, Expectation more) {
    List<Expectation> longer = new ArrayList<>(list);
    longer.add(more);
    return longer;
  }

  private long seed(String line) {
    try {
      return Long.parseLong(line.substring(5).strip());
    } catch (NumberFormatException noNumber) {
      throw wrong(line, "write a whole number, as in 'seed: 3'");
    }
  }

  private Instant time(String line) {
    try {
      return Instant.parse(line.substring(3).strip());
    } catch (DateTimeParseException noTime) {
      throw wrong(line, "write ISO-8601 UTC, as in 'at: 2026-01-05T08:00:00Z'");
    }
  }

  private ScriptException wrong(String line, String remedy) {
    return new ScriptException(
        file + ":" + at + ": '" + line + "' is no line of a story; " + remedy);
  }

  private void finish() {
    String known = title;
    if (known == null) {
      return;
    }
    if (beats.isEmpty()) {
      throw new ScriptException(
          file + ":" + titleLine + ": the story has no line; write one such as '> hello'");
    }
    stories.add(new Story(file, titleLine, known, seed, begins, beats));
    seed = 1;
    begins = USUAL;
    now = USUAL;
    beats = new ArrayList<>();
  }
}
