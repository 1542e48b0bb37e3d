package org.sweetie.console.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a person does here. A person may bear several roles; each opens its own rooms. */
public enum Role {
  RESEARCHER("Researcher", "accompanies live conversations and releases replies"),
  ANALYST("Analyst", "reviews flagged conversations, rules on them and prepares cases"),
  LIAISON("Liaison", "approves and hands over cases to the authority that receives them"),
  PROFESSIONAL("Professional", "searches and asks the library"),
  ADMINISTRATOR("Administrator", "enrols people and keeps watch over operation and mandate"),
  SAFEGUARDING_LEAD("Safeguarding lead", "decides where a child may be at risk");

  private final String label;
  private final String task;

  Role(String label, String task) {
    this.label = label;
    this.task = task;
  }

  /** The name on screens. */
  public String label() {
    return label;
  }

  /** What the role is for, as the end of a sentence. */
  public String task() {
    return task;
  }

  /** The name on record and on the wire: {@code safeguarding_lead}. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The role of a wire name; empty for any other word. */
  public static Optional<Role> ofWire(String name) {
    return Arrays.stream(values()).filter(r -> r.wire().equals(name)).findFirst();
  }
}
