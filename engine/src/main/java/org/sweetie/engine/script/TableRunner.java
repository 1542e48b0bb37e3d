package org.sweetie.engine.script;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sweetie.engine.script.TableParser.Row;
import org.sweetie.engine.script.TableParser.Table;

/** Runs the tables of a script once it is read; what they make is part of the script. */
final class TableRunner {
  private static final int ROWS_TOGETHER = 200;
  private static final TurnSettings SETTINGS = new TurnSettings(1, Instant.EPOCH, "", "");

  private final Compiling compiling;
  private final Script script;
  private final FactBase facts;
  private final Map<String, String> variables = new HashMap<>();

  /**
   * @param script what is compiled so far; its facts grow while the tables run
   */
  TableRunner(Compiling compiling, Script script) {
    this.compiling = compiling;
    this.script = script;
    this.facts = script.knowledge().facts();
  }

  /** The facts and variables the tables leave; memberships of concepts go to the compiling. */
  Knowledge run() {
    for (Table table : compiling.tables()) {
      run(table);
    }
    return script.knowledge().with(facts, variables);
  }

  private void run(Table table) {
    for (TableParser.Short name : table.shorts()) {
      addShort(name);
    }
    Conversation conversation = null;
    int rows = 0;
    for (Row row : table.rows()) {
      // A fresh budget now and then; facts of earlier rows stay in sight.
      if (conversation == null || rows++ % ROWS_TOGETHER == 0) {
        if (conversation != null) {
          take(conversation);
        }
        conversation = new Conversation(script, ScriptState.start(), "", SETTINGS);
        variables.forEach(conversation.variables()::set);
      }
      run(table, row, conversation);
    }
    if (conversation != null) {
      take(conversation);
    }
  }

  private void run(Table table, Row row, Conversation conversation) {
    List<String> values = new ArrayList<>(table.given());
    values.addAll(row.values());
    try {
      Flow flow =
          conversation
              .performer()
              .macros()
              .call(table.macro(), Arguments.ofTexts(values), new StringBuilder());
      if (flow.isFailure() && flow != Flow.FAIL_RULE) {
        compiling
            .problems()
            .warning(row.place(), "the row ends its table's script early", "look at its ^fail");
      }
    } catch (Steps.Exhausted stopped) {
      compiling
          .problems()
          .error(
              row.place(), "the row does not come to an end: " + stopped.reason(), "simplify it");
    }
  }

  private void addShort(TableParser.Short name) {
    facts.add(
        Fact.Term.word(name.name()),
        Fact.Term.word(Facts.MEMBER),
        Fact.Term.word(name.value()),
        Set.of());
  }

  private void take(Conversation conversation) {
    for (Fact fact : conversation.facts().own()) {
      if (!fact.has(Fact.Flag.FACTTRANSIENT)) {
        take(fact);
      }
    }
    variables.putAll(conversation.variables().lasting());
    conversation.trace().stream()
        .filter(note -> note.startsWith("error:"))
        .forEach(
            note ->
                compiling
                    .problems()
                    .warning(
                        compiling.tables().get(0).place(), "a table says " + note, "look into it"));
  }

  private void take(Fact fact) {
    String concept = fact.object().key();
    boolean joins = fact.verb().key().equals(Facts.MEMBER) && concept.startsWith("~");
    if (joins && fact.subject().fact() == null) {
      compiling.addMember(concept, fact.subject().text());
    } else {
      copy(fact);
    }
  }

  /** A fact in a field is the script's own too. */
  private Fact copy(Fact fact) {
    return facts.add(copy(fact.subject()), copy(fact.verb()), copy(fact.object()), fact.flags());
  }

  private Fact.Term copy(Fact.Term term) {
    Fact nested = term.fact();
    return nested == null ? term : Facts.term(copy(nested));
  }
}
