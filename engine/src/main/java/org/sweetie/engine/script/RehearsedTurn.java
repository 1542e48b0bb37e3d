package org.sweetie.engine.script;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.script.Foresight.Verdict;
import org.sweetie.engine.script.Path.Tried;

/**
 * What may be the answer to a message of which only something is known: that it is the first, or
 * that certain words stand in it. It takes the steps of {@link Control}; a rule that surely matches
 * and surely speaks ends it, any other may or may not.
 */
final class RehearsedTurn {
  private static final int MOST_ROUNDS = 6;

  private final Script script;
  private final Reach reach;
  private final Rehearsal rehearsal;
  private final Foresight foresight;
  private Map<String, Saying> heard = new LinkedHashMap<>();
  private boolean first;
  private BitSet here = new BitSet();
  private @Nullable Earlier earlier;

  RehearsedTurn(Script script, Reach reach) {
    this.script = script;
    this.reach = reach;
    this.rehearsal = reach.rehearsal();
    this.foresight = new Foresight(rehearsal);
  }

  /**
   * What is known when nothing was said: {@code on} where the next rule is tried, {@code out} where
   * the topic was left, {@code over} where the sentence was. Each is null when it cannot be.
   */
  private record Quiet(@Nullable Store on, @Nullable Store out, @Nullable Store over) {
    static final Quiet NEVER = new Quiet(null, null, null);

    Quiet or(Quiet other) {
      return new Quiet(either(on, other.on), either(out, other.out), either(over, other.over));
    }
  }

  private static @Nullable Store either(@Nullable Store a, @Nullable Store b) {
    return a == null ? b : b == null ? a : Store.either(a, b);
  }

  /** What sentences before the last that nothing is known of leave, and what may answer them. */
  private record Earlier(@Nullable Store left, List<Saying> heard) {}

  // Messages.

