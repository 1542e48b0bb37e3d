package org.sweetie.models.extract;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sweetie.engine.text.Normalized;
import org.sweetie.engine.text.Rewriter;

/**
 * The alternative reading of a text in which the signs of an address that are spelled out,
 * bracketed or set apart are written plainly: "bob (at) example [dot] com".
 *
 * <p>Words count as signs only where an address can come of them: a dot before a top-level domain,
 * an at before a domain. Brackets always count.
 */
final class SpelledSigns {
  private static final String OPEN = "([{<";
  private static final String CLOSE = ")]}>";
  private static final int CUE_WORDS = 6;
  private static final int MOST_LABELS = 8;

  private final Domains domains;
  private final Map<String, String> words;
  private final Set<String> cues;
  private final Set<String> providers;
  private final Set<String> notLocal;
  private final Set<String> notLabel;

  SpelledSigns(Domains domains) {
    this.domains = domains;
    Lexicon lexicon = Lexicon.load("signs.txt");
    words = lexicon.byWord();
    cues = lexicon.set("cue");
    providers = lexicon.set("provider");
    notLocal = lexicon.set("not-local");
    notLabel = lexicon.set("not-label");
  }

  /** Empty where nothing is spelled out. */
  Optional<Passage> alternative(Passage passage) {
    Tokens tokens = passage.tokens();
    Rewriter out = new Rewriter(passage.text());
    int done = 0;
    for (int left = 0; left + 1 < tokens.size(); left++) {
      Sign sign = signAfter(passage, tokens, left);
      if (sign.value != '\0' && tokens.end(left) >= done && isMeant(passage, tokens, left, sign)) {
        out.copy(done, tokens.end(left));
        out.replace(tokens.end(left), tokens.start(sign.right), String.valueOf(sign.value));
        done = tokens.start(sign.right);
      }
    }
    if (done == 0) {
      return Optional.empty();
    }
    out.copy(done, passage.length());
    Normalized written = out.done();
    return Optional.of(new Passage(written.text(), passage.map().then(written.map())));
  }

  /** The sign between a token and the next that is none; NUL where there is none or it is plain. */
  private Sign signAfter(Passage passage, Tokens tokens, int left) {
    int middle = left + 1;
    String between = between(passage, tokens, left);
    char bare = plain(between);
    if (bare != '\0') {
      return new Sign(bare, isBracket(between), !isBracket(between), middle);
    }
    char spelled = spelled(tokens.lower(middle));
    if (spelled == '\0' || middle + 1 >= tokens.size()) {
      return Sign.NONE;
    }
    String after = between(passage, tokens, middle);
    boolean isBracketed = isBracket(between) && isBracket(after);
    boolean isSpaced = between.isBlank() && after.isBlank();
    boolean isApart = !between.isEmpty() && !after.isEmpty() && (isBracketed || isSpaced);
    return isApart ? new Sign(spelled, isBracketed, false, middle + 1) : Sign.NONE;
  }

  private static String between(Passage passage, Tokens tokens, int left) {
    int from = tokens.end(left);
    int to = tokens.start(left + 1);
    return to - from > 6 ? "|" : passage.text().substring(from, to);
  }

  private char spelled(String word) {
    String sign = words.getOrDefault(word, "");
    return sign.equals("at") ? '@' : sign.equals("dot") ? '.' : '\0';
  }

  /** A sign that is written, but bracketed or between spaces; NUL for a plain one too. */
  private static char plain(String between) {
    String sign = between.strip();
    if (sign.length() == 3 && isBracket(sign)) {
      sign = sign.substring(1, 2);
    } else if (between.length() != sign.length() + 2) {
      return '\0';
    }
    return sign.equals("@") || sign.equals(".") ? sign.charAt(0) : '\0';
  }

  private static boolean isBracket(String between) {
    String sign = between.strip();
    return sign.length() > 0
        && sign.length() <= 3
        && (OPEN.indexOf(sign.charAt(0)) >= 0 || CLOSE.indexOf(sign.charAt(0)) >= 0)
        && sign.chars().allMatch(c -> (OPEN + CLOSE + "@.").indexOf(c) >= 0);
  }

  private boolean isMeant(Passage passage, Tokens tokens, int left, Sign sign) {
    if (sign.isBracketed) {
      return true;
    }
    return sign.value == '.'
        ? isDot(passage, tokens, left, sign.right)
        : isAt(passage, tokens, left, sign.right);
  }

