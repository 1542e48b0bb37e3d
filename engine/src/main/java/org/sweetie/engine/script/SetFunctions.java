package org.sweetie.engine.script;

import static org.sweetie.engine.script.FunctionSupport.argument;
import static org.sweetie.engine.script.FunctionSupport.lower;
import static org.sweetie.engine.script.FunctionSupport.number;
import static org.sweetie.engine.script.FunctionSupport.say;
import static org.sweetie.engine.script.FunctionSupport.set;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.script.OutputNode.Call;

/** Functions about sets of facts, and about concepts as sets of words. */
final class SetFunctions {
  private SetFunctions() {}

  static void addTo(FunctionSupport.Library library) {
    library.gives("^length", 1, 1, SetFunctions::length);
    library.add("^first", 1, 2, (p, call, out) -> take(p, call, out, Which.FIRST));
    library.add("^last", 1, 2, (p, call, out) -> take(p, call, out, Which.LAST));
    library.add("^pick", 1, 2, (p, call, out) -> take(p, call, out, Which.ANY));
    library.add("^nth", 2, 2, SetFunctions::nth);
    library.tests("^sort", 1, 10, SetFunctions::sort);
    library.finds("^unduplicate", 1, 1, SetFunctions::unduplicate);
    library.finds("^intersectfacts", 2, 2, (p, call) -> compared(p, call, true));
    library.finds("^uniquefacts", 2, 2, (p, call) -> compared(p, call, false));
    library.finds("^unpackfactref", 1, 1, SetFunctions::unpack);
  }

  private enum Which {
    FIRST,
    LAST,
    ANY
  }

  // One of many.

  private static @Nullable String length(Performer performer, Call call) {
    Operand.SetPart set = set(performer, call, 0);
    if (set != null) {
      return Integer.toString(set.facts(performer.conversation()).size());
    }
    String value = argument(performer, call, 0);
    if (value.startsWith("~")) {
      Script script = performer.conversation().script();
      return script.isConcept(value) ? Integer.toString(script.membersOf(value).size()) : null;
    }
    return Integer.toString(value.codePointCount(0, value.length()));
  }

  private static int index(Performer performer, Which which, int size) {
    return switch (which) {
      case FIRST -> 0;
      case LAST -> size - 1;
      case ANY -> performer.chance().below(size);
    };
  }

  /** A member of a concept, or a fact out of a set, which no longer has it unless KEEP says so. */
  private static Flow take(Performer performer, Call call, StringBuilder out, Which which) {
    Operand.SetPart part = set(performer, call, 0);
    if (part == null) {
      return FunctionSupport.sayOrFail(out, member(performer, argument(performer, call, 0), which));
    }
    List<Fact> facts = performer.conversation().sets().get(part.number());
    if (facts.isEmpty()) {
      return Flow.FAIL_RULE;
    }
    int index = index(performer, which, facts.size());
    boolean keeps = argument(performer, call, 1).equalsIgnoreCase("KEEP");
    return give(performer, keeps ? facts.get(index) : facts.remove(index), part.field(), out);
  }

  /** A concept among the members of one picked at random is picked from again. */
  private static @Nullable String member(Performer performer, String concept, Which which) {
    Set<String> seen = new HashSet<>();
    String at = concept;
    while (seen.add(at)) {
      performer.steps().spend();
      List<String> members = performer.conversation().script().membersOf(at);
      if (members.isEmpty()) {
        return null;
      }
      String member = members.get(index(performer, which, members.size()));
      if (which != Which.ANY || !member.startsWith("~")) {
        return member;
      }
      at = member;
    }
    return null;
  }

  private static Flow give(Performer performer, Fact fact, SetField field, StringBuilder out) {
    if (field.spreads()) {
      performer.assigning().offer(Assigning.fields(fact, field));
    }
    SetField wanted = field == SetField.WHOLE ? SetField.SUBJECT : field;
    return say(out, FactFunctions.value(performer.conversation(), fact, wanted));
  }

