package org.sweetie.engine.conduct;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** One part of a shape: a word, one of a class of words, or a gap. */
interface Part {
  /** Whether the word at a place fits; no word stands behind the last. */
  boolean matches(List<Token> sentence, int at);

  /** Up to how many words may be passed over. */
  default int gap() {
    return 0;
  }

  default boolean isGap() {
    return false;
  }

  /** The words this part is made of. */
  default Set<String> words() {
    return Set.of();
  }

  /**
   * Reads a part.
   *
   * @param at file and line, for errors
   * @throws IllegalArgumentException when it names a class that nothing defines
   */
  static Part of(String at, String text, Map<String, Set<String>> classes) {
    if (text.startsWith("*")) {
      return new Gap(Integer.parseInt(text.substring(1)));
    }
    if (!text.startsWith("<")) {
      return new Words(Set.of(text));
    }
    String name = text.substring(1, text.length() - 1);
    if (name.startsWith("!")) {
      Set<String> common = known(at, name.substring(1), classes);
      return (sentence, i) -> i < sentence.size() && !common.contains(sentence.get(i).word());
    }
    return switch (name) {
      case "clock" -> (sentence, i) -> isHour(sentence, i);
      case "number" -> (sentence, i) -> i < sentence.size() && sentence.get(i).isNumber();
      case "name" -> (sentence, i) -> i < sentence.size() && sentence.get(i).isName();
      case "end" -> (sentence, i) -> i >= sentence.size();
      default -> new Words(known(at, name, classes));
    };
  }

  private static boolean isHour(List<Token> sentence, int at) {
    return at < sentence.size()
        && sentence.get(at).isHour()
        && (at + 1 == sentence.size() || !sentence.get(at + 1).isCounted());
  }

  private static Set<String> known(String at, String name, Map<String, Set<String>> classes) {
    Set<String> words = classes.get(name);
    if (words == null) {
      throw new IllegalArgumentException(
          at + ": nothing defines <" + name + ">; write '" + name + " = words' above it");
    }
    return words;
  }

  /** One of some words. */
  record Words(Set<String> words) implements Part {
    @Override
    public boolean matches(List<Token> sentence, int at) {
      return at < sentence.size() && words.contains(sentence.get(at).word());
    }
  }

  /** Any words, up to a number. */
  record Gap(int gap) implements Part {
    @Override
    public boolean matches(List<Token> sentence, int at) {
      return false;
    }

    @Override
    public boolean isGap() {
      return true;
    }
  }
}
