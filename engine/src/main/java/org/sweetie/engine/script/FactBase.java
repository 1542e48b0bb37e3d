package org.sweetie.engine.script;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Facts with an index over each field. */
final class FactBase {
  private static final List<SetField> FIELDS =
      List.of(SetField.SUBJECT, SetField.VERB, SetField.OBJECT);

  private final List<Fact> facts = new ArrayList<>();
  private final Map<SetField, Map<String, List<Fact>>> index = new HashMap<>();

  FactBase() {
    FIELDS.forEach(field -> index.put(field, new HashMap<>()));
  }

  void add(Fact fact) {
    facts.add(fact);
    for (SetField field : FIELDS) {
      Map<String, List<Fact>> keys = index.getOrDefault(field, Map.of());
      keys.computeIfAbsent(fact.field(field).key(), key -> new ArrayList<>(2)).add(fact);
    }
  }

  /** Adds a fact of its text with those in its fields, unless it is there. */
  Fact add(FactText.Read read) {
    Fact.Term[] terms = new Fact.Term[3];
    for (int i = 0; i < 3; i++) {
      Object field = read.fields().get(i);
      terms[i] =
          field instanceof FactText.Read nested
              ? Facts.term(add(nested))
              : Fact.Term.word(field.toString());
    }
    return add(terms[0], terms[1], terms[2], read.flags());
  }

  /** Adds a fact, or finds the one of the same fields. */
  Fact add(Fact.Term subject, Fact.Term verb, Fact.Term object, Set<Fact.Flag> flags) {
    for (Fact known : with(SetField.SUBJECT, subject.key())) {
      boolean same =
          known.verb().key().equals(verb.key()) && known.object().key().equals(object.key());
      if (same) {
        return known;
      }
    }
    Fact fact = new Fact(size() + 1, subject, verb, object, flags);
    add(fact);
    return fact;
  }

  List<Fact> all() {
    return facts;
  }

  int size() {
    return facts.size();
  }

  /** Facts with a key in a field, oldest first. */
  List<Fact> with(SetField field, String key) {
    return index.getOrDefault(field, Map.of()).getOrDefault(key, List.of());
  }
}
