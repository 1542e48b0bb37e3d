package org.sweetie.engine.script;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.script.OutputNode.Call;
import org.sweetie.engine.script.OutputNode.SetAssignment;
import org.sweetie.engine.script.OutputNode.Value;
import org.sweetie.engine.script.OutputNode.Words;
import org.sweetie.engine.script.Rehearsal.Evaluated;

/**
 * Facts as far as they can be told: what a script makes in each place, and what is found of it by
 * queries that name the verb. A field holds what was put there, so what the counterpart wrote stays
 * told as such; every other use of facts counts as unknown.
 */
final class RehearsedFacts {
  private static final List<SetField> FIELDS =
      List.of(SetField.SUBJECT, SetField.VERB, SetField.OBJECT);

  private static final int MOST_FACTS = 10_000;

  /** Verbs of facts that no rule makes: members of concepts, what was said, what functions list. */
  private static final String ENGINES_OWN = "(?i)member|chatoutput|a|defaultbot|\\^.*|[~'?].*|";

  private final Rehearsal rehearsal;

  RehearsedFacts(Rehearsal rehearsal) {
    this.rehearsal = rehearsal;
  }

  static boolean isField(Operand.SetPart set) {
    return FIELDS.contains(set.field());
  }

  /** The name under which the store keeps a field of a set's first fact. */
  static String nameOf(int set, SetField field) {
    return "@" + set + field.name().toLowerCase(Locale.ROOT);
  }

  /** The set that an argument names, or null. */
  private static Operand.@Nullable SetPart set(OutputNode node) {
    return node instanceof Value value && value.operand() instanceof Operand.SetPart set
        ? set
        : null;
  }

  // What sets hold.

  private void fill(Path path, int set, PossibleFact facts) {
    for (int i = 0; i < FIELDS.size(); i++) {
      String name = nameOf(set, FIELDS.get(i));
      path.store.set(name, facts.fields().get(i));
      rehearsal.globals().add(name, facts.fields().get(i));
    }
  }

  private static PossibleFact held(Path path, int set) {
    return PossibleFact.of(FIELDS.stream().map(f -> path.store.get(nameOf(set, f))).toList());
  }

  private static PossibleFact nothing() {
    return new PossibleFact(Possible.NOTHING, Possible.NOTHING, Possible.NOTHING);
  }

  /** {@code @1 = …}, {@code @1 += …}, {@code @1 -= …}. */
  List<Path> assign(SetAssignment assignment, Path path) {
    List<Path> all = new ArrayList<>();
    for (Way way : facts(assignment.value(), path)) {
      PossibleFact facts = way.facts();
      if (assignment.operator() == '+') {
        facts = facts.or(held(way.path(), assignment.number()));
      } else if (assignment.operator() == '-') {
        facts = held(way.path(), assignment.number()).or(nothing());
      }
      fill(way.path(), assignment.number(), facts);
      all.add(way.path());
    }
    return all;
  }

  /** A path, and the facts something stands for on it. */
  private record Way(Path path, PossibleFact facts) {}

  private List<Way> facts(OutputNode value, Path path) {
    Operand.SetPart from = set(value);
    if (from != null) {
      return List.of(new Way(path, held(path, from.number())));
    }
    if (value instanceof Words words && words.text().equalsIgnoreCase("null")) {
      return List.of(new Way(path, nothing()));
    }
    if (value instanceof Value empty
        && empty.operand() instanceof Operand.Literal literal
        && literal.text().isEmpty()) {
      return List.of(new Way(path, nothing()));
    }
    if (value instanceof Call call) {
      return called(call, path);
    }
    return unknown(value.getClass().getSimpleName() + " as facts", path);
  }

  private List<Way> called(Call call, Path path) {
    String name = call.function().name();
    switch (name) {
      case "^keywordtopics", "^gambittopics", "^pendingtopics" -> {
        return List.of(new Way(path, topics(name).or(nothing())));
      }
      case "^createfact", "^createattribute" -> {
        if (isPlain(call)) {
          return made(call, path).stream().map(way -> or(way, nothing())).toList();
        }
      }
      case "^query" -> {
        if (isFollowed(call)) {
          return found(call, path).stream().map(way -> or(way, nothing())).toList();
        }
      }
      case "^unduplicate" -> {
        Operand.SetPart from = set(call.arguments().get(0));
        if (from != null) {
          return List.of(new Way(path, held(path, from.number())));
        }
      }
      default -> {
        // The proof does not know what it finds.
      }
    }
    return unknown(name + " as facts", path);
  }

