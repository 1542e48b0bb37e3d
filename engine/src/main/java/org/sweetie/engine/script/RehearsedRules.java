package org.sweetie.engine.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.script.OutputNode.Call;
import org.sweetie.engine.script.Path.Tried.Kind;
import org.sweetie.engine.script.Rehearsal.Evaluated;

/** Calls by which a rule hands over to other rules and topics. */
final class RehearsedRules {
  private final Rehearsal rehearsal;

  RehearsedRules(Rehearsal rehearsal) {
    this.rehearsal = rehearsal;
  }

  List<Path> reuse(Call call, Path path) {
    path.flush();
    List<Path> all = new ArrayList<>();
    for (Evaluated name : rehearsal.argument(call, 0, path)) {
      if (!name.value().isListed()) {
        rehearsal.unknown("which rule is meant", name.path());
        all.add(name.path());
        continue;
      }
      for (String label : name.value().texts()) {
        Path way = name.path().fork();
        Rule rule = rehearsal.script().rule(way.topic, label);
        all.addAll(rule == null ? List.of(way.ending(Flow.FAIL_RULE)) : within(rule, way, call));
      }
    }
    return all;
  }

  /** Does what another rule says and comes back. */
  private List<Path> within(Rule rule, Path path, Call call) {
    if (path.depth >= Rehearsal.DEEPEST) {
      rehearsal.unknown("rules that use each other deeper than " + Rehearsal.DEEPEST, path);
      return List.of(path);
    }
    Topic outerTopic = path.topic;
    Rule outerRule = path.rule;
    path.topic = rehearsal.script().topic(rule.topic());
    path.rule = rule;
    path.depth++;
    boolean mayBeUsedUp = call.arguments().size() > 1;
    List<Path> ends = new ArrayList<>();
    if (mayBeUsedUp) {
      ends.add(path.fork().ending(Flow.FAIL_RULE));
    }
    ends.addAll(rehearsal.performMatched(path));
    for (Path end : ends) {
      end.topic = outerTopic;
      end.rule = outerRule;
      end.depth = end.depth > 0 ? end.depth - 1 : 0;
    }
    return ends;
  }

  /** Rejoinders of a rule: the first that matches and does not fail. */
  List<Path> refine(Call call, Path path) {
    List<Path> all = new ArrayList<>();
    for (Evaluated name : rehearsal.argument(call, 0, path)) {
      for (String label : name.value().texts()) {
        boolean own = label.isEmpty() || label.equalsIgnoreCase("FAIL");
        Path way = name.path().fork();
        way.refines |= own;
        Rule rule = own ? way.rule : rehearsal.script().rule(way.topic, label);
        all.addAll(rejoindersOf(rule, way, call, label.equalsIgnoreCase("FAIL")));
      }
    }
    return all;
  }

  private List<Path> rejoindersOf(@Nullable Rule rule, Path path, Call call, boolean mustSpeak) {
    if (rule == null) {
      return List.of(path.ending(Flow.FAIL_RULE));
    }
    Topic topic = rehearsal.script().topic(rule.topic());
    Rule first = Rejoinders.first(topic, rule, (char) 0);
    List<Path> all = new ArrayList<>();
    if (first != null) {
      path.flush();
      for (int i = first.index(); i < topic.rules().size(); i++) {
        Rule next = topic.rules().get(i);
        if (next.isTopLevel() || next.kind() < first.kind()) {
          break;
        }
        if (next.kind() == first.kind()) {
          all.addAll(tried(next, path.fork(), call));
        }
      }
    }
    all.add(mustSpeak ? path.fork().ending(Flow.FAIL_RULE) : path);
    return all;
  }

  private List<Path> tried(Rule rule, Path path, Call call) {
    if (rule.pattern() != null) {
      rehearsal.captures().matched(rule.pattern(), path);
    }
    List<Path> ends = within(rule, path, call);
    ends.forEach(end -> end.flow = end.flow.leavesTopic() ? end.flow : Flow.OK);
    return ends;
  }

  List<Path> rejoinder(Call call, Path path) {
    path.flush();
    if (!call.arguments().isEmpty()) {
      return refine(call, path);
    }
    path.steps.add(new Path.Tried(Kind.REJOINDERS, List.of(), call.place(), path.store.copy()));
    path.store.forget(rehearsal.globals()::get);
    return afterwards(path);
  }

  /** What was tried may have ended more than itself. */
  private static List<Path> afterwards(Path path) {
    return List.of(path, path.fork().ending(Flow.FAIL_RULE));
  }

  List<Path> tryTopics(Call call, Path path, Kind kind) {
    path.flush();
    List<Path> all = new ArrayList<>();
    List<Topic> topics = new ArrayList<>();
    List<Path> ways = List.of(path);
    for (OutputNode argument : call.arguments()) {
      List<Path> next = new ArrayList<>();
      for (Path way : ways) {
        for (Evaluated name : rehearsal.evaluate(argument, way)) {
          topics.addAll(topics(name.value(), way));
          next.add(name.path());
        }
      }
      ways = next;
    }
    for (Path way : ways) {
      List<Topic> named = topics.stream().distinct().toList();
      way.steps.add(new Path.Tried(kind, named, call.place(), way.store.copy()));
      Set<String> changed = rehearsal.changes().by(named);
      if (changed == null) {
        way.store.forget(rehearsal.globals()::get);
      } else {
        way.store.forget(changed, rehearsal.globals()::get);
      }
      all.addAll(afterwards(way));
    }
    return all;
  }

  /** The topics a call may mean: those named, or all when it is not known. */
  private List<Topic> topics(Possible names, Path path) {
    Script script = rehearsal.script();
    if (!names.isListed()) {
      return script.allTopics();
    }
    List<Topic> topics = new ArrayList<>();
    for (String name : names.texts()) {
      if (name.equals("~")) {
        topics.add(path.topic);
      } else if (name.equalsIgnoreCase("PENDING")) {
        script.allTopics().stream().filter(Topic::isPlaceToStay).forEach(topics::add);
      } else if (name.startsWith("~")) {
        script.topic(name).ifPresent(topics::add);
      } else if (!name.isEmpty() && !name.equalsIgnoreCase("FAIL")) {
        topics.addAll(script.topicsWithKeyword(name));
      }
    }
    return topics;
  }
}
