package org.sweetie.engine.script;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.script.OutputNode.Block;
import org.sweetie.engine.script.OutputNode.Call;
import org.sweetie.engine.script.OutputNode.Value;
import org.sweetie.engine.script.OutputNode.Words;

/** Walks what a rule can say and lists every piece of text with its place. */
final class OutputLister {
  private final String topic;
  private final List<ScriptOutput> found = new ArrayList<>();
  private StringBuilder text = new StringBuilder();
  private @Nullable Place start;
  private boolean echoes;
  private String tag = "";

  private OutputLister(String topic) {
    this.topic = topic;
  }

  static List<ScriptOutput> list(
      List<Topic> topics, Collection<Macro> macros, Knowledge knowledge) {
    List<ScriptOutput> all = new ArrayList<>();
    for (OutputNode.Block script : knowledge.scripts().values()) {
      OutputLister lister = new OutputLister("");
      lister.tag = "table";
      lister.block(script);
      all.addAll(lister.found);
    }
    for (Compiling.TableText text : knowledge.texts()) {
      OutputLister lister = new OutputLister("");
      lister.tag = "table";
      lister.piece(text.text(), text.place(), false);
      lister.finish();
      all.addAll(lister.found);
    }
    for (Macro macro : macros) {
      OutputLister lister = new OutputLister("");
      lister.tag = macro.name();
      lister.block(macro.body());
      all.addAll(lister.found);
    }
    for (Topic topic : topics) {
      OutputLister lister = new OutputLister(topic.name());
      for (Rule rule : topic.rules()) {
        lister.tag = topic.tag(rule);
        lister.block(rule.output());
      }
      all.addAll(lister.found);
    }
    return all;
  }

  private void block(Block block) {
    finish();
    block.nodes().forEach(this::node);
    finish();
  }

  private void node(OutputNode node) {
    if (node instanceof Words words) {
      piece(words.text(), words.place(), false);
    } else if (node instanceof Value value) {
      piece(value.written(), value.place(), true);
    } else if (node instanceof OutputNode.Format format) {
      format.parts().forEach(this::node);
    } else if (node instanceof Call call) {
      call(call);
    } else if (node instanceof OutputNode.Choice choice) {
      finish();
      choice.branches().forEach(branch -> block(branch.body()));
    } else if (node instanceof Block block) {
      block(block);
    } else if (node instanceof OutputNode.Quoted quoted) {
      node(quoted.named());
    } else if (node instanceof OutputNode.Sublist list) {
      list.nodes().forEach(this::node);
    } else if (node instanceof OutputNode.IndirectCall call) {
      piece("^", call.place(), true);
      call.arguments().forEach(this::node);
    } else if (node instanceof OutputNode.SetAssignment set) {
      finish();
      node(set.value());
      finish();
    } else if (node instanceof OutputNode.If branches) {
      finish();
      branches.arms().forEach(arm -> block(arm.body()));
    } else if (node instanceof OutputNode.Loop loop) {
      block(loop.body());
    } else if (node instanceof OutputNode.Assignment assignment) {
      finish();
      // What is kept in a variable may be said later.
      assignment.value().terms().forEach(this::node);
      finish();
    }
  }

  /** Names of rules, topics and levels are not said; other literal arguments may be. */
  private void call(Call call) {
    switch (call.function().name()) {
      case "^join",
          "^eval",
          "^print",
          "^preprint",
          "^insertprint",
          "^postprintbefore",
          "^postprintafter",
          "^reviseoutput",
          "^createfact",
          "^createattribute",
          "^revisefact",
          "^notrace",
          "^input",
          "^analyze",
          "^burst",
          "^extract",
          "^pos",
          "^return",
          "^uppercase",
          "^lowercase",
          "^capitalize",
          "^original",
          "^canon",
          "^substitute" -> {
        echoes = true;
        call.arguments().forEach(this::node);
      }
      case "^first", "^last", "^pick", "^nth", "^next", "^length", "^field", "^iterator" ->
          piece(call.function().name(), call.place(), true);
      case "^nofail" -> {
        finish();
        node(call.arguments().get(1));
      }
      case "^reuse", "^respond", "^gambit", "^refine", "^rejoinder", "^flushoutput" -> finish();
      default -> {
        // Says nothing.
      }
    }
  }

  private void piece(String words, Place place, boolean atRunTime) {
    if (start == null) {
      start = place;
    }
    echoes |= atRunTime;
    Joining.append(text, words);
  }

  private void finish() {
    Place place = start;
    if (place != null && !text.toString().isBlank()) {
      found.add(
          new ScriptOutput(
              place.file(),
              place.line(),
              place.column(),
              topic,
              tag,
              text.toString().strip(),
              echoes));
    }
    text = new StringBuilder();
    start = null;
    echoes = false;
  }
}
