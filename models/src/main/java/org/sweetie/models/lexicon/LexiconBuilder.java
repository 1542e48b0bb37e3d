package org.sweetie.models.lexicon;

import static org.sweetie.engine.script.WordKind.ADJECTIVE;
import static org.sweetie.engine.script.WordKind.ADVERB;
import static org.sweetie.engine.script.WordKind.NAME;
import static org.sweetie.engine.script.WordKind.NOUN;
import static org.sweetie.engine.script.WordKind.PARTICIPLE;
import static org.sweetie.engine.script.WordKind.PAST;
import static org.sweetie.engine.script.WordKind.PLURAL;
import static org.sweetie.engine.script.WordKind.VERB;
import static org.sweetie.engine.script.WordKind.WHOLE;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sweetie.engine.script.WordKind;

/**
 * Tells what the words of a list may be. The list itself says most: what has a possessive is a
 * noun, what has an {@code -ing} form and an {@code -ed} or {@code -s} form a verb, what has {@code
 * -er} and {@code -est} an adjective. The tagger decides the rest, and the lemmatiser finds the
 * irregular forms. A regular form of a word that is in the table needs no line.
 */
final class LexiconBuilder {
  private final WordList list;
  private final Tagger tagger;
  private final Map<String, Integer> kinds = new HashMap<>();
  private final Map<String, String> regular = new HashMap<>();

  LexiconBuilder(WordList list, Tagger tagger) {
    this.list = list;
    this.tagger = tagger;
  }

  SortedMap<String, Entry> build() {
    list.common().forEach(word -> kinds.put(word, fromForms(word)));
    kinds.forEach(this::noteForms);
    SortedMap<String, Entry> table = new TreeMap<>();
    list.common().forEach(word -> addIrregular(table, word));
    kinds.replaceAll((word, found) -> regular.containsKey(word) ? found : fromTagger(word, found));
    list.names().forEach(name -> addName(table, name));
    list.common().forEach(word -> add(table, word));
    return table;
  }

  /** What the other words of the list say. */
  private int fromForms(String word) {
    int found = list.owns(word) ? NOUN.bit() : 0;
    if (list.holdsAny(Endings.gerunds(word))
        && (list.holdsAny(Endings.pasts(word)) || list.holdsAny(Endings.plurals(word)))) {
      found |= VERB.bit();
    }
    if (list.holdsAny(Endings.comparatives(word)) && list.holdsAny(Endings.superlatives(word))) {
      found |= ADJECTIVE.bit();
    }
    return found;
  }

  private void noteForms(String word, int found) {
    if (NOUN.in(found)) {
      note(Endings.plurals(word), word);
    }
    if (VERB.in(found)) {
      note(Endings.plurals(word), word);
      note(Endings.pasts(word), word);
      note(Endings.gerunds(word), word);
    }
    if (ADJECTIVE.in(found)) {
      note(Endings.comparatives(word), word);
      note(Endings.superlatives(word), word);
    }
  }

  private void note(List<String> forms, String base) {
    forms.stream().filter(list::holds).forEach(form -> regular.putIfAbsent(form, base));
  }

  /** What the tagger says of a word: alone, and where an adjective would stand. */
  private int fromTagger(String word, int found) {
    String alone = tagger.tag(new String[] {word}, 0);
    if (alone.equals("ADJ") || isAdjectiveByForm(word, found)) {
      String described = tagger.tag(new String[] {"it", "is", "very", word, "."}, 3);
      found |= described.equals("ADJ") ? ADJECTIVE.bit() : 0;
    }
    if (found != 0) {
      return found;
    }
    if (alone.equals("ADV") || isAdverbByForm(word)) {
      return ADVERB.bit();
    }
    return alone.equals("VERB") ? VERB.bit() : alone.equals("NOUN") ? NOUN.bit() : 0;
  }

  private boolean isAdjectiveByForm(String word, int found) {
    return found == 0 && list.holdsAny(Endings.adverbs(word));
  }

  private static boolean isAdverbByForm(String word) {
    return word.length() > 4 && word.endsWith("ly");
  }

  private void addName(SortedMap<String, Entry> table, String name) {
    boolean plural =
        name.endsWith("s") && list.names().contains(name.substring(0, name.length() - 1));
    if (!plural) {
      table.put(name, Entry.of(NAME.bit()));
    }
  }

  private void add(SortedMap<String, Entry> table, String word) {
    int found = kinds.getOrDefault(word, 0);
    String base = regular.get(word);
    if (base == null) {
      table.putIfAbsent(word, Entry.of(found));
      return;
    }
    int own = own(word, found);
    if (own != 0) {
      boolean form = own == ADJECTIVE.bit() || word.endsWith("ing") || bears(word, base);
      table.put(word, Entry.of(form ? own : own | WHOLE.bit()));
    }
  }

  /** What a regular form is besides: {@code building} a noun, {@code boring} an adjective. */
  private int own(String word, int found) {
    if (word.endsWith("s")) {
      return NOUN.in(found) && list.holdsAny(Endings.plurals(word)) ? NOUN.bit() : 0;
    }
    boolean participle = word.endsWith("ing") || word.endsWith("ed");
    if (!participle) {
      return found;
    }
    int own = list.holdsAny(Endings.plurals(word)) ? found : 0;
    return list.holds(word + "ly") ? own | ADJECTIVE.bit() : own;
  }

  /** Whether the lemmatiser agrees that a word which looks like a form of another is one. */
  private boolean bears(String word, String base) {
    return List.of("VERB", "NOUN", "ADJ").stream()
        .anyMatch(tag -> tagger.base(word, tag).equals(base));
  }

  /** An irregular form is a word of which the list knows no forms in turn. */
  private void addIrregular(SortedMap<String, Entry> table, String word) {
    if (kinds.getOrDefault(word, 0) != 0 || regular.containsKey(word)) {
      return;
    }
    if (isForm(word, "VERB", VERB)) {
      table.put(word, new Entry(0, tagger.base(word, "VERB"), PAST.bit() | PARTICIPLE.bit()));
    } else if (isForm(word, "NOUN", NOUN)) {
      table.put(word, new Entry(0, tagger.base(word, "NOUN"), PLURAL.bit()));
    }
  }

  /** Irregular forms change vowels and little else: {@code grew}, {@code swept}, {@code mice}. */
  private boolean isForm(String word, String tag, WordKind kind) {
    String base = tagger.base(word, tag);
    return !base.equals(word)
        && base.length() > 1
        && !(word.length() > 4 && word.endsWith("ed"))
        && word.length() - base.length() <= 2
        && consonants(word).equals(consonants(base))
        && kind.in(kinds.getOrDefault(base, 0))
        && !regular.containsKey(base);
  }

  private static String consonants(String word) {
    return word.replaceAll("[aeiouyw]", "")
        .replace('v', 'f')
        .replaceAll("(.)\\1", "$1")
        .replaceFirst("(?<=.)[ntd]$", "");
  }
}