  private static Way or(Way way, PossibleFact other) {
    return new Way(way.path(), way.facts().or(other));
  }

  private List<Way> unknown(String what, Path path) {
    rehearsal.unknown(what, path);
    return List.of(new Way(path, held(path, 0)));
  }

  // Topics as facts.

  private PossibleFact topics(String verb) {
    Possible names = Possible.of(rehearsal.globals().topicNames());
    return new PossibleFact(names, Possible.of(verb), names);
  }

  /** {@code ^keywordtopics()} and its kin outside an assignment fill {@code @0}. */
  List<Path> listTopics(Call call, Path path) {
    Path none = path.fork();
    fill(none, 0, nothing());
    fill(path, 0, topics(call.function().name()));
    return List.of(path, none.ending(Flow.FAIL_RULE));
  }

  // Making.

  /** Whether a fact is made of three values and flags that change nothing here. */
  private static boolean isPlain(Call call) {
    return call.arguments().size() >= 3
        && call.arguments().stream()
            .noneMatch(argument -> argument instanceof OutputNode.Sublist || set(argument) != null)
        && call.arguments().stream()
            .skip(3)
            .allMatch(
                flag ->
                    flag instanceof Words words
                        && words.text().matches("FACTTRANSIENT|FACTDUPLICATE|USER_FLAG[1-4]"));
  }

  /** Makes a fact; null when it is one that the proof does not follow. */
  @Nullable List<Path> create(Call call, Path path) {
    if (!isPlain(call)) {
      return null;
    }
    boolean wanted = path.valueWanted;
    List<Path> all = new ArrayList<>();
    for (Way way : made(call, path)) {
      if (way.facts().fields().stream().anyMatch(field -> field.mayBe(""))) {
        all.add(way.path().fork().ending(Flow.FAIL_RULE));
      }
      if (wanted) {
        way.path()
            .say(
                Possible.numbers(
                    Unlisted.of(Sayings.Cause.UNBOUNDED, "the number of a fact, made here")),
                call.place());
      }
      all.add(way.path());
    }
    return all;
  }

  private List<Way> made(Call call, Path path) {
    List<Way> all = new ArrayList<>();
    for (Fields fields : fields(call.arguments().subList(0, 3), path)) {
      PossibleFact fact = PossibleFact.of(fields.values());
      PossibleFact kept =
          new PossibleFact(
              fact.subject().through("kept in a fact"),
              fact.verb().through("kept in a fact"),
              fact.object().through("kept in a fact"));
      rehearsal.globals().addFact(call.place(), kept);
      all.add(new Way(fields.path(), kept));
    }
    return all;
  }

  /** The values of some nodes, on one path. */
  private record Fields(Path path, List<Possible> values) {}

  private List<Fields> fields(List<OutputNode> nodes, Path path) {
    List<Fields> all = List.of(new Fields(path, List.of()));
    for (OutputNode node : nodes) {
      List<Fields> longer = new ArrayList<>();
      for (Fields before : all) {
        for (Evaluated value : rehearsal.evaluate(node, before.path())) {
          List<Possible> values = new ArrayList<>(before.values());
          values.add(value.value());
          longer.add(new Fields(value.path(), values));
        }
      }
      all = longer;
    }
    return all;
  }

  // Finding.

  /** Whether a query names a verb of the script's own and is of a kind that the proof follows. */
  private static boolean isFollowed(Call call) {
    List<OutputNode> arguments = call.arguments();
    boolean kind =
        arguments.size() >= 3
            && arguments.get(0) instanceof Words words
            && words.text().matches("(?i)(direct|exact)_(v|sv|vo|svo)")
            && arguments.get(2) instanceof Words verb
            && !verb.text().matches(ENGINES_OWN);
    boolean ends = arguments.size() > 1 && arguments.size() <= 7;
    for (int i = 1; i < arguments.size() && ends; i++) {
      OutputNode argument = arguments.get(i);
      boolean to = i == 6 && set(argument) != null;
      boolean open = i < 4 || (argument instanceof Words words && isOpen(words, i));
      ends = to || open;
    }
    return kind && ends && toField(call) != SetField.FACT;
  }

