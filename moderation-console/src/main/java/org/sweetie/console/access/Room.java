package org.sweetie.console.access;

import static org.sweetie.console.access.Role.ADMINISTRATOR;
import static org.sweetie.console.access.Role.ANALYST;
import static org.sweetie.console.access.Role.LIAISON;
import static org.sweetie.console.access.Role.PROFESSIONAL;
import static org.sweetie.console.access.Role.RESEARCHER;
import static org.sweetie.console.access.Role.SAFEGUARDING_LEAD;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A part of the console with one door: the path it lies under and the roles that may enter. */
public enum Room {
  OVERVIEW("/", "Overview", "What waits for you", true, Role.values()),
  LIVE(
      "/live",
      "Live",
      "Conversations that go on now, and the replies that wait for a person",
      true,
      RESEARCHER,
      SAFEGUARDING_LEAD),
  FLAGGED(
      "/flagged",
      "Flagged",
      "Conversations whose risk crossed the threshold, and your ruling on them",
      true,
      ANALYST,
      SAFEGUARDING_LEAD),
  CASES(
      "/cases",
      "Cases",
      "What is handed over, to whom, and who approved it",
      true,
      ANALYST,
      LIAISON,
      SAFEGUARDING_LEAD),
  LIBRARY(
      "/library",
      "Library",
      "Guidance for professionals: search it, or ask it a question",
      true,
      PROFESSIONAL,
      RESEARCHER,
      ANALYST,
      LIAISON,
      SAFEGUARDING_LEAD),
  ADMINISTRATION(
      "/administration",
      "Administration",
      "People, sign-in links, the operation and its mandate",
      true,
      ADMINISTRATOR),
  KEY(
      "/key",
      "Approval key",
      "The key in your browser with which you approve a handover",
      true,
      ANALYST,
      LIAISON,
      SAFEGUARDING_LEAD),
  STOP(
      "/stop",
      "Stop",
      "Silences the persona at once",
      false,
      RESEARCHER,
      ANALYST,
      SAFEGUARDING_LEAD,
      ADMINISTRATOR);

  private final String path;
  private final String label;
  private final String purpose;
  private final boolean listed;
  private final Set<Role> roles;

  Room(String path, String label, String purpose, boolean listed, Role... roles) {
    this.path = path;
    this.label = label;
    this.purpose = purpose;
    this.listed = listed;
    this.roles = EnumSet.copyOf(List.of(roles));
  }

  /** The path of its first page; everything below it belongs to the room too. */
  public String path() {
    return path;
  }

  /** The name on screens. */
  public String label() {
    return label;
  }

  /** What it is for, in a few words. */
  public String purpose() {
    return purpose;
  }

  /** Whether any of a person's roles opens it. */
  public boolean opensTo(Set<Role> of) {
    return of.stream().anyMatch(roles::contains);
  }

  /** The roles that may enter. */
  public Set<Role> roles() {
    return EnumSet.copyOf(roles);
  }

  /** The rooms of the navigation for a person with these roles, in order. */
  static List<Room> listedFor(Set<Role> of) {
    return Arrays.stream(values()).filter(r -> r.listed && r.opensTo(of)).toList();
  }

  /** Whether a request path lies in this room. */
  boolean holds(String requestPath) {
    return requestPath.equals(path) || (this != OVERVIEW && requestPath.startsWith(path + "/"));
  }
}
