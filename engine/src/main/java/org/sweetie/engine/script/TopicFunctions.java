package org.sweetie.engine.script;

import static org.sweetie.engine.script.FunctionSupport.argument;
import static org.sweetie.engine.script.FunctionSupport.lower;
import static org.sweetie.engine.script.FunctionSupport.running;
import static org.sweetie.engine.script.FunctionSupport.test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.script.OutputNode.Call;
import org.sweetie.engine.script.Performer.Mode;

/** Functions that run topics and ask about them. */
final class TopicFunctions {
  private TopicFunctions() {}

  static void addTo(FunctionSupport.Library library) {
    library.add("^respond", 1, 20, (performer, call, out) -> respond(performer, call, out));
    library.add("^gambit", 1, 20, (performer, call, out) -> run(performer, call, Mode.GAMBIT));
    library.does("^addtopic", 1, 1, TopicFunctions::addTopic);
    library.add("^poptopic", 0, 1, TopicFunctions::popTopic);
    library.does("^cleartopics", 0, 0, (p, call) -> p.conversation().pending().clear());
    library.finds("^keywordtopics", 0, 1, TopicFunctions::keywordTopics);
    library.finds("^gambittopics", 0, 0, TopicFunctions::gambitTopics);
    library.finds("^pendingtopics", 0, 0, TopicFunctions::pendingTopics);
    library.finds("^querytopics", 1, 1, TopicFunctions::queryTopics);
    library.tests("^hasgambit", 1, 2, TopicFunctions::hasGambit);
    library.gives("^lastused", 2, 2, TopicFunctions::lastUsed);
    library.gives("^counttopic", 2, 2, TopicFunctions::count);
  }

  // Running.

  private static Flow respond(Performer performer, Call call, StringBuilder out) {
    int last = call.arguments().size() - 1;
    boolean tests = last > 0 && argument(performer, call, last).equals("TEST");
    return tests
        ? FunctionSupport.sayOrFail(out, wouldAnswer(performer, call, last))
        : run(performer, call, Mode.RESPOND);
  }

  /** The tag of the rule that would match first, without doing what it says. */
  private static @Nullable String wouldAnswer(Performer performer, Call call, int count) {
    Conversation conversation = performer.conversation();
    for (int i = 0; i < count; i++) {
      for (Topic topic : topics(performer, argument(performer, call, i))) {
        for (int number : topic.responders().candidates(conversation.sentence())) {
          performer.steps().spend();
          Rule rule = topic.responders().rule(number);
          boolean matches =
              rule.answers(conversation.sentence())
                  && !conversation.isErased(topic, rule)
                  && (rule.pattern() == null || conversation.matcher().matches(rule.pattern(), 0));
          if (matches) {
            return topic.tag(rule);
          }
        }
      }
    }
    return null;
  }

  private static Flow run(Performer performer, Call call, Mode mode) {
    performer.flush();
    int before = performer.conversation().responses().size();
    boolean mustSpeak = false;
    for (int i = 0; i < call.arguments().size(); i++) {
      String name = argument(performer, call, i);
      if (name.equalsIgnoreCase("FAIL")) {
        mustSpeak = true;
        continue;
      }
      Flow flow = run(performer, name, mode);
      if (flow != Flow.OK || performer.conversation().responses().size() > before) {
        return flow;
      }
    }
    return mustSpeak ? Flow.FAIL_RULE : Flow.OK;
  }

  private static Flow run(Performer performer, String name, Mode mode) {
    Conversation conversation = performer.conversation();
    List<Topic> topics = topics(performer, name);
    if (topics.isEmpty() && name.startsWith("~")) {
      Rule rule = name.indexOf('.') > 0 ? conversation.script().rule(null, name) : null;
      return rule == null
          ? Flow.FAIL_RULE
          : performer.runTopicFrom(FunctionSupport.topicOf(performer, rule), rule, mode);
    }
    int before = conversation.responses().size();
    for (Topic topic : topics) {
      if (conversation.isBlocked(topic)) {
        return Flow.FAIL_RULE;
      }
      Flow flow = performer.runTopic(topic, mode);
      if (flow != Flow.OK || conversation.responses().size() > before) {
        return flow;
      }
    }
    return Flow.OK;
  }

  /** What a call names: a topic, {@code ~} for this one, PENDING, or a keyword of topics. */
  static List<Topic> topics(Performer performer, String name) {
    Conversation conversation = performer.conversation();
    if (name.equals("~")) {
      Topic topic = running(performer);
      return topic == null ? List.of() : List.of(topic);
    }
    if (name.equalsIgnoreCase("PENDING")) {
      List<Topic> pending = new ArrayList<>(conversation.pending());
      Collections.reverse(pending);
      pending.remove(running(performer));
      return pending;
    }
    if (name.startsWith("~")) {
      return conversation.script().topic(name).map(List::of).orElse(List.of());
    }
    return name.isEmpty() ? List.of() : conversation.script().topicsWithKeyword(name);
  }