  /** A count, a domain, or nothing. */
  private static boolean isOpen(Words words, int index) {
    return index == 4
        ? words.text().matches("[?]|-?[0-9]+")
        : words.text().matches("(?i)[?]|" + (index == 5 ? "user|system" : "[?]"));
  }

  private static @Nullable SetField toField(Call call) {
    Operand.SetPart to = call.arguments().size() > 6 ? set(call.arguments().get(6)) : null;
    if (to == null || to.field() == SetField.WHOLE) {
      return null;
    }
    return isField(to) ? to.field() : SetField.FACT;
  }

  /** Fills a set with what may be found; null when the proof does not follow the query. */
  @Nullable List<Path> query(Call call, Path path) {
    if (!isFollowed(call)) {
      return null;
    }
    Operand.SetPart to = call.arguments().size() > 6 ? set(call.arguments().get(6)) : null;
    int number = to == null ? 0 : to.number();
    SetField field = toField(call);
    List<Path> all = new ArrayList<>();
    for (Way way : found(call, path)) {
      Path none = way.path().fork();
      fill(none, number, nothing());
      all.add(none.ending(Flow.FAIL_RULE));
      if (!way.facts().equals(nothing())) {
        fill(way.path(), number, way.facts());
        if (field != null) {
          way.path().say(way.path().store.get(nameOf(number, field)), call.place());
        }
        all.add(way.path());
      }
    }
    return all;
  }

  private List<Way> found(Call call, Path path) {
    List<OutputNode> asked = new ArrayList<>();
    for (int i = 1; i <= 3; i++) {
      boolean given = i < call.arguments().size();
      OutputNode node = given ? call.arguments().get(i) : new Words("?", call.place());
      // A name in quotes stands for itself; without them the members of a concept count too.
      asked.add(node instanceof OutputNode.Quoted ? new Words("?", call.place()) : node);
    }
    List<Way> all = new ArrayList<>();
    for (Fields fields : fields(asked, path)) {
      all.add(new Way(fields.path(), matching(fields.values())));
    }
    return all;
  }

  private PossibleFact matching(List<Possible> asked) {
    Stream<PossibleFact> ofTables =
        rehearsal.script().knowledge().facts().all().stream().map(PossibleFact::of);
    return Stream.concat(ofTables, rehearsal.globals().made().stream())
        .filter(fact -> mayMatch(fact, asked))
        .reduce(PossibleFact::or)
        .orElse(nothing());
  }

  private static boolean mayMatch(PossibleFact fact, List<Possible> asked) {
    for (int i = 0; i < 3; i++) {
      if (!mayBeSame(fact.fields().get(i), asked.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean mayBeSame(Possible field, Possible asked) {
    boolean told = asked.isListed() && asked.whole() == null;
    boolean open = !told || asked.texts().stream().anyMatch(text -> text.matches("[?~'].*|"));
    if (open || !field.isListed() || field.whole() != null) {
      return true;
    }
    Set<String> keys = new LinkedHashSet<>();
    asked.texts().forEach(text -> keys.add(Fact.key(text)));
    return field.texts().stream().anyMatch(text -> keys.contains(Fact.key(text)));
  }

  // Taking out.

  /** {@code ^first(@1object)} and its kin; null when it is no set. */
  @Nullable List<Path> take(Call call, Path path) {
    Operand.SetPart set = set(call.arguments().get(0));
    boolean plain =
        call.arguments().stream().skip(1).allMatch(argument -> argument instanceof Words);
    boolean field = set != null && (isField(set) || set.field() == SetField.WHOLE);
    if (set == null || !field || !plain) {
      return null;
    }
    SetField wanted = isField(set) ? set.field() : SetField.SUBJECT;
    Possible held = path.store.get(nameOf(set.number(), wanted));
    Possible one = held.where(text -> !text.isEmpty());
    Path none = path.fork().ending(Flow.FAIL_RULE);
    if (one.isImpossible()) {
      return List.of(none);
    }
    // A fact that is taken out is no longer there.
    fill(path, set.number(), held(path, set.number()).or(nothing()));
    path.say(one, call.place());
    return List.of(path, none);
  }

  /** {@code ^length}: a number in any case; null when more than a plain value is asked about. */
  @Nullable List<Path> length(Call call, Path path) {
    if (!(call.arguments().get(0) instanceof Value)) {
      return null;
    }
    path.say(Possible.numbers(0, MOST_FACTS), call.place());
    return List.of(path, path.fork().ending(Flow.FAIL_RULE));
  }
}
