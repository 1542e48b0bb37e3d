package org.sweetie.models.assist;

import java.util.List;
import java.util.stream.Stream;

/**
 * Tells whether a question seeks access to children (CONDUCT C10), by the rules of every language
 * at once, so that a language detected wrongly opens no door.
 */
final class AccessGuard {
  private static final String[] LANGUAGES = {"en", "ro", "bg", "sq", "hu", "sr", "ru", "uk"};

  private final List<AccessRules> rules = Stream.of(LANGUAGES).map(AccessRules::of).toList();

  boolean refuses(String question) {
    String words = AccessRules.words(question);
    return rules.stream().anyMatch(each -> each.fire(words));
  }
}
