package org.sweetie.engine.script;

import java.util.List;

/**
 * What a word is a form of.
 *
 * @param canonical the form it is usually meant as; the word itself when it is its own
 * @param others further forms it may be meant as: {@code leaves} is {@code leaf} or {@code leave}
 * @param kinds what it may be, as bits of {@link WordKind}; 0 when it is not known
 */
public record WordForms(String canonical, List<String> others, int kinds) {
  public WordForms {
    others = List.copyOf(others);
  }
}
