package org.sweetie.engine.script;

import static org.sweetie.engine.script.FunctionSupport.argument;
import static org.sweetie.engine.script.FunctionSupport.lower;
import static org.sweetie.engine.script.FunctionSupport.say;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.script.Fact.Term;
import org.sweetie.engine.script.OutputNode.Call;

/** Functions that make, find and end facts. */
final class FactFunctions {
  private static final int MOST_MEMBERS = 5_000;

  private FactFunctions() {}

  static void addTo(FunctionSupport.Library library) {
    library.both("^createfact", 1, 12, FactFunctions::create, FactFunctions::created);
    library.both("^createattribute", 3, 12, FactFunctions::createAttribute, FactFunctions::single);
    library.gives("^revisefact", 4, 4, FactFunctions::revise);
    library.gives("^writefact", 1, 1, FactFunctions::write);
    library.gives("^findfact", 3, 3, FactFunctions::findFact);
    library.both("^query", 2, 9, FactFunctions::query, FactFunctions::queried);
    library.gives("^find", 2, 2, FactFunctions::find);
    library.does("^delete", 1, 1, FactFunctions::delete);
    library.tests("^flushfacts", 1, 1, FactFunctions::flush);
    library.add("^field", 2, 2, FactFunctions::field);
    library.gives("^iterator", 3, 3, FactFunctions::iterate);
    library.does("^makereal", 0, 1, FactFunctions::makeReal);
    library.tests("^addproperty", 2, 6, (p, call) -> setFlags(p, call, true));
    library.tests("^removeproperty", 2, 6, (p, call) -> setFlags(p, call, false));
  }

  /** A fact for this turn alone, as functions give them. */
  static Fact passing(Performer performer, String subject, String verb, String object) {
    performer.steps().spend();
    return performer
        .conversation()
        .facts()
        .create(
            Term.word(subject),
            Term.word(verb),
            Term.word(object),
            EnumSet.of(Fact.Flag.FACTTRANSIENT, Fact.Flag.FACTDUPLICATE));
  }

  /** What a part of a set gives for a fact. */
  static String value(Conversation conversation, Fact fact, SetField field) {
    if (field == SetField.FACT) {
      return Integer.toString(conversation.facts().number(fact));
    }
    return field.spreads() ? String.join(" ", Assigning.fields(fact, field)) : fact.value(field);
  }

  // Making.

  /** Makes a fact of its parts; a field may be known as a fact already. */
  private static @Nullable Fact make(
      Performer performer, List<OutputNode> nodes, Map<Integer, Fact> known) {
    Facts facts = performer.conversation().facts();
    Set<Fact.Flag> flags = EnumSet.noneOf(Fact.Flag.class);
    List<Term> terms = new ArrayList<>();
    for (OutputNode node : nodes) {
      Fact named = known.get(terms.size());
      Term term =
          named != null ? Facts.term(named) : terms.size() < 3 ? term(performer, node) : null;
      if (term != null) {
        terms.add(term);
      } else if (terms.size() < 3) {
        return null;
      } else {
        addFlag(performer, performer.evaluate(node), flags);
      }
    }
    if (terms.size() == 1) {
      FactText.Read read = FactText.read(terms.get(0).text());
      return read == null ? null : facts.create(read);
    }
    if (terms.size() < 3) {
      return null;
    }
    return facts.create(terms.get(0), terms.get(1), terms.get(2), flags);
  }

  /** A field: a word, a fact in parentheses, or the number of a fact as a flag says. */
  private static @Nullable Term term(Performer performer, OutputNode node) {
    if (node instanceof OutputNode.Sublist list) {
      Fact nested = make(performer, list.nodes(), Map.of());
      return nested == null ? null : Facts.term(nested);
    }
    String text = performer.evaluate(node);
    return text.isEmpty() ? null : Term.word(text);
  }