  /** Sets count from 1, the members of a concept from 0. */
  private static Flow nth(Performer performer, Call call, StringBuilder out) {
    int number = number(performer, call, 1, -1);
    Operand.SetPart part = set(performer, call, 0);
    if (part == null) {
      List<String> members =
          performer.conversation().script().membersOf(argument(performer, call, 0));
      return number < 0 || number >= members.size()
          ? Flow.FAIL_RULE
          : say(out, members.get(number));
    }
    List<Fact> facts = part.facts(performer.conversation());
    return number < 1 || number > facts.size()
        ? Flow.FAIL_RULE
        : give(performer, facts.get(number - 1), part.field(), out);
  }

  /** {@code ^next(FACT @1subject)}: one fact after another, none taken out. */
  static Flow walk(Performer performer, Call call, StringBuilder out) {
    Operand.SetPart part = set(performer, call, 1);
    Fact fact = part == null ? null : performer.conversation().sets().walk(part.number());
    return part == null || fact == null ? Flow.FAIL_RULE : give(performer, fact, part.field(), out);
  }

  // Order.

  /** Highest number first, or by letters, or oldest first; more sets move along. */
  private static boolean sort(Performer performer, Call call) {
    String mode = lower(performer, call, 0);
    int first = mode.matches("alpha|alphabetic|age") ? 1 : 0;
    Operand.SetPart part = set(performer, call, first);
    if (part == null) {
      return false;
    }
    Conversation conversation = performer.conversation();
    List<Fact> facts = part.facts(conversation);
    List<Integer> order = new ArrayList<>(IntStream.range(0, facts.size()).boxed().toList());
    order.sort(Comparator.comparing(facts::get, by(mode, part.field())));
    for (int i = first; i < call.arguments().size(); i++) {
      Operand.SetPart moved = set(performer, call, i);
      List<Fact> old = moved == null ? List.of() : moved.facts(conversation);
      if (moved != null && old.size() == order.size()) {
        conversation.sets().set(moved.number(), order.stream().map(old::get).toList());
      }
    }
    return true;
  }

  private static Comparator<Fact> by(String mode, SetField field) {
    SetField key = field == SetField.WHOLE ? SetField.SUBJECT : field;
    if (mode.startsWith("alpha")) {
      return Comparator.comparing(fact -> fact.field(key).key());
    }
    if (mode.equals("age")) {
      return Comparator.comparingInt(Fact::id);
    }
    return Comparator.comparing((Fact fact) -> numberIn(fact, key)).reversed();
  }

  private static BigDecimal numberIn(Fact fact, SetField field) {
    return Numbers.parse(fact.field(field).text());
  }

  // Sets together.

  private static List<Fact> facts(Performer performer, Call call, int index) {
    Operand.SetPart part = set(performer, call, index);
    return part == null ? List.of() : part.facts(performer.conversation());
  }

  private static SetField field(Performer performer, Call call, int index) {
    Operand.SetPart part = set(performer, call, index);
    return part == null ? SetField.WHOLE : part.field();
  }

  private static String key(Fact fact, SetField field) {
    return field == SetField.WHOLE || field == SetField.FACT || field.spreads()
        ? fact.subject().key() + " " + fact.verb().key() + " " + fact.object().key()
        : fact.field(field).key();
  }

  private static List<Fact> unduplicate(Performer performer, Call call) {
    SetField field = field(performer, call, 0);
    Set<String> seen = new HashSet<>();
    return facts(performer, call, 0).stream().filter(fact -> seen.add(key(fact, field))).toList();
  }

  private static List<Fact> compared(Performer performer, Call call, boolean common) {
    SetField field = field(performer, call, 1);
    Set<String> there = new HashSet<>();
    facts(performer, call, 1).forEach(fact -> there.add(key(fact, field)));
    return facts(performer, call, 0).stream()
        .filter(fact -> there.contains(key(fact, field)) == common)
        .toList();
  }

  /** The facts that are fields of facts. */
  private static List<Fact> unpack(Performer performer, Call call) {
    SetField wanted = field(performer, call, 0);
    List<Fact> found = new ArrayList<>();
    for (Fact fact : facts(performer, call, 0)) {
      for (SetField field : List.of(SetField.SUBJECT, SetField.VERB, SetField.OBJECT)) {
        Fact nested = fact.field(field).fact();
        if (nested != null && (wanted == SetField.WHOLE || wanted == field)) {
          found.add(nested);
        }
      }
    }
    return found;
  }
}
