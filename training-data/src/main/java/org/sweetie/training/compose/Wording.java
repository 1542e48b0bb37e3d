package org.sweetie.training.compose;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sweetie.training.corpus.CorpusException;

/**
 * Fills the slots and choices of templates for one conversation; some slots keep their value
 * through it.
 */
final class Wording {
  private static final Pattern CHOICE = Pattern.compile("\\[([^\\[\\]]*)]");
  private static final Pattern SLOT = Pattern.compile("\\{([a-z]+)}");
  private static final Set<String> KEPT = Set.of("game", "city", "subject", "app", "team", "me");
  private static final Set<String> LATIN = Set.of("game", "app", "handle", "coins");
  private static final int YOUNGEST = 9;
  private static final int OLDEST_CHILD = 15;

  private final Map<String, List<String>> values;
  private final Map<String, String> kept = new HashMap<>();
  private final SplittableRandom random;
  private final boolean cyrillic;

  Wording(Map<String, List<String>> values, SplittableRandom random, boolean cyrillic) {
    this.values = values;
    this.random = random;
    this.cyrillic = cyrillic;
    int child = random.nextInt(YOUNGEST, OLDEST_CHILD + 1);
    int adult = random.nextInt(19, 60);
    kept.put("childage", Integer.toString(child));
    kept.put("peerage", Integer.toString(child + random.nextInt(-1, 2)));
    kept.put("adultage", Integer.toString(adult));
    kept.put("otheradult", Integer.toString(Math.max(19, adult + random.nextInt(-6, 7))));
  }

  /** The slot values of a language, English where it has none of its own. */
  static Map<String, List<String>> slots(String language) {
    Map<String, List<String>> values = new HashMap<>();
    for (String of : List.of("en", language)) {
      for (TextFile.Line line : TextFile.read("slots/" + of + ".txt")) {
        int at = line.text().indexOf('=');
        if (at < 0) {
          throw line.wrong("expected 'slot = value | value'");
        }
        List<String> choices = new ArrayList<>();
        for (String value : line.text().substring(at + 1).split("\\|")) {
          choices.add(value.strip());
        }
        values.put(line.text().substring(0, at).strip(), List.copyOf(choices));
      }
    }
    return values;
  }

  String word(Template template) {
    String chosen = replace(CHOICE, template.text(), this::choose);
    String text = cyrillic ? Cyrillic.of(chosen) : chosen;
    return replace(SLOT, text, this::fill).replaceAll("\\s+", " ").strip();
  }

  private static String replace(
      Pattern pattern, String text, java.util.function.UnaryOperator<String> by) {
    return pattern.matcher(text).replaceAll(m -> Matcher.quoteReplacement(by.apply(m.group(1))));
  }

  private String choose(String choices) {
    String[] parts = choices.split("\\|", -1);
    return parts[random.nextInt(parts.length)];
  }

  private String fill(String slot) {
    String before = kept.get(slot);
    if (before != null) {
      return before;
    }
    List<String> choices = values.get(slot);
    if (choices == null) {
      throw new CorpusException("slot {" + slot + "} has no values: add it to slots/en.txt");
    }
    String drawn = choices.get(random.nextInt(choices.size()));
    String value = cyrillic && !LATIN.contains(slot) ? Cyrillic.of(drawn) : drawn;
    if (KEPT.contains(slot)) {
      kept.put(slot, value);
    }
    return value;
  }
}
