package org.sweetie.engine.script;

import java.util.List;

/** A fact that a script may come to hold: what each of its fields can be. */
record PossibleFact(Possible subject, Possible verb, Possible object) {
  /** A fact with the same value in every field. */
  PossibleFact with(Possible field) {
    return new PossibleFact(field, field, field);
  }

  static PossibleFact of(List<Possible> fields) {
    return new PossibleFact(fields.get(0), fields.get(1), fields.get(2));
  }

  static PossibleFact of(Fact fact) {
    return new PossibleFact(
        Possible.of(fact.value(SetField.SUBJECT)),
        Possible.of(fact.value(SetField.VERB)),
        Possible.of(fact.value(SetField.OBJECT)));
  }

  PossibleFact or(PossibleFact other) {
    return new PossibleFact(
        Possible.or(subject, other.subject),
        Possible.or(verb, other.verb),
        Possible.or(object, other.object));
  }

  List<Possible> fields() {
    return List.of(subject, verb, object);
  }
}
