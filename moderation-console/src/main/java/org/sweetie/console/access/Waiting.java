package org.sweetie.console.access;

import java.util.List;

/** A room that knows what waits for a person; the overview asks every one. */
public interface Waiting {
  /** What waits for this person, most urgent first; empty where nothing does. May read the log. */
  List<Item> waitingFor(SignedIn person);

  /**
   * One line of the overview.
   *
   * @param count how many
   * @param text what they are, to follow the count
   * @param href where to go
   * @param urgent whether a child or a person may be waiting right now
   */
  record Item(int count, String text, String href, boolean urgent) {}
}