  /** Everything that may answer the first message of a conversation. */
  List<Saying> first() {
    heard = new LinkedHashMap<>();
    first = true;
    Store store = new Store(rehearsal.globals()::atFirst);
    Store left = store;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      Store after = sentence(left, new BitSet());
      Store joined = either(left, after);
      if (after == null || joined == null || joined.isSame(left)) {
        break;
      }
      left = joined;
    }
    Store silent = sentence(left, new BitSet());
    if (silent != null) {
      volunteer(silent, new BitSet());
    }
    first = false;
    return List.copyOf(heard.values());
  }

  /** Everything that may answer a message of which one sentence surely holds these marks. */
  List<Saying> to(BitSet there) {
    Earlier before = earlier();
    heard = new LinkedHashMap<>();
    before.heard().forEach(this::hear);
    if (before.left() != null) {
      inTheLast(before.left().copy(), there);
      inAnEarlierOne(before.left().copy(), there);
    }
    return List.copyOf(heard.values());
  }

  private void inTheLast(Store store, BitSet there) {
    store.set("%more", Possible.NOTHING);
    finish(sentence(store, there), there);
  }

  private void inAnEarlierOne(Store store, BitSet there) {
    store.set("%more", Possible.of("1"));
    Store after = sentence(store, there);
    if (after == null) {
      return;
    }
    Store more = after.copy();
    more.set("%more", Possible.of("1"));
    Store left = either(after, earlierFrom(more));
    if (left != null) {
      Store last = left.copy();
      last.set("%more", Possible.NOTHING);
      finish(sentence(last, new BitSet()), new BitSet());
    }
  }

  private void finish(@Nullable Store silent, BitSet there) {
    if (silent != null) {
      volunteer(silent, there);
    }
  }

  private Earlier earlier() {
    Earlier known = earlier;
    if (known == null) {
      heard = new LinkedHashMap<>();
      Store store = new Store(rehearsal.globals()::atTurn);
      store.set("%more", Possible.of("1"));
      Store left = either(store, earlierFrom(store.copy()));
      known = new Earlier(left, List.copyOf(heard.values()));
      earlier = known;
    }
    return known;
  }

  /** Any number of sentences of which nothing is known. */
  private @Nullable Store earlierFrom(Store store) {
    Store left = store;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      Store after = sentence(left.copy(), new BitSet());
      if (after == null) {
        return left;
      }
      after.set("%more", Possible.of("1"));
      Store joined = Store.either(left, after);
      if (joined.isSame(left)) {
        break;
      }
      left = joined;
    }
    return left;
  }

  // One sentence.

  /** What is left when a sentence is not answered; null when it surely is. */
  private @Nullable Store sentence(Store before, BitSet there) {
    here = there;
    Store over = null;
    Store on = before;
    if (!first) {
      for (Rule rule : reach.waiting()) {
        Topic topic = script.topic(rule.topic());
        if (foresight.of(rule, topic, on, there) != Verdict.NEVER) {
          Quiet after = perform(topic, rule, on);
          on = settled(on, after);
          over = either(over, after.over());
        }
      }
      for (Topic topic : script.allTopics()) {
        if (topic.isPlaceToStay() && isReached(topic)) {
          Quiet after = run(topic, Tried.Kind.RESPONDERS, on, there);
          on = settled(on, after);
          over = either(over, after.over());
        }
      }
    }
    Quiet byKeyword = byKeyword(on, there);
    over = either(over, byKeyword.over());
    Store left = byKeyword.on();
    Topic last = script.topic(Topic.WITHOUT_KEYWORDS).orElse(null);
    if (left != null && last != null) {
      Quiet after = run(last, Tried.Kind.RESPONDERS, left, there);
      left = after.on();
      over = either(over, after.over());
    }
    return either(left, over);
  }

  /** What was, or what came of trying: it may not have been tried. */
  private static Store settled(Store before, Quiet after) {
    Store tried = either(after.on(), after.out());
    return tried == null ? before : Store.either(before, tried);
  }

  private boolean isReached(Topic topic) {
    return topic.rules().stream().anyMatch(reach.rules()::contains);
  }

  private Quiet byKeyword(Store before, BitSet there) {
    Topic leading = leading();
    Store on = before;
    Store over = null;
    if (leading != null) {
      Quiet after = run(leading, Tried.Kind.RESPONDERS, on, there);
      over = after.over();
      Store left = after.on();
      if (left == null) {
        // Only a sentence without a word passes the leading topic by, and it names no other topic.
        return new Quiet(first ? before : null, null, over);
      }
      on = first ? Store.either(before, left) : left;
    }
    for (int round = 0; round < MOST_ROUNDS; round++) {
      Store start = on;
      for (Topic topic : script.allTopics()) {
        if (topic != leading && hasKeywords(topic)) {
          Quiet after = run(topic, Tried.Kind.RESPONDERS, on, there);
          on = settled(on, after);
          over = either(over, after.over());
        }
      }
      if (on.isSame(start)) {
        break;
      }
    }
    return new Quiet(on, null, over);
  }

  private boolean hasKeywords(Topic topic) {
    return !topic.has(Topic.Flag.SYSTEM) && !script.membersOf(topic.name()).isEmpty();
  }

  /** The one topic that every word leads to before all others, or null. */
  private @Nullable Topic leading() {
    List<Topic> urgent =
        script.allTopics().stream()
            .filter(topic -> topic.has(Topic.Flag.PRIORITY) && hasKeywords(topic))
            .toList();
    boolean all =
        urgent.size() == 1
            && script.membersOf(urgent.get(0).name()).stream()
                .anyMatch(word -> word.equals(".*") || word.equals("*"));
    return all ? urgent.get(0) : null;
  }

  private void volunteer(Store before, BitSet there) {
    Store on = before;
    for (Topic topic : script.topicsWithGambits()) {
      on = settled(on, run(topic, Tried.Kind.GAMBITS, on, there));
    }
    Topic last = script.topic(Topic.LAST_RESORT).orElse(null);
    if (last != null) {
      Store left = run(last, Tried.Kind.RESPONDERS, on, there).on();
      if (left != null) {
        run(last, Tried.Kind.GAMBITS, left, there);
      }
    }
  }

  // Topics.

  private Quiet run(Topic topic, Tried.Kind kind, Store before, BitSet there) {
    if (!topic.isFor(reach.bot())) {
      return new Quiet(before, null, null);
    }
    Store on = before;
    Store out = null;
    Store over = null;
    boolean inAnyOrder = topic.has(Topic.Flag.RANDOM) || kind == Tried.Kind.GAMBITS;
    for (Rule rule : topic.rules()) {
      boolean meant = kind == Tried.Kind.GAMBITS ? rule.isGambit() : rule.isResponder();
      Verdict verdict =
          meant && reach.rules().contains(rule)
              ? foresight.of(rule, topic, on, there)
              : Verdict.NEVER;
      if (verdict == Verdict.NEVER) {
        continue;
      }
      Quiet after = perform(topic, rule, on);
      out = either(out, after.out());
      over = either(over, after.over());
      boolean sure = verdict == Verdict.ALWAYS && isThere(topic, rule);
      Store next = sure && !inAnyOrder ? after.on() : either(on, after.on());
      if (next == null) {
        return new Quiet(null, null, over).or(new Quiet(out, null, null));
      }
      on = next;
    }
    return new Quiet(either(on, out), null, over);
  }

  /** Whether a rule is surely not used up. */
  private boolean isThere(Topic topic, Rule rule) {
    boolean kept =
        topic.has(Topic.Flag.SYSTEM)
            || (rule.isResponder() && topic.has(Topic.Flag.KEEP))
            || reach.alwaysKeeps(rule);
    return first || (kept && !reach.disables());
  }

  // Rules.

  private Quiet perform(Topic topic, Rule rule, Store before) {
    Quiet quiet = Quiet.NEVER;
    try {
      for (Path path : rehearsal.perform(topic, rule, before)) {
        quiet = quiet.or(follow(path));
      }
    } catch (Rehearsal.TooManyPaths reportedBefore) {
      return new Quiet(before, null, null);
    }
    return quiet;
  }

  /** Goes along a path until something surely is said. */
  private Quiet follow(Path path) {
    Quiet quiet = Quiet.NEVER;
    for (Path.Step step : path.steps) {
      if (step instanceof Path.Said said && !said.text().isOnly("")) {
        Told.sayingsOf(said).forEach(this::hear);
        boolean repeats = first || path.repeats || said.topic().has(Topic.Flag.REPEAT);
        if (repeats && !said.text().mayBe("")) {
          return quiet;
        }
      } else if (step instanceof Tried tried) {
        Quiet after = tried(tried);
        quiet = quiet.or(new Quiet(null, null, after.over()));
        if (after.on() == null && after.out() == null) {
          return quiet;
        }
      }
    }
    return quiet.or(ended(path));
  }

  private static Quiet ended(Path path) {
    return switch (path.flow) {
      case END_TOPIC, FAIL_TOPIC, DONE -> new Quiet(null, path.store, null);
      case END_SENTENCE, FAIL_SENTENCE -> new Quiet(null, null, path.store);
      case END_INPUT, FAIL_INPUT -> Quiet.NEVER;
      default -> new Quiet(path.store, null, null);
    };
  }

  private Quiet tried(Tried tried) {
    if (tried.kind() == Tried.Kind.REJOINDERS) {
      Quiet quiet = new Quiet(tried.before(), null, null);
      for (Rule rule : reach.waiting()) {
        quiet = quiet.or(perform(script.topic(rule.topic()), rule, tried.before()));
      }
      return quiet;
    }
    Store on = tried.before();
    Store over = null;
    List<Topic> topics = new ArrayList<>(tried.topics());
    boolean one = topics.size() == 1;
    for (Topic topic : topics) {
      Quiet after = run(topic, tried.kind(), on, here);
      over = either(over, after.over());
      if (after.on() == null && one) {
        return new Quiet(null, null, over);
      }
      on = after.on() == null ? on : Store.either(on, after.on());
    }
    return new Quiet(on, null, over);
  }

  private void hear(Saying saying) {
    heard.putIfAbsent(saying.tag() + "\n" + saying.text(), saying);
  }
}
