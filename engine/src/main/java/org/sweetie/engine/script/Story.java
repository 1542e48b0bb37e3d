package org.sweetie.engine.script;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A conversation written down as it should go, to be played against a script: what the other side
 * writes, and for each line which replies are right.
 *
 * @param file where it is written
 * @param line of its title
 * @param title what it shows
 * @param seed where all chance comes from
 * @param now the time at which it begins
 * @param beats its lines in order
 */
public record Story(String file, int line, String title, long seed, Instant now, List<Beat> beats) {
  public Story {
    requireNonNull(file, "file");
    requireNonNull(title, "title");
    requireNonNull(now, "now");
    beats = List.copyOf(beats);
  }

  /**
   * What the other side writes, and what may come back.
   *
   * @param line counted from one
   * @param at the time at which it is written
   * @param said by the other side
   * @param expected one of these must come back; empty when anything may
   * @param refused none of these may
   */
  public record Beat(
      int line, Instant at, String said, List<Expectation> expected, List<Expectation> refused) {
    public Beat {
      requireNonNull(at, "at");
      requireNonNull(said, "said");
      expected = List.copyOf(expected);
      refused = List.copyOf(refused);
    }
  }

  /** What came back: the reply, empty for none, and the tags of the rules that made it. */
  public record Answer(String reply, List<String> tags) {
    public Answer {
      requireNonNull(reply, "reply");
      tags = List.copyOf(tags);
    }
  }

  /** Whoever answers: a script alone, or a whole persona. */
  public interface Player {
    /** Answers the next line of a conversation, which comes in at a time. */
    Answer answer(String line, Instant at);
  }

  /**
   * Plays the story to its end.
   *
   * @param script to which the rules belong that the story names
   * @return what went wrong, a line each with file and line; empty when nothing did
   */
  public List<String> play(Script script, Player player) {
    List<String> faults = new ArrayList<>();
    for (Beat beat : beats) {
      Answer answer = player.answer(beat.said(), beat.at());
      fault(beat, answer, script)
          .ifPresent(fault -> faults.add(file + ":" + beat.line() + ": " + fault));
    }
    return faults;
  }

  private static Optional<String> fault(Beat beat, Answer answer, Script script) {
    String came =
        answer.reply().isEmpty()
            ? "nothing came"
            : "'" + answer.reply() + "' came from " + String.join(" ", answer.tags());
    for (Expectation refused : beat.refused()) {
      if (refused.meets(answer, script)) {
        return Optional.of(
            "to '" + beat.said() + "' " + came + ", which must not be " + refused.text());
      }
    }
    boolean met =
        beat.expected().isEmpty()
            || beat.expected().stream().anyMatch(expected -> expected.meets(answer, script));
    return met
        ? Optional.empty()
        : Optional.of(
            "to '"
                + beat.said()
                + "' "
                + came
                + ", expected "
                + String.join(" or ", beat.expected().stream().map(Expectation::text).toList()));
  }

  /**
   * A reply that is expected or refused.
   *
   * @param text {@code ~topic}, {@code ~topic.LABEL} or {@code ~topic.3.1} for where it comes from,
   *     {@code (nothing)} for silence, else the reply itself, where {@code *} stands for anything
   */
  public record Expectation(String text) {
    /** No reply at all. */
    public static final String NOTHING = "(nothing)";

    public Expectation {
      if (text.isBlank()) {
        throw new IllegalArgumentException("an expectation says what comes back");
      }
    }

    boolean namesRule() {
      return text.startsWith("~");
    }

    boolean meets(Answer answer, Script script) {
      if (text.equals(NOTHING)) {
        return answer.reply().isEmpty();
      }
      if (!namesRule()) {
        return !answer.reply().isEmpty()
            && Wildcards.fits(Fold.word(answer.reply()), Fold.word(text));
      }
      String wanted = script.tag(text).orElse(text + ".");
      return answer.tags().stream()
          .anyMatch(tag -> tag.equals(wanted) || (wanted.endsWith(".") && tag.startsWith(wanted)));
    }
  }
}
