package org.sweetie.engine.script;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.script.Fact.Term;

/**
 * The facts a conversation can see while a turn runs: the script's, its own, and those that say
 * which words a concept has, which are made when they are asked for.
 */
final class Facts {
  /** As ChatScript by default: the newest so many facts of a conversation are kept. */
  static final int MOST_KEPT = 100;

  /** What all facts kept may take as text, in characters: state is kept for every conversation. */
  static final int LONGEST_KEPT = 4_000;

  static final String MEMBER = "member";

  private static final int LONGEST_FIELD = 500;
  private static final int MOST_IN_TURN = 10_000;

  private final Script script;
  private final Steps steps;
  private final FactBase shared;
  private final FactBase own = new FactBase();

  /** Facts by number, from the first that is not shared. */
  private final List<Fact> numbered = new ArrayList<>();

  Facts(Script script, Steps steps, List<String> kept) {
    this.script = script;
    this.steps = steps;
    this.shared = script.knowledge().facts();
    for (String text : kept) {
      FactText.Read read = FactText.read(text);
      if (read != null) {
        create(read);
      }
    }
  }

  // Making.

  /** Makes a fact, or finds the one there is. */
  Fact create(Term subject, Term verb, Term object, Set<Fact.Flag> flags) {
    Fact known = find(subject, verb, object);
    if (known != null && !flags.contains(Fact.Flag.FACTDUPLICATE)) {
      return known;
    }
    if (numbered.size() >= MOST_IN_TURN) {
      throw new Steps.Exhausted("a turn has more than " + MOST_IN_TURN + " facts");
    }
    Fact fact =
        new Fact(shared.size() + numbered.size() + 1, cut(subject), cut(verb), cut(object), flags);
    numbered.add(fact);
    own.add(fact);
    return fact;
  }

  private static Term cut(Term term) {
    String text = term.text();
    return text.length() <= LONGEST_FIELD
        ? term
        : new Term(text.substring(0, LONGEST_FIELD), term.fact());
  }

  /** Makes a fact from its text. */
  Fact create(FactText.Read read) {
    Term[] terms = new Term[3];
    for (int i = 0; i < 3; i++) {
      Object field = read.fields().get(i);
      terms[i] = field instanceof FactText.Read nested ? term(create(nested)) : word(field);
    }
    return create(terms[0], terms[1], terms[2], read.flags());
  }

  private static Term word(Object field) {
    return Term.word(field.toString());
  }

  static Term term(Fact fact) {
    return new Term(fact.toString(), fact);
  }

  // Finding.

  @Nullable Fact find(Term subject, Term verb, Term object) {
    for (Fact fact : with(SetField.SUBJECT, subject.key())) {
      steps.spend();
      if (fact.verb().key().equals(verb.key()) && fact.object().key().equals(object.key())) {
        return fact;
      }
    }
    return null;
  }

  /** The fact of a number that was given out this turn, or null. */
  @Nullable Fact numbered(String number) {
    if (!number.matches("[0-9]{1,8}")) {
      return null;
    }
    int id = Integer.parseInt(number);
    if (id >= 1 && id <= shared.size()) {
      return shared.all().get(id - 1);
    }
    int index = id - shared.size() - 1;
    Fact fact = index >= 0 && index < numbered.size() ? numbered.get(index) : null;
    return fact == null || fact.isDead() ? null : fact;
  }

  /** Living facts with a key in a field, newest first, as ChatScript finds them. */
  List<Fact> with(SetField field, String key) {
    List<Fact> found = new ArrayList<>();
    addNewestFirst(own.with(field, key), found);
    addNewestFirst(shared.with(field, key), found);
    found.addAll(memberships(field, key));
    return found;
  }

  private static void addNewestFirst(List<Fact> facts, List<Fact> found) {
    for (int i = facts.size() - 1; i >= 0; i--) {
      if (!facts.get(i).isDead()) {
        found.add(facts.get(i));
      }
    }
  }

  private List<Fact> memberships(SetField field, String key) {
    if (field == SetField.OBJECT && key.startsWith("~")) {
      return members(key, script.membersOf(key));
    }
    if (field == SetField.SUBJECT) {
      return script.conceptsDirectly(key).stream().map(name -> member(key, name)).toList();
    }
    if (field == SetField.VERB && key.equals(MEMBER)) {
      List<Fact> all = new ArrayList<>();
      // In an order that is the same on every machine.
      new TreeSet<>(script.conceptNames())
          .forEach(name -> all.addAll(members(name, script.membersOf(name))));
      return all;
    }
    return List.of();
  }

  private List<Fact> members(String concept, List<String> words) {
    return words.stream().map(word -> member(word, concept)).toList();
  }

  /** Such a fact is the same in every conversation; it is numbered only when a script keeps it. */
  private Fact member(String word, String concept) {
    steps.spend();
    return new Fact(
        0,
        Term.word(word.replace(' ', '_')),
        Term.word(MEMBER),
        Term.word(concept),
        EnumSet.noneOf(Fact.Flag.class));
  }

  /** The number a script can keep a fact by while the turn runs. */
  int number(Fact fact) {
    if (fact.id() != 0) {
      return fact.id();
    }
    Fact numberedFact =
        new Fact(
            shared.size() + numbered.size() + 1,
            fact.subject(),
            fact.verb(),
            fact.object(),
            fact.flags());
    numbered.add(numberedFact);
    return numberedFact.id();
  }

  boolean isShared(Fact fact) {
    return fact.id() <= shared.size();
  }

  /** Every living fact of the conversation, oldest first. */
  List<Fact> own() {
    return own.all().stream().filter(fact -> !fact.isDead()).toList();
  }

  /** The facts of the script's tables. */
  List<Fact> shared() {
    return shared.all();
  }

  int newest() {
    return shared.size() + numbered.size();
  }

  // Ending.

  /** Takes facts away with those made of them; the script's own stay, as in ChatScript. */
  void delete(Fact fact) {
    if (isShared(fact) || fact.isDead()) {
      return;
    }
    fact.kill();
    for (Fact other : own.all()) {
      steps.spend();
      if (!other.isDead() && other.isMadeOf(fact)) {
        delete(other);
      }
    }
  }

  /** Takes away all facts made after one. */
  void deleteAfter(int id) {
    own.all().stream().filter(fact -> fact.id() > id).forEach(Fact::kill);
  }

  /** What outlasts the turn as text, oldest first. */
  List<String> kept() {
    List<String> kept = new ArrayList<>();
    int length = 0;
    List<Fact> all = own.all();
    for (int i = all.size() - 1; i >= 0 && kept.size() < MOST_KEPT; i--) {
      Fact fact = all.get(i);
      if (fact.isDead() || fact.has(Fact.Flag.FACTTRANSIENT)) {
        continue;
      }
      String text = fact.toString();
      length += text.length();
      if (length > LONGEST_KEPT) {
        break;
      }
      kept.add(0, text);
    }
    return kept;
  }

  /** How many facts would outlast the turn if there were room. */
  int lasting() {
    return (int)
        own.all().stream()
            .filter(fact -> !fact.isDead() && !fact.has(Fact.Flag.FACTTRANSIENT))
            .count();
  }
}
