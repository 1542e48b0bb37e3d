package org.sweetie.engine.script;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.sweetie.engine.script.OutputNode.Loop;
import org.sweetie.engine.script.Rehearsal.Evaluated;

/** The rounds of loops. */
final class RehearsedLoops {
  private static final int MOST_ROUNDS = 12;

  private final Rehearsal rehearsal;

  RehearsedLoops(Rehearsal rehearsal) {
    this.rehearsal = rehearsal;
  }

  /** A loop of a few rounds is gone round by round; of another only what it changes matters. */
  List<Path> loop(Loop loop, Path path) {
    List<Path> all = new ArrayList<>();
    OutputNode count = loop.count();
    List<Evaluated> counts =
        count == null
            ? List.of(new Evaluated(path, Possible.of("")))
            : rehearsal.evaluate(count, path);
    for (Evaluated times : counts) {
      BigDecimal number = times.value().onlyNumber();
      boolean few = number != null && number.intValue() <= MOST_ROUNDS;
      all.addAll(
          few && number != null
              ? rounds(loop, times.path(), Math.max(0, number.intValue()))
              : anyRounds(loop, times.path()));
    }
    return all;
  }

  private List<Path> rounds(Loop loop, Path path, int times) {
    List<Path> open = List.of(path);
    List<Path> done = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      List<Path> next = new ArrayList<>();
      for (Path way : open) {
        for (Path end : rehearsal.block(loop.body(), way)) {
          (leavesLoop(end) ? done : next).add(end);
        }
      }
      open = next;
    }
    done.addAll(open);
    return done;
  }

  /** Ends a path's loop where it leaves it. */
  private static boolean leavesLoop(Path end) {
    if (end.flow == Flow.NEXT_LOOP) {
      end.flow = Flow.OK;
    }
    if (end.flow == Flow.END_LOOP || end.flow == Flow.END_RULE || end.flow == Flow.FAIL_RULE) {
      end.flow = Flow.OK;
      return true;
    }
    if (end.flow == Flow.FAIL_LOOP) {
      end.flow = Flow.FAIL_RULE;
    }
    return end.flow != Flow.OK;
  }

  private List<Path> anyRounds(Loop loop, Path path) {
    path.store.forget(rehearsal.globals()::get);
    List<Path> all = new ArrayList<>();
    all.add(path.fork());
    Possible before = path.out;
    for (Path end : rehearsal.block(loop.body(), path)) {
      boolean speaks = !end.out.equals(before);
      leavesLoop(end);
      end.store.forget(rehearsal.globals()::get);
      if (speaks) {
        rehearsal.unknown("how often a loop says something", end);
      }
      end.steps.addAll(
          end.steps.stream().filter(step -> step instanceof Path.Tried).distinct().toList());
      all.add(end);
    }
    return all;
  }
}
