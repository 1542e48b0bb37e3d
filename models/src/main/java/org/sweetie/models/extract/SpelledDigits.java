package org.sweetie.models.extract;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.sweetie.engine.text.Normalized;
import org.sweetie.engine.text.Rewriter;

/**
 * The alternative reading of a text in which numbers spelled out digit by digit, or with letters in
 * the shape of digits, are written in digits: "oh seven double seven 00", "O77OO".
 */
final class SpelledDigits {
  private static final int FEWEST_WORDS = 3;
  private static final int FEWEST_DIGITS = 6;
  private static final int WIDEST_GAP = 3;

  private final Map<String, String> words = new HashMap<>(Lexicon.load("digits.txt").byWord());

  /** Empty where nothing is spelled out. */
  Optional<Passage> alternative(Passage passage) {
    Tokens tokens = passage.tokens();
    Rewriter out = new Rewriter(passage.text());
    int done = 0;
    for (int i = 0; i < tokens.size(); i++) {
      Run run = new Run();
      int end = read(passage, tokens, i, run);
      if (run.words >= FEWEST_WORDS && run.digits.length() >= FEWEST_DIGITS) {
        out.copy(done, tokens.start(i));
        out.replace(tokens.start(i), tokens.end(end - 1), run.digits);
        done = tokens.end(end - 1);
      }
      i = Math.max(i, end - 1);
    }
    if (done == 0) {
      return Optional.empty();
    }
    out.copy(done, passage.length());
    Normalized written = out.done();
    return Optional.of(new Passage(written.text(), passage.map().then(written.map())));
  }

  /** Reads digits and digit words from a token on; gives the first token that is neither. */
  private int read(Passage passage, Tokens tokens, int first, Run run) {
    int times = 1;
    int i = first;
    for (; i < tokens.size(); i++) {
      if (i > first && !isNear(passage, tokens.end(i - 1), tokens.start(i))) {
        break;
      }
      String value = value(tokens, i, i > first);
      if (value.equals("double") || value.equals("triple")) {
        times = value.equals("double") ? 2 : 3;
      } else if (value.equals("plus") && i == first) {
        run.digits.append('+');
      } else if (!value.isEmpty() && Chars.isDigit(value.charAt(0))) {
        run.digits.append(value.repeat(times));
        run.words += tokens.isNumber(i) ? 0 : isGlued(tokens, i) ? FEWEST_WORDS : 1;
        times = 1;
      } else {
        break;
      }
    }
    return times > 1 ? i - 1 : i;
  }

  private String value(Tokens tokens, int token, boolean isWithin) {
    String lower = tokens.lower(token);
    if (tokens.isNumber(token)) {
      return lower;
    }
    if (isGlued(tokens, token)) {
      return shapes(lower);
    }
    String digit = words.getOrDefault(lower, "");
    return digit.isEmpty() && isWithin && lower.length() > 1 ? shapes(lower) : digit;
  }

  /** Whether letters touch digits, as in "O77OO". */
  private static boolean isGlued(Tokens tokens, int token) {
    return (token > 0 && tokens.end(token - 1) == tokens.start(token))
        || (token + 1 < tokens.size() && tokens.end(token) == tokens.start(token + 1));
  }

  /** Letters in the shape of digits; empty where one is of another shape. */
  private static String shapes(String letters) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < letters.length(); i++) {
      char c = letters.charAt(i);
      if (c != 'o' && c != 'l' && c != 'i') {
        return "";
      }
      digits.append(c == 'o' ? '0' : '1');
    }
    return digits.toString();
  }

  private static boolean isNear(Passage passage, int from, int to) {
    for (int i = from; i < to; i++) {
      if (to - from > WIDEST_GAP || " -.,/_()\t\u2013".indexOf(passage.at(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  /** What was read so far. */
  private static final class Run {
    private final StringBuilder digits = new StringBuilder();
    private int words;
  }
}
