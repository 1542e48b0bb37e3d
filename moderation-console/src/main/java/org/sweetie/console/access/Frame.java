package org.sweetie.console.access;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands around a page.
 *
 * @param person who is signed in; null on the way in and in the chat room
 * @param links the navigation
 * @param csrf the token every form sends along
 * @param mayStop whether the stop switch is shown (CONDUCT B8)
 */
public record Frame(@Nullable SignedIn person, List<Link> links, String csrf, boolean mayStop) {
  public Frame {
    links = List.copyOf(links);
  }

  /** One entry of the navigation. */
  public record Link(String label, String href, boolean current) {}

  static Frame of(@Nullable SignedIn person, String path, String csrf) {
    if (person == null) {
      return new Frame(null, List.of(), csrf, false);
    }
    List<Link> links =
        Room.listedFor(person.roles()).stream()
            .map(r -> new Link(r.label(), r.path(), r.holds(path)))
            .toList();
    return new Frame(person, links, csrf, person.mayEnter(Room.STOP));
  }
}
