package org.sweetie.engine.persona;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sweetie.engine.script.Script;
import org.sweetie.engine.script.ScriptCompiler;
import org.sweetie.engine.script.ScriptSource;

class PersonaProfileTest {
  private static Map<String, String> values() {
    return new HashMap<>(
        Map.of(
            "name", "Maria",
            "nickname", "maria_10",
            "age", "10",
            "language", "en",
            "timezone", "Asia/Manila",
            "profile", "10 years old, grade 5"));
  }

  @Test
  void aProfileIsReadFromItsKeys() {
    PersonaProfile profile = PersonaProfile.of(values());

    assertThat(profile)
        .isEqualTo(
            new PersonaProfile(
                "Maria", "maria_10", 10, "en", ZoneId.of("Asia/Manila"), "10 years old, grade 5"));
  }

  @ParameterizedTest
  @DisplayName("B5: name, nickname and profile say the age and nothing else")
  @CsvSource({
    "name,Sweetie,names the project",
    "name,Maria Clara,plain given name",
    "name,maria,plain given name",
    "nickname,maria,expected the name with the age",
    "nickname,maria_12,expected the name with the age",
    "nickname,nice_maria_10,expected the name with the age",
    "age,18,a minor's",
    "age,3,a minor's",
    "age,ten,whole number",
    "profile,grade 5,does not say the age",
    "profile,110 friends,does not say the age",
    "language,english,ISO 639-1",
    "timezone,Manila,Asia/Manila"
  })
  void b5RefusesAProfileThatSaysSomethingElse(String key, String value, String told) {
    Map<String, String> values = values();
    values.put(key, value);

    assertThatThrownBy(() -> PersonaProfile.of(values))
        .isInstanceOf(PersonaException.class)
        .hasMessageContaining(told);
  }

  @Test
  void aMissingKeyIsNamed() {
    Map<String, String> values = values();
    values.remove("profile");
    values.put("nickname", " ");

    assertThatThrownBy(() -> PersonaProfile.of(values))
        .isInstanceOf(PersonaException.class)
        .hasMessageContaining("nickname, profile");
  }

  @Test
  void aPersonasHashFollowsFromItsFiles() {
    Script script =
        ScriptCompiler.compile(List.of(new ScriptSource("a.top", "topic: ~a ()\nt: Hi."))).script();
    PersonaProfile profile = PersonaProfile.of(values());
    Map<String, String> files = Map.of("a.top", "topic: ~a ()\nt: Hi.", "persona.yaml", "x");

    Persona persona = new Persona(profile, TypingManner.AT_ONCE, script, files);

    assertThat(persona.hash()).isEqualTo(Persona.hashOf(files)).hasSize(64);
    assertThatThrownBy(
            () ->
                new Persona(
                    profile, TypingManner.AT_ONCE, script, Map.of("a.top", "y"), persona.hash()))
        .isInstanceOf(PersonaException.class);
  }
}
