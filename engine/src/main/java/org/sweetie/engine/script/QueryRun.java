package org.sweetie.engine.script;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.script.QueryCode.Reach;
import org.sweetie.engine.script.QueryCode.Ricochet;
import org.sweetie.engine.script.QueryCode.Spread;
import org.sweetie.engine.script.QueryCode.Start;
import org.sweetie.engine.script.QueryCode.Test;

/** One search through the facts. */
final class QueryRun {
  /** A set holds no more, as much as a search finds. */
  static final int MOST_FOUND = 5_000;

  private final QueryCode code;
  private final Facts facts;
  private final Steps steps;
  private final Asked asked;
  private final Map<String, Integer> tags = new HashMap<>();
  private final Deque<String> words = new ArrayDeque<>();
  private final Deque<Fact> whole = new ArrayDeque<>();
  private final Set<String> queued = new HashSet<>();
  private final List<Fact> found = new ArrayList<>();
  private final Set<Fact> foundOnce = Collections.newSetFromMap(new IdentityHashMap<>());

  /**
   * What a script asks for; an empty argument stands for {@code ?}.
   *
   * @param exact letters of the arguments that were quoted: the members of a concept in them do not
   *     count
   * @param most how many facts are wanted, or -1
   * @param from the facts to begin with, for queries that do
   * @param domain {@code user} for the conversation's own facts alone, {@code system} for the
   *     others, or nothing
   */
  record Asked(
      String subject,
      String verb,
      String object,
      String propagate,
      String match,
      String exact,
      int most,
      List<Fact> from,
      String domain) {
    String argument(char letter) {
      return switch (letter) {
        case 's', 'S' -> subject;
        case 'v', 'V' -> verb;
        case 'o', 'O' -> object;
        case 'p' -> propagate;
        default -> match;
      };
    }
  }

  QueryRun(QueryCode code, Facts facts, Steps steps, Asked asked) {
    this.code = code;
    this.facts = facts;
    this.steps = steps;
    this.asked = asked;
  }

  /** The facts found, newest first as far as they come from one word. */
  List<Fact> run() {
    code.starts().forEach(this::start);
    while (!isFull() && !words.isEmpty()) {
      String word = words.poll();
      for (Fact fact : facts.with(code.field(), word)) {
        examine(fact);
      }
    }
    while (!isFull() && !whole.isEmpty()) {
      examine(whole.poll());
    }
    return found;
  }

  private boolean isFull() {
    return found.size() >= MOST_FOUND || (asked.most() >= 0 && found.size() >= asked.most());
  }

  // The beginning.

  private void start(Start start) {
    switch (start.source().charAt(0)) {
      case 'f' -> startWithSet(start);
      case 'S', 'V', 'O' -> startWithFact(start);
      case '\'' -> begin(start, start.source().substring(1), start.members());
      case '~' -> begin(start, start.source(), true);
      default -> {
        char letter = start.source().charAt(0);
        String value = asked.argument(letter);
        boolean members = start.members() && asked.exact().indexOf(letter) < 0;
        if (!value.isEmpty()) {
          begin(start, value, members);
        }
      }
    }
  }

  private void startWithSet(Start start) {
    List<Fact> from = asked.from().isEmpty() ? everything() : asked.from();
    for (Fact fact : from) {
      steps.spend();
      if (start.field() == SetField.FACT) {
        whole.add(fact);
      } else {
        begin(start, fact.field(start.field()).key(), false);
      }
    }
  }

  private List<Fact> everything() {
    List<Fact> all = new ArrayList<>(facts.own());
    Collections.reverse(all);
    if (!asked.domain().equals("user")) {
      all.addAll(facts.shared());
    }
    return all;
  }

  private void startWithFact(Start start) {
    Fact fact = facts.numbered(asked.argument(start.source().charAt(0)));
    if (fact != null) {
      begin(start, fact.toString(), false);
    }
  }

  private void begin(Start start, String value, boolean members) {
    Fact byNumber = facts.numbered(value);
    String key = byNumber == null ? Fact.key(value) : Facts.term(byNumber).key();
    tag(start, key);
    if (byNumber != null) {
      tag(start, Fact.key(value));
    }
    if (start.way() != '\0') {
      climb(start, key);
    } else if (members && key.startsWith("~")) {
      takeMembers(start, key, new HashSet<>());
    } else if (members) {
      longerNames(start, key);
    }
  }

