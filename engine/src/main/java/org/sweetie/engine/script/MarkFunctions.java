package org.sweetie.engine.script;

import static org.sweetie.engine.script.FunctionSupport.argument;
import static org.sweetie.engine.script.FunctionSupport.lower;
import static org.sweetie.engine.script.FunctionSupport.number;
import static org.sweetie.engine.script.FunctionSupport.slot;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.script.OutputNode.Call;

/** Functions about the sentence at hand: what is marked in it, and where things are. */
final class MarkFunctions {
  private static final int RANGE_BITS = 8;

  private MarkFunctions() {}

  static void addTo(FunctionSupport.Library library) {
    library.tests("^mark", 0, 3, MarkFunctions::mark);
    library.tests("^unmark", 0, 2, MarkFunctions::unmark);
    library.gives("^marked", 1, 1, MarkFunctions::marked);
    library.gives("^position", 2, 2, MarkFunctions::position);
    library.tests("^setposition", 2, 3, MarkFunctions::setPosition);
    library.does("^setwildcardindex", 1, 1, MarkFunctions::setWildcardIndex);
    library.tests("^match", 1, 1, MarkFunctions::match);
    library.does("^clearmatch", 0, 0, (p, call) -> p.conversation().captures().clear());
    library.does("^settokenflags", 1, 1, (p, call) -> setFlags(p, call, true));
    library.does("^removetokenflags", 1, 1, (p, call) -> setFlags(p, call, false));
    library.gives("^capitalized", 1, 1, MarkFunctions::capitalized);
    library.gives("^original", 1, 1, MarkFunctions::original);
    library.gives("^wordatindex", 2, 3, MarkFunctions::wordAt);
    library.finds("^conceptlist", 1, 3, MarkFunctions::conceptList);
    library.gives("^savesentence", 1, 1, MarkFunctions::save);
    library.tests("^restoresentence", 1, 1, MarkFunctions::restore);
  }

  // Places.

  /** A place in the sentence: of a match variable, or a number, perhaps with its end. */
  private record Range(int start, int end) {}

  private static @Nullable Range range(Performer performer, Call call, int index) {
    int count = performer.conversation().sentence().count();
    int slot = slot(performer, call, index);
    if (slot >= 0) {
      Captures captures = performer.conversation().captures();
      boolean here = captures.isIn(slot, performer.conversation().sentence());
      return here ? new Range(captures.start(slot), captures.end(slot)) : null;
    }
    int value = number(performer, call, index, 0);
    Range range =
        value > count
            ? new Range(value >> RANGE_BITS, value & (1 << RANGE_BITS) - 1)
            : new Range(value, value);
    return range.start() < 1 || range.end() > count || range.end() < range.start() ? null : range;
  }

  private static @Nullable String position(Performer performer, Call call) {
    Range range = range(performer, call, 1);
    if (range == null) {
      return null;
    }
    return switch (lower(performer, call, 0)) {
      case "start" -> Integer.toString(range.start());
      case "end" -> Integer.toString(range.end());
      case "both" -> Integer.toString(range.start() << RANGE_BITS | range.end());
      default -> null;
    };
  }

  private static boolean setPosition(Performer performer, Call call) {
    int slot = slot(performer, call, 0);
    Range start = range(performer, call, 1);
    Range end = call.arguments().size() > 2 ? range(performer, call, 2) : start;
    if (slot < 0 || start == null || end == null || end.end() < start.start()) {
      return false;
    }
    Conversation conversation = performer.conversation();
    conversation.captures().set(slot, conversation.sentence(), start.start(), end.end());
    return true;
  }

  private static void setWildcardIndex(Performer performer, Call call) {
    int slot = slot(performer, call, 0);
    int index = slot >= 0 ? slot : number(performer, call, 0, 0);
    performer.conversation().captures().rewind(Math.min(Math.max(index, 0), Captures.COUNT - 1));
  }

  // Marks.

  /** {@code ^mark(~set _0)}, {@code (~set)} at the start, {@code (* _0)} and {@code (*)} back. */
  private static boolean mark(Performer performer, Call call) {
    Sentence sentence = performer.conversation().sentence();
    String what = argument(performer, call, 0);
    if (call.arguments().isEmpty()) {
      sentence.showAll(true);
      return true;
    }
    boolean placed = call.arguments().size() > 1;
    Range range = placed ? range(performer, call, 1) : null;
    if (what.equals("*")) {
      sentence.show(
          range == null ? 1 : range.start(), range == null ? sentence.count() : range.end());
      return !placed || range != null;
    }
    if (placed && range == null) {
      return false;
    }
    int start = range == null ? 1 : range.start();
    int end = range == null ? 1 : range.end();
    boolean one = argument(performer, call, 2).equalsIgnoreCase("ONE");
    performer.conversation().script().mark(sentence, what, start, end, !one);
    return true;
  }

