package org.sweetie.console.review;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A reviewed text that a person may send.
 *
 * @param name what it is filed under, such as {@code help.en}
 * @param language its language, in English words
 */
record HelpChoice(String name, String language, String text) {

  /**
   * The texts as a page offers them: that of the conversation's own language first, the others by
   * their names.
   *
   * @param spoken the conversation's language as it was read, such as {@code en}; may be empty
   */
  static List<HelpChoice> of(Map<String, String> texts, String spoken) {
    Comparator<HelpChoice> others = Comparator.comparing(HelpChoice::language);
    return texts.entrySet().stream()
        .map(text -> new HelpChoice(text.getKey(), language(text.getKey()), text.getValue()))
        .sorted(
            Comparator.comparing((HelpChoice choice) -> !choice.name().endsWith("." + spoken))
                .thenComparing(others))
        .toList();
  }

  private static String language(String name) {
    String tag = name.substring(name.indexOf('.') + 1);
    return Locale.forLanguageTag(tag).getDisplayLanguage(Locale.ENGLISH);
  }
}
