package org.sweetie.training.load;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How the lines of one kind of chat export are read, from the first to the last. */
interface LineFormat {
  /**
   * What a line is.
   *
   * @param kind what to do with it
   * @param author who wrote the message that begins; empty for any other kind
   * @param time when, or null where the export does not tell
   * @param text its first line, or the line that goes on
   */
  record Line(Kind kind, String author, @Nullable Instant time, String text) {
    /** A line of no message. */
    static final Line NOTICE = new Line(Kind.NOTICE, "", null, "");

    /** A line the format does not know. */
    static final Line UNKNOWN = new Line(Kind.UNKNOWN, "", null, "");

    static Line begins(String author, @Nullable Instant time, String text) {
      return new Line(Kind.BEGINS, author, time, text);
    }

    static Line goesOn(String text) {
      return new Line(Kind.GOES_ON, "", null, text);
    }
  }

  /** What a line does. */
  enum Kind {
    /** Begins a message. */
    BEGINS,
    /** Is a further line of the message before it. */
    GOES_ON,
    /** Belongs to no message: somebody joined, a header. */
    NOTICE,
    /** Is none of these: reported and skipped. */
    UNKNOWN
  }

  /** Reads the next line. */
  Line read(String line);
}
