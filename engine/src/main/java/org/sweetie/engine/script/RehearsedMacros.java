package org.sweetie.engine.script;

import java.util.ArrayList;
import java.util.List;
import org.sweetie.engine.script.OutputNode.Call;
import org.sweetie.engine.script.Rehearsal.Evaluated;

/** What macros of the script say and give back, with what they are called with. */
final class RehearsedMacros {
  private final Rehearsal rehearsal;

  RehearsedMacros(Rehearsal rehearsal) {
    this.rehearsal = rehearsal;
  }

  /** Works out the arguments on every path, then goes through the macro with them. */
  List<Path> perform(Macro macro, Call call, Path path) {
    if (path.depth >= Rehearsal.DEEPEST) {
      rehearsal.unknown("calls nested deeper than " + Rehearsal.DEEPEST, path);
      return List.of(path);
    }
    List<Path> ways = List.of(path);
    List<List<Possible>> values = new ArrayList<>(List.of(new ArrayList<>()));
    for (OutputNode argument : call.arguments()) {
      List<Path> next = new ArrayList<>();
      List<List<Possible>> longer = new ArrayList<>();
      for (int i = 0; i < ways.size(); i++) {
        for (Evaluated value : rehearsal.evaluate(argument, ways.get(i))) {
          List<Possible> more = new ArrayList<>(values.get(i));
          more.add(passed(argument, value, macro));
          next.add(value.path());
          longer.add(more);
        }
      }
      ways = next;
      values = longer;
    }
    List<Path> all = new ArrayList<>();
    for (int i = 0; i < ways.size(); i++) {
      all.addAll(inMacro(macro, values.get(i), call, ways.get(i)));
    }
    return all;
  }

  /** A variable is passed by its name: it is worth what it holds when it is used. */
  private Possible passed(OutputNode argument, Evaluated value, Macro macro) {
    if (argument instanceof OutputNode.Value named && named.operand() instanceof Operand.SetPart) {
      return Possible.unlisted(
          Unlisted.of(Sayings.Cause.UNKNOWN, "the proof does not follow sets into macros"), "set");
    }
    if (argument instanceof OutputNode.Value named
        && (named.operand() instanceof Variable || named.operand() instanceof Operand.Captured)) {
      String name = String.valueOf(Rehearsal.nameOf(named.operand()));
      return name.startsWith("$") || Changes.fillsMatchVariables(macro.body())
          ? Possible.or(value.value(), rehearsal.globals().get(name))
          : value.value();
    }
    return value.value();
  }

  private List<Path> inMacro(Macro macro, List<Possible> values, Call call, Path path) {
    List<Possible> outer = path.arguments;
    Possible said = path.out;
    Place place = path.place;
    path.arguments = values;
    path.returned = null;
    path.out = Possible.NOTHING;
    path.place = null;
    boolean wanted = path.valueWanted;
    path.valueWanted = false;
    path.depth++;
    for (int i = 0; i < Math.min(values.size(), macro.parameters().size()); i++) {
      if (macro.parameters().get(i).startsWith("$_")) {
        path.store.set(macro.parameters().get(i), values.get(i));
        rehearsal.globals().add(macro.parameters().get(i), values.get(i));
      }
    }
    List<Possible> saved = macro.saved().stream().map(path.store::get).toList();
    List<Path> ends = rehearsal.block(macro.body(), path);
    for (Path end : ends) {
      for (int i = 0; i < saved.size(); i++) {
        String name = macro.saved().get(i);
        end.store.set(name, Possible.or(saved.get(i), end.store.get(name)));
      }
      Possible result = end.returned;
      Possible value = result == null ? end.out : result;
      Place at = end.place == null ? call.place() : end.place;
      end.returned = null;
      end.arguments = outer;
      end.out = said;
      end.place = place;
      end.depth--;
      end.valueWanted = wanted;
      end.say(value, at);
      end.flow = end.flow == Flow.END_CALL ? Flow.OK : end.flow;
    }
    return ends;
  }
}