  private static void addFlag(Performer performer, String text, Set<Fact.Flag> flags) {
    for (String name : text.replaceAll("[()]", " ").strip().split("[ |]+", -1)) {
      Fact.Flag flag = FactText.flag(name);
      if (flag != null) {
        flags.add(flag);
      } else if (!FactText.isIdleFlag(name)) {
        performer.conversation().note("the flag " + name + " of a fact has no meaning here");
      }
    }
  }

  /** Where a flag says that a field is a fact, the number in it becomes that fact. */
  private static @Nullable Fact makeWithNumbers(Performer performer, Call call) {
    StringBuilder flags = new StringBuilder();
    for (int i = 3; i < call.arguments().size(); i++) {
      flags.append(' ').append(argument(performer, call, i).toUpperCase(Locale.ROOT));
    }
    List<String> names = List.of("FACTSUBJECT", "FACTVERB", "FACTOBJECT");
    Map<Integer, Fact> known = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      if (flags.indexOf(names.get(i)) >= 0) {
        Fact named = performer.conversation().facts().numbered(argument(performer, call, i));
        if (named == null) {
          return null;
        }
        known.put(i, named);
      }
    }
    return make(performer, call.arguments(), known);
  }

  private static Flow create(Performer performer, Call call, StringBuilder out) {
    Fact fact = makeWithNumbers(performer, call);
    if (fact == null) {
      return Flow.FAIL_RULE;
    }
    return say(out, numberIfWanted(performer, fact));
  }

  private static @Nullable List<Fact> created(Performer performer, Call call) {
    Fact fact = makeWithNumbers(performer, call);
    return fact == null ? null : List.of(fact);
  }

  /** Makes a fact and takes away the others of the same subject and verb. */
  private static @Nullable Fact attribute(Performer performer, Call call) {
    Facts facts = performer.conversation().facts();
    Fact fact = makeWithNumbers(performer, call);
    if (fact == null) {
      return null;
    }
    for (Fact other : facts.with(SetField.SUBJECT, fact.subject().key())) {
      performer.steps().spend();
      if (other != fact && other.verb().key().equals(fact.verb().key())) {
        facts.delete(other);
      }
    }
    return fact;
  }

  private static Flow createAttribute(Performer performer, Call call, StringBuilder out) {
    Fact fact = attribute(performer, call);
    if (fact == null) {
      return Flow.FAIL_RULE;
    }
    return say(out, numberIfWanted(performer, fact));
  }

  private static @Nullable List<Fact> single(Performer performer, Call call) {
    Fact fact = attribute(performer, call);
    return fact == null ? null : List.of(fact);
  }

  /** Makes a fact anew with the fields that are not null. */
  private static @Nullable String revise(Performer performer, Call call) {
    Facts facts = performer.conversation().facts();
    Fact old = facts.numbered(argument(performer, call, 0));
    if (old == null || facts.isShared(old)) {
      return null;
    }
    Term subject = revised(performer, call, 1, old.subject());
    Term verb = revised(performer, call, 2, old.verb());
    Term object = revised(performer, call, 3, old.object());
    Set<Fact.Flag> flags = old.flags();
    facts.delete(old);
    return numberIfWanted(performer, facts.create(subject, verb, object, flags));
  }

  /** A fact's number is given to what asks for it, and never said. */
  private static String numberIfWanted(Performer performer, Fact fact) {
    return performer.isValueWanted()
        ? Integer.toString(performer.conversation().facts().number(fact))
        : "";
  }

  private static Term revised(Performer performer, Call call, int index, Term old) {
    String text = argument(performer, call, index);
    return text.isEmpty() || text.equals("null") ? old : Term.word(text);
  }

  private static @Nullable String write(Performer performer, Call call) {
    Fact fact = performer.conversation().facts().numbered(argument(performer, call, 0));
    return fact == null ? null : fact.toString();
  }

  // Finding.

  private static @Nullable String findFact(Performer performer, Call call) {
    List<Term> terms = new ArrayList<>();
    for (OutputNode node : call.arguments()) {
      Term term = term(performer, node);
      if (term == null) {
        return null;
      }
      terms.add(term);
    }
    Facts facts = performer.conversation().facts();
    Fact fact = facts.find(terms.get(0), terms.get(1), terms.get(2));
    return fact == null ? null : numberIfWanted(performer, fact);
  }

  /** The place of a word among the members of a concept, from 0. */
  private static @Nullable String find(Performer performer, Call call) {
    String key = Fact.key(argument(performer, call, 1));
    List<String> members =
        performer.conversation().script().membersOf(argument(performer, call, 0));
    for (int i = 0; i < members.size(); i++) {
      if (Fact.key(members.get(i)).equals(key)) {
        return Integer.toString(i);
      }
    }
    return null;
  }

  private static Flow query(Performer performer, Call call, StringBuilder out) {
    List<Fact> found = queried(performer, call);
    Operand.SetPart to =
        call.arguments().size() > 6 ? FunctionSupport.set(performer, call, 6) : null;
    Flow flow = FunctionSupport.keep(performer, to == null ? 0 : to.number(), found);
    if (to != null && to.field() != SetField.WHOLE && found != null && !found.isEmpty()) {
      if (to.field().spreads()) {
        performer.assigning().offer(Assigning.fields(found.get(0), to.field()));
      }
      say(out, value(performer.conversation(), found.get(0), to.field()));
    }
    return flow;
  }

  private static @Nullable List<Fact> queried(Performer performer, Call call) {
    Conversation conversation = performer.conversation();
    conversation.noteOutputAsFacts();
    String name = QueryCode.name(argument(performer, call, 0));
    QueryCode code = conversation.script().knowledge().queries().get(name);
    if (code == null) {
      conversation.fault("there is no query '" + name + "'");
      return null;
    }
    QueryRun.Asked asked = asked(performer, call);
    return new QueryRun(code, conversation.facts(), performer.steps(), asked).run();
  }

  private static QueryRun.Asked asked(Performer performer, Call call) {
    String[] values = new String[9];
    StringBuilder exact = new StringBuilder();
    for (int i = 0; i < values.length; i++) {
      values[i] = "";
      if (i >= 1 && i < call.arguments().size() && i != 5 && i != 6) {
        values[i] =
            queryArgument(performer, call.arguments().get(i), " svo    pm".charAt(i), exact);
      }
    }
    Operand.SetPart from =
        call.arguments().size() > 5 ? FunctionSupport.set(performer, call, 5) : null;
    String domain = lower(performer, call, 5);
    int most = Numbers.isNumber(values[4]) ? Numbers.parse(values[4]).intValue() : -1;
    return new QueryRun.Asked(
        values[1],
        values[2],
        values[3],
        values[7],
        values[8],
        exact.toString(),
        most,
        from == null ? List.of() : from.facts(performer.conversation()),
        domain.matches("user|system") ? domain : "");
  }

  /** An argument that is quoted stands for itself, without the members of a concept. */
  private static String queryArgument(
      Performer performer, OutputNode node, char letter, StringBuilder exact) {
    boolean quoted = node instanceof OutputNode.Quoted;
    OutputNode plain = node instanceof OutputNode.Quoted name ? name.named() : node;
    String text;
    if (plain instanceof OutputNode.Sublist) {
      Term term = term(performer, plain);
      Fact fact = term == null ? null : term.fact();
      text = fact == null ? "" : Integer.toString(fact.id());
    } else {
      text = performer.evaluate(plain);
    }
    if (text.length() > 1 && text.startsWith("'")) {
      quoted = true;
      text = text.substring(1);
    }
    if (quoted) {
      exact.append(letter);
    }
    return text.equals("?") ? "" : text;
  }

  // Ending.

  private static void delete(Performer performer, Call call) {
    Facts facts = performer.conversation().facts();
    Operand.SetPart set = FunctionSupport.set(performer, call, 0);
    if (set != null) {
      performer.conversation().sets().get(set.number()).forEach(facts::delete);
      performer.conversation().sets().set(set.number(), List.of());
      return;
    }
    Fact fact = facts.numbered(argument(performer, call, 0));
    if (fact != null) {
      facts.delete(fact);
    }
  }

  private static boolean flush(Performer performer, Call call) {
    String number = argument(performer, call, 0);
    if (!number.matches("[0-9]{1,8}")) {
      return false;
    }
    performer.conversation().facts().deleteAfter(Integer.parseInt(number));
    return true;
  }

  // Fields.

  /** {@code ^field(fact subject)}; a capital asks for a fact in the field as text. */
  private static Flow field(Performer performer, Call call, StringBuilder out) {
    String name = argument(performer, call, 1);
    Fact fact = performer.conversation().facts().numbered(argument(performer, call, 0));
    if (fact == null || name.isEmpty()) {
      return Flow.FAIL_RULE;
    }
    if (name.matches("(?i)all|raw")) {
      performer.assigning().offer(Assigning.fields(fact, SetField.ALL));
      return say(out, String.join(" ", Assigning.fields(fact, SetField.ALL)));
    }
    return FunctionSupport.sayOrFail(out, field(fact, name));
  }

  private static @Nullable String field(Fact fact, String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.startsWith("flag")) {
      int bits = 0;
      for (Fact.Flag flag : fact.flags()) {
        bits |= 1 << flag.ordinal();
      }
      return Integer.toString(bits);
    }
    SetField field =
        Map.of("subject", SetField.SUBJECT, "verb", SetField.VERB, "object", SetField.OBJECT)
            .get(lower);
    if (field == null) {
      return null;
    }
    return Character.isUpperCase(name.charAt(0)) ? fact.field(field).text() : fact.value(field);
  }

  /** What {@code $fact.subject} gives; empty when there is no such fact. */
  static String field(Conversation conversation, String number, String name) {
    Fact fact = conversation.facts().numbered(number);
    String value = fact == null ? null : field(fact, name);
    return value == null ? "" : value;
  }

  // Concepts.

  /** {@code ^iterator(? member ~set)}: one member after another; {@code ??} goes into its sets. */
  private static @Nullable String iterate(Performer performer, Call call) {
    String concept = lower(performer, call, 2);
    boolean deep = argument(performer, call, 0).equals("??");
    List<String> words = new ArrayList<>();
    gather(performer, concept, deep, words, new HashSet<>());
    int at = performer.walks().next(call);
    if (at >= words.size()) {
      performer.walks().end(call);
      return null;
    }
    return words.get(at);
  }

  private static void gather(
      Performer performer, String concept, boolean deep, List<String> words, Set<String> seen) {
    if (!seen.add(concept)) {
      return;
    }
    for (Fact fact : performer.conversation().facts().with(SetField.OBJECT, Fact.key(concept))) {
      if (!fact.verb().key().equals(Facts.MEMBER) || words.size() >= MOST_MEMBERS) {
        continue;
      }
      String word = fact.subject().text();
      if (deep && word.startsWith("~")) {
        gather(performer, word, true, words, seen);
      } else {
        words.add(word);
      }
    }
  }

  // Flags.

  private static void makeReal(Performer performer, Call call) {
    Operand.SetPart set = FunctionSupport.set(performer, call, 0);
    List<Fact> facts =
        set == null ? performer.conversation().facts().own() : set.facts(performer.conversation());
    facts.forEach(fact -> fact.flags().remove(Fact.Flag.FACTTRANSIENT));
  }

  /** Flags of the facts in a set; those of words are about a dictionary that is not here. */
  private static boolean setFlags(Performer performer, Call call, boolean set) {
    Operand.SetPart part = FunctionSupport.set(performer, call, 0);
    if (part == null) {
      performer.conversation().fault("words have no properties here; the rule fails");
      return false;
    }
    Set<Fact.Flag> flags = EnumSet.noneOf(Fact.Flag.class);
    FunctionSupport.all(performer, call, 1).forEach(name -> addFlag(performer, name, flags));
    Facts facts = performer.conversation().facts();
    for (Fact fact : part.facts(performer.conversation())) {
      if (facts.isShared(fact)) {
        continue;
      }
      if (set) {
        fact.flags().addAll(flags);
      } else {
        fact.flags().removeAll(flags);
      }
    }
    return true;
  }
}