  /** {@code ^unmark(word _0)}, {@code (word ALL)}, {@code (* _0)} or {@code (@ _0)} everything. */
  private static boolean unmark(Performer performer, Call call) {
    Sentence sentence = performer.conversation().sentence();
    String what = argument(performer, call, 0);
    if (call.arguments().isEmpty()) {
      sentence.showAll(false);
      return true;
    }
    boolean everywhere =
        call.arguments().size() == 1 || argument(performer, call, 1).equalsIgnoreCase("ALL");
    Range range = everywhere ? new Range(1, sentence.count()) : range(performer, call, 1);
    if (range == null) {
      return false;
    }
    if (what.equals("*") || what.equals("@")) {
      sentence.hide(range.start(), range.end());
      return true;
    }
    int mark = performer.conversation().script().mark(what);
    if (mark != Vocabulary.NONE) {
      sentence.unmark(mark, range.start(), range.end());
    }
    return true;
  }

  private static @Nullable String marked(Performer performer, Call call) {
    Conversation conversation = performer.conversation();
    int mark = conversation.script().mark(argument(performer, call, 0));
    boolean here = mark != Vocabulary.NONE && conversation.sentence().marks().has(mark);
    return here ? "1" : null;
  }

  // Matching.

  /** {@code ^match(~set)}, a rule's tag, or a pattern that was compiled with the script. */
  private static boolean match(Performer performer, Call call) {
    Conversation conversation = performer.conversation();
    if (call.arguments().get(0) instanceof OutputNode.CompiledPattern pattern) {
      return noted(performer, pattern.pattern());
    }
    String what = argument(performer, call, 0);
    Rule rule = what.startsWith("(") ? null : FunctionSupport.rule(performer, what);
    if (rule != null) {
      PatternElement.Group pattern = rule.pattern();
      return pattern == null || noted(performer, pattern);
    }
    int mark = conversation.script().mark(what);
    if (!what.startsWith("~")) {
      conversation.fault("^match of '" + what + "' fails: no concept, and no rule of that name");
      return false;
    }
    return mark != Vocabulary.NONE && conversation.sentence().marks().has(mark);
  }

  private static boolean noted(Performer performer, PatternElement.Group pattern) {
    Conversation conversation = performer.conversation();
    if (!conversation.matcher().matches(pattern, 0)) {
      return false;
    }
    int first = conversation.matcher().firstMatched();
    conversation.variables().set("$$csmatch_start", Integer.toString(Math.max(first, 0)));
    return true;
  }

  // Words of the sentence.

  private static void setFlags(Performer performer, Call call, boolean set) {
    long bits = Numbers.parse(argument(performer, call, 0)).longValue();
    Sentence sentence = performer.conversation().sentence();
    if ((bits & TokenFlags.QUESTIONMARK) != 0) {
      sentence.setQuestion(set);
    }
    if ((bits & TokenFlags.EXCLAMATIONMARK) != 0) {
      sentence.setExclamation(set);
    }
  }

  private static @Nullable String capitalized(Performer performer, Call call) {
    String what = argument(performer, call, 0);
    Sentence sentence = performer.conversation().sentence();
    if (Numbers.isNumber(what)) {
      int index = Numbers.parse(what).intValue();
      if (index < 1 || index > sentence.count()) {
        return null;
      }
      what = sentence.word(index).typed();
    }
    return what.isEmpty() ? null : Character.isUpperCase(what.codePointAt(0)) ? "1" : "0";
  }

  /** The words behind a match variable as typed. */
  private static String original(Performer performer, Call call) {
    int slot = slot(performer, call, 0);
    return slot < 0
        ? argument(performer, call, 0)
        : performer.conversation().captures().text(slot, true);
  }

  private static @Nullable String wordAt(Performer performer, Call call) {
    boolean typed = lower(performer, call, 0).equals("original");
    Range from = range(performer, call, 1);
    Range to = call.arguments().size() > 2 ? range(performer, call, 2) : from;
    return from == null || to == null
        ? null
        : performer.conversation().sentence().text(from.start(), to.end(), typed);
  }

  /** The concepts or topics a place belongs to, or the whole sentence's. */
  private static List<Fact> conceptList(Performer performer, Call call) {
    Conversation conversation = performer.conversation();
    Sentence sentence = conversation.sentence();
    String kind = lower(performer, call, 0);
    Range range = call.arguments().size() > 1 ? range(performer, call, 1) : null;
    String filter = lower(performer, call, 2);
    List<Fact> found = new ArrayList<>();
    for (int mark : sentence.allMarks()) {
      String name = conversation.script().nameOf(mark);
      boolean topic = conversation.script().topicOfMark(mark) != null;
      boolean wanted = kind.equals("both") || topic == kind.equals("topic");
      int place = sentence.marks().placeIn(mark, range == null ? 0 : range.start());
      if (name.startsWith("~") && wanted && name.startsWith(filter) && place >= 0) {
        int start = sentence.marks().start(place);
        String where = Integer.toString(start << RANGE_BITS | sentence.marks().end(place));
        found.add(FactFunctions.passing(performer, name, "^conceptlist", where));
      }
    }
    return found;
  }

  private static String save(Performer performer, Call call) {
    performer.conversation().heard().save(argument(performer, call, 0));
    return "";
  }

  private static boolean restore(Performer performer, Call call) {
    return performer.conversation().heard().restore(argument(performer, call, 0));
  }
}
