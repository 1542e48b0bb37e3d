package org.sweetie.console.app;

import java.util.List;
import java.util.function.Function;
import org.sweetie.engine.evidence.Entry;
import org.sweetie.engine.persona.Persona;
import org.sweetie.engine.script.FiredRule;
import org.sweetie.engine.script.Script;
import org.sweetie.engine.script.ScriptState;
import org.sweetie.engine.script.ScriptTurn;
import org.sweetie.engine.script.Story;
import org.sweetie.engine.script.TurnSettings;

/** Who answers in a story: each story begins a new conversation. */
public final class StoryPlayers {
  private static final String USER = "user";

  private StoryPlayers() {}

  /** A bare script. */
  public static Function<Story, Story.Player> of(Script script) {
    return story -> {
      ScriptState[] state = {ScriptState.start()};
      return (line, at) -> {
        TurnSettings settings = new TurnSettings(story.seed(), at, "", USER);
        ScriptTurn turn = script.respond(state[0], line, settings);
        state[0] = turn.after();
        return new Story.Answer(turn.reply(), turn.fired().stream().map(FiredRule::tag).toList());
      };
    };
  }

  /** A persona, with all that holds at the prompt (CONDUCT B13). */
  public static Function<Story, Story.Player> of(Persona persona) {
    Readers readers = Readers.ofComposedText();
    return story -> {
      PromptHouse house = new PromptHouse(persona, story.now(), story.seed(), USER, readers);
      return (line, at) -> {
        String reply = house.answer(line, at);
        List<String> tags =
            house.record().stream()
                .filter(Entry.Reply.class::isInstance)
                .flatMap(entry -> List.of(((Entry.Reply) entry).rule().split(" ", -1)).stream())
                .toList();
        return new Story.Answer(reply, tags);
      };
    };
  }
}