  // Topics at hand.

  private static void addTopic(Performer performer, Call call) {
    Conversation conversation = performer.conversation();
    conversation.script().topic(argument(performer, call, 0)).ifPresent(conversation::addPending);
  }

  private static Flow popTopic(Performer performer, Call call, StringBuilder out) {
    Conversation conversation = performer.conversation();
    if (call.arguments().isEmpty()) {
      Topic topic = running(performer);
      if (topic != null) {
        conversation.removePending(topic);
      }
      return Flow.FAIL_TOPIC;
    }
    conversation
        .script()
        .topic(argument(performer, call, 0))
        .ifPresent(conversation::removePending);
    return Flow.OK;
  }

  // Lists.

  private static List<Fact> facts(Performer performer, List<Topic> topics, String verb) {
    return topics.stream()
        .map(topic -> FactFunctions.passing(performer, topic.name(), verb, topic.name()))
        .toList();
  }

  /** {@code ^keywordtopics(gambit)} leaves out topics that have none left. */
  private static List<Fact> keywordTopics(Performer performer, Call call) {
    boolean gambit = lower(performer, call, 0).equals("gambit");
    List<Topic> topics =
        performer.conversation().topicsByKeyword().stream()
            .filter(topic -> !gambit || hasOpenGambit(performer, topic))
            .toList();
    return facts(performer, topics, "^keywordtopics");
  }

  private static List<Fact> pendingTopics(Performer performer, Call call) {
    List<Topic> pending = new ArrayList<>(performer.conversation().pending());
    Collections.reverse(pending);
    return facts(performer, pending, "^pendingtopics");
  }

  private static List<Fact> gambitTopics(Performer performer, Call call) {
    Conversation conversation = performer.conversation();
    List<Topic> topics =
        conversation.script().topicsWithGambits().stream()
            .filter(topic -> topic.isFor(conversation.settings().bot()))
            .filter(topic -> hasOpenGambit(performer, topic))
            .toList();
    return facts(performer, topics, "^gambittopics");
  }

  /** Topics with gambits that have a word as keyword, as {@code (word a ~topic)}. */
  private static List<Fact> queryTopics(Performer performer, Call call) {
    String word = argument(performer, call, 0);
    return performer.conversation().script().topicsWithKeyword(word).stream()
        .filter(topic -> !topic.gambits().isEmpty())
        .map(topic -> FactFunctions.passing(performer, word, "a", topic.name()))
        .toList();
  }

  private static boolean hasOpenGambit(Performer performer, Topic topic) {
    return topic.gambits().stream()
        .anyMatch(rule -> !performer.conversation().isErased(topic, rule));
  }

  // Questions.

  private static boolean hasGambit(Performer performer, Call call) {
    boolean any = lower(performer, call, 1).equals("any");
    return topics(performer, argument(performer, call, 0)).stream()
        .anyMatch(topic -> any ? !topic.gambits().isEmpty() : hasOpenGambit(performer, topic));
  }

  private static @Nullable String lastUsed(Performer performer, Call call) {
    List<Topic> named = topics(performer, argument(performer, call, 0));
    String what = argument(performer, call, 1).toUpperCase(Locale.ROOT);
    return named.isEmpty() || !what.matches("GAMBIT|RESPONDER|REJOINDER|ANY")
        ? null
        : Integer.toString(performer.conversation().use(named.get(0)).last(what));
  }

  private static @Nullable String count(Performer performer, Call call) {
    List<Topic> named = topics(performer, argument(performer, call, 0));
    if (named.isEmpty()) {
      return null;
    }
    Topic topic = named.get(0);
    Conversation conversation = performer.conversation();
    long count =
        switch (lower(performer, call, 1)) {
          case "gambit" -> topic.gambits().size();
          case "available" ->
              topic.gambits().stream().filter(rule -> !conversation.isErased(topic, rule)).count();
          case "rules" -> topic.rules().stream().filter(Rule::isTopLevel).count();
          case "used" ->
              topic.rules().stream()
                  .filter(rule -> rule.isTopLevel() && conversation.isErased(topic, rule))
                  .count();
          default -> -1;
        };
    return count < 0 ? null : Long.toString(count);
  }

  /** Blocks or frees a topic; ALL frees every one. */
  static Flow block(Performer performer, String name, boolean blocked) {
    Conversation conversation = performer.conversation();
    boolean all = name.equalsIgnoreCase("ALL");
    String tilde = name.startsWith("~") ? name : "~" + name;
    List<Topic> topics =
        all
            ? conversation.script().allTopics()
            : topics(performer, name.equals("~") ? name : tilde);
    topics.stream()
        .filter(topic -> !topic.has(Topic.Flag.SYSTEM))
        .forEach(topic -> conversation.block(topic, blocked));
    return test(!topics.isEmpty());
  }
}
