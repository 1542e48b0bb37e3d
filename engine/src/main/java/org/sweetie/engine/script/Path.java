package org.sweetie.engine.script;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One way through what a rule does, as far as it was rehearsed. */
final class Path {
  /** What happens on the way that others hear of. */
  interface Step {}

  /** A reply, or a part of one. */
  record Said(Topic topic, Rule rule, Possible text, Place place) implements Step {}

  /**
   * Other rules are tried: those of topics, or the rejoinders that wait.
   *
   * @param before what was known then
   */
  record Tried(Kind kind, List<Topic> topics, Place place, Store before) implements Step {
    /** What is tried. */
    enum Kind {
      RESPONDERS,
      GAMBITS,
      REJOINDERS
    }
  }

  /** A call that would leave the engine. */
  record Outside(String name, Place place) implements Step {}

  /** Something that the rehearsal does not know, whether or not it is said. */
  record Unknown(String what, Place place) implements Step {}

  final Store store;
  final List<Step> steps;
  Possible out = Possible.NOTHING;
  @Nullable Place place;
  Flow flow = Flow.OK;
  Topic topic;
  Rule rule;
  int depth;
  List<Possible> arguments = List.of();
  @Nullable Possible returned;

  /** Whether the rule called {@code ^keep()} or {@code ^repeat()}. */
  boolean keeps;

  boolean repeats;

  /** Whether it put rules in use again, or out of use. */
  boolean enables;

  boolean disables;

  /** Whether it chose which rejoinders wait, or tried those of its own at once. */
  boolean setsRejoinders;

  boolean refines;

  /** Whether what runs is to give a value: then a fact that is made gives its number. */
  boolean valueWanted;

  /** Lasting variables that were found empty, and those set to something since. */
  final Set<String> foundEmpty;

  final Set<String> filledSince;

  Path(Topic topic, Rule rule, Store store) {
    this(topic, rule, store, new ArrayList<>(), new HashSet<>(), new HashSet<>());
  }

  private Path(
      Topic topic,
      Rule rule,
      Store store,
      List<Step> steps,
      Set<String> foundEmpty,
      Set<String> filledSince) {
    this.topic = topic;
    this.rule = rule;
    this.store = store;
    this.steps = steps;
    this.foundEmpty = foundEmpty;
    this.filledSince = filledSince;
  }

  /** A second way that begins here. */
  Path fork() {
    Path copy =
        new Path(
            topic,
            rule,
            store.copy(),
            new ArrayList<>(steps),
            new HashSet<>(foundEmpty),
            new HashSet<>(filledSince));
    copy.out = out;
    copy.place = place;
    copy.flow = flow;
    copy.depth = depth;
    copy.arguments = arguments;
    copy.returned = returned;
    copy.keeps = keeps;
    copy.repeats = repeats;
    copy.enables = enables;
    copy.disables = disables;
    copy.setsRejoinders = setsRejoinders;
    copy.refines = refines;
    copy.valueWanted = valueWanted;
    return copy;
  }

  Path ending(Flow how) {
    flow = how;
    return this;
  }

  void say(Possible text, Place where) {
    if (!text.isOnly("")) {
      out = Possible.join(out, text, Path::joined);
      if (place == null) {
        place = where;
      }
    }
  }

  private static String joined(String before, String piece) {
    StringBuilder text = new StringBuilder(before);
    Joining.append(text, piece);
    return text.toString();
  }

  /** Sends what was put together so far. */
  void flush() {
    Place where = place;
    if (where != null) {
      steps.add(
          new Said(topic, rule, out.map(text -> Replies.finish(new StringBuilder(text))), where));
    }
    out = Possible.NOTHING;
    place = null;
  }

  /** Sets a value, a lasting variable for good. */
  void assign(String name, Possible value) {
    store.set(name, value);
    if (!value.mayBe("")) {
      filledSince.add(name);
    } else {
      filledSince.remove(name);
    }
  }

  /** A lasting variable that was empty on this way and no longer is: the way is gone but once. */
  Set<String> onceBy() {
    Set<String> both = new HashSet<>(foundEmpty);
    both.retainAll(filledSince);
    return both;
  }
}