  /** A dot said in words stands before a top-level domain, or before a label that has one. */
  private boolean isDot(Passage passage, Tokens tokens, int left, int right) {
    if (notLabel.contains(tokens.lower(left))) {
      return false;
    }
    boolean isAddress =
        (left > 0 && signAfter(passage, tokens, left - 1).value == '@')
            || passage.at(tokens.start(left) - 1) == '@'
            || (left > 1 && spelled(tokens.lower(left - 1)) == '@');
    if (tokens.isNumber(left) && tokens.isNumber(right)) {
      return isPartOfFour(passage, tokens, left);
    }
    String label = tokens.lower(right);
    boolean isSpaced = signAfter(passage, tokens, left).isSpaced;
    if (isSpaced ? domains.isCommonEnding(label) : domains.isStrongEnding(label)) {
      return true;
    }
    if (isAddress && !isSpaced && domains.isEnding(label)) {
      return true;
    }
    if (right + 1 >= tokens.size()) {
      return false;
    }
    Sign next = signAfter(passage, tokens, right);
    String between = between(passage, tokens, right);
    if (next.value == '@' || between.equals("@")) {
      return between.equals("@") || isMeant(passage, tokens, right, next);
    }
    boolean isPlainDot = between.equals(".");
    String ending = tokens.lower(isPlainDot ? right + 1 : next.right);
    return (isPlainDot || next.value == '.') && domains.isStrongEnding(ending);
  }

  /** Numbers with dots between them are an address where there are four, and no number more. */
  private boolean isPartOfFour(Passage passage, Tokens tokens, int left) {
    int first = left;
    while (first > 1 && left - first < 4 && isSaidDot(passage, tokens, first - 2)) {
      first -= 2;
    }
    int last = left;
    while (last - first < 8 && isSaidDot(passage, tokens, last)) {
      last += 2;
    }
    return last - first == 6;
  }

  private boolean isSaidDot(Passage passage, Tokens tokens, int left) {
    if (left + 2 >= tokens.size()) {
      return false;
    }
    Sign sign = signAfter(passage, tokens, left);
    return sign.value == '.'
        && sign.right == left + 2
        && tokens.isNumber(left)
        && tokens.isNumber(sign.right);
  }

  /** An at said in words stands before a spelled domain, or before a known provider's. */
  private boolean isAt(Passage passage, Tokens tokens, int left, int right) {
    if (right + 1 >= tokens.size() || notLocal.contains(tokens.lower(left))) {
      return false;
    }
    Sign next = signAfter(passage, tokens, right);
    if (next.value == '.') {
      String ending = tokens.lower(lastLabel(passage, tokens, next.right));
      return next.isSpaced ? domains.isCommonEnding(ending) : domains.isEnding(ending);
    }
    boolean isPlainDot = between(passage, tokens, right).equals(".");
    boolean isDomain = isPlainDot && domains.isEnding(tokens.lower(right + 1));
    boolean isProvider = providers.contains(tokens.lower(right));
    return isDomain && (isCued(tokens, left) || (isProvider && isNamed(passage, tokens, left)));
  }

  /** The last label of a name whose labels are set apart by said dots. */
  private int lastLabel(Passage passage, Tokens tokens, int first) {
    int last = first;
    while (last - first < MOST_LABELS && last + 1 < tokens.size()) {
      Sign next = signAfter(passage, tokens, last);
      if (next.value != '.') {
        break;
      }
      last = next.right;
    }
    return last;
  }

  private boolean isCued(Tokens tokens, int left) {
    for (int i = left - 1; i >= Math.max(0, left - CUE_WORDS); i--) {
      if (cues.contains(tokens.lower(i))) {
        return true;
      }
    }
    return false;
  }

  /** A word that no sentence has: with a digit, a dot or an underscore in it. */
  private static boolean isNamed(Passage passage, Tokens tokens, int left) {
    return tokens.isNumber(left) || "._".indexOf(passage.at(tokens.start(left) - 1)) >= 0;
  }

  /**
   * @param value at, dot or NUL
   * @param isBracketed whether brackets make it a sign for certain
   * @param isSpaced whether it is the sign itself, between spaces: a full stop may look the same
   * @param right the token after it
   */
  private record Sign(char value, boolean isBracketed, boolean isSpaced, int right) {
    static final Sign NONE = new Sign('\0', false, false, 0);
  }
}
