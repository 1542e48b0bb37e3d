package org.sweetie.models.lexicon;

import java.util.ArrayList;
import java.util.List;

/** How English makes the regular forms of a word. Where it has a choice, both are given. */
final class Endings {
  private Endings() {}

  static List<String> plurals(String noun) {
    List<String> forms = new ArrayList<>();
    if (endsInHiss(noun)) {
      forms.add(noun + "es");
    } else if (endsInY(noun)) {
      forms.add(cut(noun, 1) + "ies");
    } else {
      forms.add(noun + "s");
      if (noun.endsWith("o")) {
        forms.add(noun + "es");
      }
    }
    return forms;
  }

  static List<String> pasts(String verb) {
    return grown(verb, "ed");
  }

  static List<String> gerunds(String verb) {
    if (verb.endsWith("ie")) {
      return List.of(cut(verb, 2) + "ying");
    }
    if (verb.endsWith("ee") || verb.endsWith("oe") || verb.endsWith("ye")) {
      return List.of(verb + "ing");
    }
    return verb.endsWith("y") ? List.of(verb + "ing") : grown(verb, "ing");
  }

  static List<String> comparatives(String adjective) {
    return grown(adjective, "er");
  }

  static List<String> superlatives(String adjective) {
    return grown(adjective, "est");
  }

  static List<String> adverbs(String adjective) {
    if (adjective.endsWith("le") && adjective.length() > 3) {
      return List.of(cut(adjective, 1) + "y", adjective + "ly");
    }
    if (adjective.endsWith("ic")) {
      return List.of(adjective + "ally");
    }
    if (adjective.endsWith("ll")) {
      return List.of(adjective + "y");
    }
    return endsInY(adjective) ? List.of(cut(adjective, 1) + "ily") : List.of(adjective + "ly");
  }

  /** An ending that begins with a vowel: lik(e)-ed, stop-p-ed, carr(y)i-ed. */
  private static List<String> grown(String word, String ending) {
    if (word.endsWith("e")) {
      return List.of(cut(word, 1) + ending);
    }
    if (endsInY(word)) {
      return List.of(cut(word, 1) + "i" + ending);
    }
    if (word.endsWith("c")) {
      return List.of(word + "k" + ending, word + ending);
    }
    if (!endsInShortSyllable(word)) {
      return List.of(word + ending);
    }
    String doubled = word + word.charAt(word.length() - 1) + ending;
    return syllables(word) == 1 ? List.of(doubled) : List.of(word + ending, doubled);
  }

  private static boolean endsInHiss(String word) {
    return word.endsWith("s")
        || word.endsWith("x")
        || word.endsWith("z")
        || word.endsWith("ch")
        || word.endsWith("sh");
  }

  private static boolean endsInY(String word) {
    return word.length() > 2 && word.endsWith("y") && !isVowel(word.charAt(word.length() - 2));
  }

  private static boolean endsInShortSyllable(String word) {
    int last = word.length() - 1;
    return last >= 2
        && !isVowel(word.charAt(last))
        && "wxy".indexOf(word.charAt(last)) < 0
        && isVowel(word.charAt(last - 1))
        && (!isVowel(word.charAt(last - 2)) || word.startsWith("qu", last - 3));
  }

  private static int syllables(String word) {
    int groups = 0;
    for (int i = 0; i < word.length(); i++) {
      boolean begins = isVowel(word.charAt(i)) && (i == 0 || !isVowel(word.charAt(i - 1)));
      groups += begins ? 1 : 0;
    }
    return groups;
  }

  private static boolean isVowel(char c) {
    return "aeiou".indexOf(c) >= 0;
  }

  private static String cut(String word, int letters) {
    return word.substring(0, word.length() - letters);
  }
}
