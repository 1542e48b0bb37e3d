package org.sweetie.engine.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sweetie.engine.text.TextReader;

/** The gate's phrases and the words that the shipped script listens for are one list. */
class SharedPhrasesTest {
  private static final Pattern MEMBER = Pattern.compile("\"([^\"]+)\"|([^\\s()\"]+)");

  @Test
  @DisplayName("B2: what the gate lets nothing agree to is what the script surely declines")
  void theGateAndTheScriptListenForTheSamePhrases() {
    Set<String> gate = new TreeSet<>(ProofPersonas.rules().delicatePhrases());
    gate.remove(TextReader.EXPLICIT);

    assertThat(members("surely_refused")).containsExactlyInAnyOrderElementsOf(gate);
  }

  private static Set<String> members(String concept) {
    String file = ProofPersonas.shipped().files().get("concepts.top");
    Matcher body =
        Pattern.compile("concept: ~" + concept + " \\(([^)]*)\\)").matcher(String.valueOf(file));
    assertThat(body.find()).as("~" + concept).isTrue();
    Set<String> members = new TreeSet<>();
    Matcher member = MEMBER.matcher(body.group(1));
    while (member.find()) {
      members.add(member.group(1) == null ? member.group(2) : member.group(1));
    }
    return members;
  }
}
