package org.sweetie.models.extract;

import java.util.HashSet;
import java.util.Set;

/** The list of places, with the forms that its words take in sentences. */
final class Places {
  /** Words of the longest. */
  static final int LONGEST = 4;

  private static final int SHORTEST_STEM = 4;
  private static final String VOWELS = "аеиоуіяюїйь";

  private final Set<String> places;
  private final Set<String> words;
  private final Set<String> stems = new HashSet<>();
  private final Set<String> starts = new HashSet<>();
  private final Set<String> latinEndings;
  private final Set<String> cyrillicEndings;

  Places() {
    Lexicon lexicon = Lexicon.load("places.txt");
    places = lexicon.set("place");
    words = lexicon.set("word");
    latinEndings = lexicon.set("latin-ending");
    cyrillicEndings = lexicon.set("cyrillic-ending");
    for (String place : places) {
      starts.add(first(place));
      if (isCyrillic(place) && place.indexOf('_') < 0) {
        stems.add(stem(place));
      }
    }
    words.forEach(place -> starts.add(first(place)));
  }

  private static String first(String place) {
    int space = place.indexOf('_');
    return space < 0 ? place : place.substring(0, space);
  }

  /** A word that is a place and nothing else, in any of its forms. */
  boolean isPlace(String form) {
    return places.contains(form) || isInflected(form);
  }

  /** A place that is also a word or a person's name. */
  boolean isAmbiguous(String form) {
    return words.contains(form);
  }

  /** How many words of a text from one on are a place's name; 0 for none. */
  int lengthAt(Words text, int from) {
    String form = text.form(from);
    if (!starts.contains(form)) {
      return isInflected(form) ? 1 : 0;
    }
    StringBuilder phrase = new StringBuilder(form);
    int found = places.contains(form) ? 1 : 0;
    for (int i = 1; i < LONGEST && text.isJoined(from + i); i++) {
      phrase.append('_').append(text.form(from + i));
      if (places.contains(phrase.toString())) {
        found = i + 1;
      }
    }
    return found;
  }

  private boolean isInflected(String form) {
    boolean isCyrillic = isCyrillic(form);
    int most = Math.min(3, form.length() - SHORTEST_STEM);
    for (int cut = isCyrillic ? 0 : 1; cut <= most; cut++) {
      String ending = form.substring(form.length() - cut);
      String rest = form.substring(0, form.length() - cut);
      if (isCyrillic
          ? stems.contains(rest) && (cut == 0 || cyrillicEndings.contains(ending))
          : rest.length() > SHORTEST_STEM
              && latinEndings.contains(ending)
              && places.contains(rest)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isCyrillic(String form) {
    return !form.isEmpty() && form.charAt(0) >= 0x400 && form.charAt(0) < 0x500;
  }

  private static String stem(String place) {
    int end = place.length();
    while (end > SHORTEST_STEM && VOWELS.indexOf(place.charAt(end - 1)) >= 0) {
      end--;
    }
    return place.substring(0, end);
  }
}