  private void tag(Start start, String key) {
    tags.merge(key, 1 << start.tag(), (a, b) -> a | b);
    if (start.reach() == Reach.QUEUE) {
      queue(key);
    }
  }

  private void queue(String key) {
    if (queued.add(key)) {
      words.add(key);
    }
  }

  private void takeMembers(Start start, String concept, Set<String> seen) {
    if (!seen.add(concept)) {
      return;
    }
    for (Fact fact : facts.with(SetField.OBJECT, concept)) {
      steps.spend();
      if (fact.verb().key().equals(Facts.MEMBER)) {
        tag(start, fact.subject().key());
        takeMembers(start, fact.subject().key(), seen);
      }
    }
  }

  /** A table may name {@code Paris} as short for {@code Paris,_France}. */
  private void longerNames(Start start, String key) {
    for (Fact fact : facts.with(SetField.SUBJECT, key)) {
      steps.spend();
      boolean longer =
          fact.verb().key().equals(Facts.MEMBER) && !fact.object().key().startsWith("~");
      if (longer) {
        tag(start, fact.object().key());
      }
    }
  }

  /** Tags all that is reached from a word by facts with the verbs tagged before. */
  private void climb(Start start, String from) {
    boolean up = start.way() == '<';
    Deque<String> open = new ArrayDeque<>(List.of(from));
    Set<String> seen = new HashSet<>(open);
    while (!open.isEmpty()) {
      String key = open.poll();
      for (Fact fact : facts.with(up ? SetField.SUBJECT : SetField.OBJECT, key)) {
        steps.spend();
        String next = fact.field(up ? SetField.OBJECT : SetField.SUBJECT).key();
        if (isTagged(fact.verb().key(), start.upVerb()) && seen.add(next)) {
          tag(start, next);
          open.add(next);
        }
      }
    }
  }

  // The search.

  private void examine(Fact fact) {
    steps.spend();
    if (isFull() || fact.isDead() || !isInDomain(fact)) {
      return;
    }
    boolean passed = passes(fact, code.tests());
    Ricochet ricochet = code.ricochet();
    if (passed && ricochet != null) {
      follow(ricochet, fact);
    } else if (passed && foundOnce.add(fact)) {
      found.add(fact);
    }
    for (Spread spread : code.spread()) {
      if (isTagged(fact.verb().key(), spread.verbTag())) {
        queue(fact.field(spread.way() == '<' ? SetField.OBJECT : SetField.SUBJECT).key());
      }
    }
  }

  private boolean isInDomain(Fact fact) {
    return switch (asked.domain()) {
      case "user" -> !facts.isShared(fact);
      case "system" -> facts.isShared(fact);
      default -> true;
    };
  }

  private void follow(Ricochet ricochet, Fact fact) {
    Fact nested = fact.field(ricochet.from()).fact();
    List<Fact> next =
        ricochet.in() == SetField.FACT
            ? nested == null ? List.of() : List.of(nested)
            : facts.with(ricochet.in(), fact.field(ricochet.from()).key());
    for (Fact second : next) {
      steps.spend();
      if (!isFull() && passes(second, ricochet.tests()) && foundOnce.add(second)) {
        found.add(second);
      }
    }
  }

  private boolean passes(Fact fact, List<Test> tests) {
    for (Test test : tests) {
      if (!passes(fact, test)) {
        return false;
      }
    }
    return true;
  }

  private boolean passes(Fact fact, Test test) {
    return switch (test.kind()) {
      case 's' -> isTagged(fact.subject().key(), test.tag()) == test.wanted();
      case 'v' -> isTagged(fact.verb().key(), test.tag()) == test.wanted();
      case 'o' -> isTagged(fact.object().key(), test.tag()) == test.wanted();
      case '>' -> isInRange(fact, asked.propagate(), 1);
      case '<' -> isInRange(fact, asked.match(), -1);
      default -> hasFlag(fact) == test.wanted();
    };
  }

  private boolean isTagged(String key, int tag) {
    return (tags.getOrDefault(key, 0) & 1 << tag) != 0;
  }

  private static boolean isInRange(Fact fact, String bound, int sign) {
    String value = fact.object().text();
    return Numbers.isNumber(value)
        && Numbers.parse(value).compareTo(Numbers.parse(bound)) * sign >= 0;
  }

  private boolean hasFlag(Fact fact) {
    Fact.@Nullable Flag flag = FactText.flag(asked.match());
    return flag != null && fact.has(flag);
  }
}
