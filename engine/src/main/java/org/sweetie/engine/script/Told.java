package org.sweetie.engine.script;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sweetie.engine.script.Path.Tried;
import org.sweetie.engine.script.Sayings.Cause;
import org.sweetie.engine.script.Sayings.Unproved;

/** What the ways through rules come to: every text, and everything that cannot be listed. */
final class Told {
  private final Reach reach;
  private final Map<String, Saying> sayings = new LinkedHashMap<>();
  private final Map<String, Unproved> unproved = new LinkedHashMap<>();

  Told(Reach reach) {
    this.reach = reach;
  }

  List<Saying> sayings() {
    return sayings.values().stream()
        .sorted(
            Comparator.comparing(Saying::file)
                .thenComparing(Saying::line)
                .thenComparing(Saying::column))
        .toList();
  }

  List<Unproved> unproved() {
    return unproved.values().stream()
        .sorted(Comparator.comparing(Unproved::file).thenComparing(Unproved::line))
        .toList();
  }

  void tell(Rule rule, List<Path> paths) {
    for (Path path : paths) {
      int speaking = 0;
      for (Path.Step step : path.steps) {
        if (step instanceof Path.Said said) {
          speaking += said.text().isOnly("") ? 0 : 1;
          say(rule, path, said);
        } else if (step instanceof Tried) {
          speaking++;
        } else if (step instanceof Path.Unknown unknown) {
          report(
              rule,
              "",
              Cause.UNKNOWN,
              List.of("the proof does not know " + unknown.what()),
              unknown.place());
        } else if (step instanceof Path.Outside outside) {
          report(
              rule,
              "",
              Cause.OUTSIDE,
              List.of(outside.name() + " would leave the engine"),
              outside.place());
        }
      }
      if (speaking > 1) {
        report(
            rule,
            shown(path),
            Cause.SEVERAL,
            List.of("more than one part of this rule may speak"),
            rule.place());
      }
    }
  }

  private static String shown(Path path) {
    List<String> parts = new ArrayList<>();
    for (Path.Step step : path.steps) {
      parts.add(
          step instanceof Path.Said said
              ? said.text().texts().iterator().next()
              : "\u2039what another rule says\u203a");
    }
    return String.join(" ", parts);
  }

  void report(Rule rule, String text, Cause cause, List<String> flow, Place place) {
    unproved.putIfAbsent(
        rule.topic() + ":" + rule.index() + cause + text,
        new Unproved(place.file(), place.line(), nameOf(rule), text, cause, flow));
  }

  private String nameOf(Rule rule) {
    Topic topic = reach.script().topic(rule.topic());
    return rule.label().isEmpty() ? topic.tag(rule) : topic.name() + "." + rule.label();
  }

  private void say(Rule root, Path path, Path.Said said) {
    Possible text = said.text().spelledOut();
    for (Unlisted reason : text.unlisted()) {
      String shown = text.texts().stream().filter(t -> t.contains("\u2039")).findFirst().orElse("");
      report(said.rule(), shown, reason.cause(), reason.flow(), said.place());
    }
    for (String line : text.texts()) {
      if (!line.isEmpty() && !(line.contains("\u2039") && !text.unlisted().isEmpty())) {
        add(saying(said, root.isGambit(), line, onceBy(root, said, path)));
      }
    }
  }

  /** What a part of a way may say; how often is not told. */
  static List<Saying> sayingsOf(Path.Said said) {
    List<Saying> all = new ArrayList<>();
    for (String line : said.text().spelledOut().texts()) {
      if (!line.isEmpty()) {
        all.add(saying(said, said.rule().isGambit(), line, Set.of()));
      }
    }
    return all;
  }

  private static Saying saying(Path.Said said, boolean gambit, String text, Set<String> onceBy) {
    return new Saying(
        said.place().file(),
        said.place().line(),
        said.place().column(),
        said.topic().name(),
        said.topic().tag(said.rule()),
        said.rule().label(),
        gambit,
        text,
        onceBy);
  }

  private void add(Saying saying) {
    sayings.merge(
        saying.tag() + "\n" + saying.text(),
        saying,
        (a, b) -> {
          Set<String> both = new HashSet<>(a.onceBy());
          both.retainAll(b.onceBy());
          return new Saying(
              a.file(),
              a.line(),
              a.column(),
              a.topic(),
              a.tag(),
              a.label(),
              a.gambit() || b.gambit(),
              a.text(),
              both);
        });
  }

  private Set<String> onceBy(Rule root, Path.Said said, Path path) {
    Set<String> once = new HashSet<>();
    for (String variable : path.onceBy()) {
      if (!reach.rehearsal().globals().isEmptied(variable)) {
        once.add(variable);
      }
    }
    if (!path.repeats && !said.topic().has(Topic.Flag.REPEAT)) {
      once.add(Sayings.MEMORY);
    }
    if (said.rule() == root && isUsedUp(root, path.keeps)) {
      once.add("the rule " + nameOf(root));
    } else if (!root.isTopLevel() && isBelowUsedUp(root)) {
      once.add("the rule above " + nameOf(root));
    }
    return once;
  }

  private boolean isUsedUp(Rule rule, boolean keeps) {
    Topic topic = reach.script().topic(rule.topic());
    return rule.isTopLevel()
        && !keeps
        && !reach.enables()
        && !reach.isReused(rule)
        && !topic.has(Topic.Flag.SYSTEM)
        && !(rule.isResponder() && topic.has(Topic.Flag.KEEP));
  }

  private boolean isBelowUsedUp(Rule rejoinder) {
    Topic topic = reach.script().topic(rejoinder.topic());
    int at = rejoinder.index();
    while (at > 0 && !topic.rules().get(at).isTopLevel()) {
      at--;
    }
    Rule top = topic.rules().get(at);
    boolean keeps = reach.waysOf(top).stream().anyMatch(path -> path.keeps);
    boolean set = reach.setsRejoinders();
    return isUsedUp(top, keeps) && !set;
  }
}
