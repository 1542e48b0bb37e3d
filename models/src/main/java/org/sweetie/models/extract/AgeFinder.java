package org.sweetie.models.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.sweetie.engine.signal.IdentifierType;

/** Ages as people state them, by the patterns of {@code ages.txt}. The span is the number. */
final class AgeFinder implements Finder {
  private static final int WEIGHT = 30;
  private static final int OLDEST = 120;
  private static final int YOUNGEST_TAGGED = 8;
  private static final int OLDEST_TAGGED = 19;
  private static final int WIDEST_GAP = 3;

  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<Pattern> patterns = new ArrayList<>();
  private final Set<String> before = new HashSet<>();
  private final Set<String> after = new HashSet<>();
  private final Set<String> follow;
  private final Set<String> selves;

  AgeFinder() {
    Lexicon lexicon = Lexicon.load("ages.txt");
    follow = lexicon.set("follow");
    selves = lexicon.set("self");
    for (Lexicon.Line line : lexicon.lines()) {
      if (Chars.isDigit(line.key().charAt(0))) {
        line.words().forEach(word -> numbers.put(word, Integer.parseInt(line.key())));
      } else if (!line.key().equals("follow") && !line.key().equals("self")) {
        patterns.add(Pattern.of(line.words()));
      }
    }
    patterns.forEach(p -> before.addAll(p.neighbour(-1)));
    patterns.forEach(p -> after.addAll(p.neighbour(1)));
  }

  @Override
  public void find(Passage passage, String region, Consumer<Candidate> found) {
    Tokens tokens = passage.tokens();
    for (int i = 0; i < tokens.size(); i++) {
      int age = number(tokens, i);
      int start = age > 0 ? tokens.start(i) : 0;
      boolean isLikely =
          age > 0 && (before.contains(tokens.lower(i - 1)) || after.contains(tokens.lower(i + 1)));
      if (age >= YOUNGEST_TAGGED && isTagged(passage, tokens, i, age)) {
        found.accept(
            Candidate.of(
                IdentifierType.AGE, start, tokens.end(i), String.valueOf(age), .8, WEIGHT));
      } else if (isLikely && age <= OLDEST && isWhole(passage, start, tokens.end(i))) {
        int at = i;
        if (patterns.stream().anyMatch(p -> matches(passage, tokens, at, p))) {
          found.accept(
              Candidate.of(
                  IdentifierType.AGE, start, tokens.end(i), String.valueOf(age), .9, WEIGHT));
        }
      }
    }
  }

  /** "13f", "14/m", "im 14m": with a letter for boy or girl, as people introduce themselves. */
  private boolean isTagged(Passage passage, Tokens tokens, int number, int age) {
    String letter = tokens.lower(number + 1);
    if (!tokens.isNumber(number) || !(letter.equals("f") || letter.equals("m"))) {
      return false;
    }
    int gap = tokens.start(number + 1) - tokens.end(number);
    boolean isSlashed = gap == 1 && passage.at(tokens.end(number)) == '/';
    char next = passage.at(tokens.end(number + 1));
    boolean isFree = next == '\0' || " ,./!?)\n".indexOf(next) >= 0;
    char before = passage.at(tokens.start(number) - 1);
    boolean isOpen = before == '\0' || " ,(\n".indexOf(before) >= 0;
    boolean isSaid = number == 0 || selves.contains(tokens.lower(number - 1));
    boolean isGlued = gap == 0 && age <= OLDEST_TAGGED && (isSaid || letter.equals("f"));
    return isFree && isOpen && (isGlued || (isSlashed && isSaid && age <= OLDEST));
  }

  private int number(Tokens tokens, int token) {
    if (!tokens.isNumber(token)) {
      return numbers.getOrDefault(tokens.lower(token), -1);
    }
    String digits = tokens.lower(token);
    return digits.length() <= 3 && !digits.isEmpty() ? Integer.parseInt(digits) : -1;
  }

  /** Not part of a decimal, a time, a price, a percentage, a range or a name. */
  private static boolean isWhole(Passage passage, int start, int end) {
    char before = passage.at(start - 1);
    char next = passage.at(end);
    boolean isJoined = (".,:/-".indexOf(next) >= 0) && Chars.isDigit(passage.at(end + 1));
    boolean isBound =
        before != '\0' && (Chars.isWord(before) || "$€£#.:/-+_@".indexOf(before) >= 0);
    return !isBound && !isJoined && (next == '\0' || "%$€£°_@+".indexOf(next) < 0);
  }

  private boolean matches(Passage passage, Tokens tokens, int number, Pattern pattern) {
    int first = number - pattern.number;
    int last = first + pattern.words.size() - 1;
    if (first < 0 || last >= tokens.size()) {
      return false;
    }
    for (int i = first; i <= last; i++) {
      boolean isMet = i == number || pattern.words.get(i - first).contains(tokens.lower(i));
      if (!isMet || (i > first && !isNear(passage, tokens.end(i - 1), tokens.start(i)))) {
        return false;
      }
    }
    return !pattern.isEnd || isEnd(passage, tokens, number);
  }

  private static boolean isNear(Passage passage, int from, int to) {
    for (int i = from; i < to; i++) {
      if (to - from > WIDEST_GAP || " -/:'\u2019.\u00A0\t".indexOf(passage.at(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether a statement may end after the number. */
  private boolean isEnd(Passage passage, Tokens tokens, int number) {
    int end = tokens.end(number);
    if (number + 1 == tokens.size()) {
      return true;
    }
    boolean isSpace = tokens.start(number + 1) - end == 1 && passage.at(end) == ' ';
    boolean isGlued = tokens.start(number + 1) == end;
    boolean isWord = isSpace || isGlued || ":-/".indexOf(passage.at(end)) >= 0;
    return !isWord || (isSpace && follow.contains(tokens.lower(number + 1)));
  }

  /**
   * @param words the choices at each place
   * @param number the place of the number
   * @param isEnd whether the number must not run on
   */
  private record Pattern(List<Set<String>> words, int number, boolean isEnd) {
    static Pattern of(List<String> line) {
      boolean isEnd = line.get(line.size() - 1).equals("~");
      List<String> places = isEnd ? line.subList(0, line.size() - 1) : line;
      List<Set<String>> words =
          places.stream().<Set<String>>map(w -> new HashSet<>(List.of(w.split("\\|")))).toList();
      return new Pattern(words, places.indexOf("N"), isEnd);
    }

    /** What may stand next to the number; nothing where the pattern ends there. */
    Set<String> neighbour(int step) {
      int place = number + step;
      return place < 0 || place >= words.size() ? Set.of() : words.get(place);
    }
  }
}
