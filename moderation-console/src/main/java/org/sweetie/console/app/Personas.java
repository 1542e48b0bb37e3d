package org.sweetie.console.app;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sweetie.console.measure.TalkTopics;
import org.sweetie.engine.evidence.Entry;
import org.sweetie.engine.persona.Persona;
import org.sweetie.engine.persona.PersonaProfile;
import org.sweetie.engine.persona.TypingManner;
import org.sweetie.engine.script.Compilation;
import org.sweetie.engine.script.ScriptCompiler;
import org.sweetie.engine.script.ScriptOrder;
import org.sweetie.engine.script.ScriptSource;
import org.sweetie.engine.turn.Proposer;
import org.sweetie.engine.turn.ScriptProposer;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Makes personas of their files. */
public final class Personas {
  /** The file that makes a script a persona. */
  public static final String PROFILE = "persona.yaml";

  private Personas() {}

  /** Compiles the script among the files. */
  public static Compilation compile(Map<String, String> files) {
    return ScriptCompiler.compile(sources(files));
  }

  /** Compiles the script among the files and looks for what cannot be meant. */
  public static Compilation check(Map<String, String> files) {
    return ScriptCompiler.check(sources(files));
  }

  /** The sources of the script among the files, in their order. */
  public static List<ScriptSource> sources(Map<String, String> files) {
    Map<String, String> listings =
        files.entrySet().stream()
            .filter(file -> ScriptOrder.isListing(file.getKey()))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    return ScriptOrder.order(files.keySet(), listings).stream()
        .map(file -> new ScriptSource(file, String.valueOf(files.get(file))))
        .toList();
  }

  /**
   * The persona of its files.
   *
   * @throws org.sweetie.engine.script.ScriptException when its script does not compile
   * @throws IllegalArgumentException when its profile is missing or breaks a rule
   */
  public static Persona persona(Map<String, String> files) {
    Map<?, ?> keys = keys(files);
    return new Persona(profile(keys), typing(keys), compile(files).script(), files);
  }

  private static PersonaProfile profile(Map<?, ?> keys) {
    Map<String, String> values = new LinkedHashMap<>();
    keys.forEach((key, value) -> values.put(String.valueOf(key), String.valueOf(value)));
    return PersonaProfile.of(values);
  }

  /** The keys below {@code typing}; without them every line goes out at once. */
  private static TypingManner typing(Map<?, ?> keys) {
    Object typing = keys.get("typing");
    if (typing == null) {
      return TypingManner.AT_ONCE;
    }
    if (!(typing instanceof Map<?, ?> manner)) {
      throw new IllegalArgumentException(
          PROFILE
              + ": typing is '"
              + typing
              + "'; expected characters_per_minute, pause_seconds, typos and misspellings below it");
    }
    List<Double> pause = pause(manner.get("pause_seconds"));
    Map<String, String> misspellings = new LinkedHashMap<>();
    if (manner.get("misspellings") instanceof Map<?, ?> listed) {
      listed.forEach((word, as) -> misspellings.put(String.valueOf(word), String.valueOf(as)));
    }
    return new TypingManner(
        (int) number("characters_per_minute", manner.get("characters_per_minute")),
        Duration.ofMillis((long) (pause.get(0) * 1_000)),
        Duration.ofMillis((long) (pause.get(1) * 1_000)),
        number("typos", manner.get("typos")),
        misspellings);
  }

  /**
   * What the persona's profile declares below {@code talk}: which topics are its fallback, answer
   * by form alone, or decline.
   *
   * @throws IllegalArgumentException when it declares nothing, or names a fallback of no topic
   */
  public static TalkTopics talk(Map<String, String> files) {
    if (!(keys(files).get("talk") instanceof Map<?, ?> talk)) {
      throw new IllegalArgumentException(
          PROFILE
              + ": no 'talk' in it; put fallback, form, refusal (lists of topics) and empty_words"
              + " below it");
    }
    return new TalkTopics(
        listed(talk, "fallback", "~"),
        listed(talk, "general", "~"),
        listed(talk, "general_labels", "").stream()
            .map(label -> label.toUpperCase(Locale.ROOT))
            .collect(Collectors.toSet()),
        listed(talk, "form", "~"),
        listed(talk, "refusal", "~"),
        listed(talk, "empty_words", ""));
  }

  private static Set<String> listed(Map<?, ?> talk, String key, String before) {
    Object given = talk.get(key);
    if (given == null) {
      return Set.of();
    }
    if (!(given instanceof List<?> list)) {
      throw new IllegalArgumentException(
          PROFILE + ": " + key + " is '" + given + "'; expected a list such as [one, two]");
    }
    return list.stream()
        .map(entry -> before + String.valueOf(entry).toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }

  private static List<Double> pause(@Nullable Object given) {
    if (given instanceof List<?> two && two.size() == 2) {
      return List.of(number("pause_seconds", two.get(0)), number("pause_seconds", two.get(1)));
    }
    throw new IllegalArgumentException(
        PROFILE + ": pause_seconds is '" + given + "'; expected two numbers such as [1, 3]");
  }

  private static double number(String key, @Nullable Object given) {
    if (given instanceof Number number) {
      return number.doubleValue();
    }
    throw new IllegalArgumentException(
        PROFILE + ": " + key + " is '" + given + "'; expected a number");
  }

  private static Map<?, ?> keys(Map<String, String> files) {
    String yaml = files.get(PROFILE);
    if (yaml == null) {
      throw new IllegalArgumentException(
          "no "
              + PROFILE
              + " beside the script; add one with name, nickname, age, language, timezone and profile");
    }
    try {
      Object read = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
      if (read instanceof Map<?, ?> map) {
        return map;
      }
    } catch (YAMLException notYaml) {
      throw new IllegalArgumentException(PROFILE + ": not YAML: " + notYaml.getMessage(), notYaml);
    }
    throw new IllegalArgumentException(
        PROFILE + ": expected a mapping of name, nickname, age, language, timezone and profile");
  }

  /** A persona as turns use it. */
  public static Proposer proposer(Persona persona) {
    return new ScriptProposer(persona);
  }

  /** The persona of a record, compiled again from its files. */
  public static Proposer proposer(Entry.PersonaLoaded recorded) {
    return proposer(persona(recorded.files()));
  }
}
