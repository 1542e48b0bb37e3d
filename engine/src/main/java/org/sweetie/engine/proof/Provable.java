package org.sweetie.engine.proof;

import java.util.List;

/**
 * What of a rule of conduct can be read off a persona, and what only a conversation shows.
 *
 * @param byScript whether the proof says something of it
 */
record Provable(String id, boolean byScript, String what) {
  /** The rules in the order of CONDUCT. */
  static List<Provable> all() {
    return List.of(
        new Provable("A8", true, "no line holds a phrase of child-phrases.txt"),
        new Provable("B1", true, "one rule answers, and a first message is answered by no gambit"),
        new Provable(
            "B2",
            true,
            "by the phrases of gate.txt and the mask: raises nothing first, agrees to nothing raised"),
        new Provable(
            "B3",
            true,
            "the first reply states the age, so does the answer to a doubt; no other age"),
        new Provable("B4", true, "no pressing phrase of gate.txt; each question at most once"),
        new Provable("B5", true, "name, nickname and profile say the age and nothing else"),
        new Provable(
            "B6", true, "every word is the script's: nothing echoed, evaluated or fetched"),
        new Provable("B7", false, "a live mandate for each turn"),
        new Provable("B8", false, "the stop switch"),
        new Provable("B9", false, "enough is enough: turns, days and statements are counted"),
        new Provable("B10", false, "signs in what the counterpart writes stop the persona"),
        new Provable("B11", false, "the record and its replay"),
        new Provable("B12", false, "the mandate as a signed document"),
        new Provable("B13", false, "the demo keeps to loopback"),
        new Provable("B14", true, "plain text within its length, without links or long numbers"),
        new Provable("B15", false, "nobody types as the persona"));
  }
}
