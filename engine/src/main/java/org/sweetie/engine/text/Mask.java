package org.sweetie.engine.text;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Replaces the terms of a word list by {@link TextReader#EXPLICIT} (CONDUCT A2).
 *
 * <p>A term is met as whole words, in any case, with digits or signs in place of letters, with
 * letters drawn out to three or more, or with its letters set apart by single spaces, dots, hyphens
 * or underscores. The terms are held as a trie of words, and a match begins at a word, so the time
 * is linear in the text. A token that the writer typed literally is written {@code ‹explicit›}, so
 * that the token always means the mask; in text composed here, where no author writes the thing
 * itself, the token stands for a term and counts as one.
 */
public final class Mask {
  private static final String SIGNS = "@$!|";
  private static final String APART = " .-_*";
  private static final int WIDEST_GAP = 3;

  private final Node root = new Node();
  private final boolean tokenStands;
  private int longestWord;

  /** A mask for what people type: a literal token is escaped. */
  public Mask(Collection<String> terms) {
    this(terms, false);
  }

  /**
   * @param terms words or phrases in normal form, any case; those without a letter are ignored
   * @param tokenStands whether a literal token stands for a masked term, as in composed text, or is
   *     escaped, as in what people type
   */
  public Mask(Collection<String> terms, boolean tokenStands) {
    this.tokenStands = tokenStands;
    for (String term : terms) {
      add(term.toLowerCase(Locale.ROOT));
    }
  }

  private void add(String term) {
    Words words = new Words(term);
    if (term.codePoints().noneMatch(Words::isLetter)) {
      return;
    }
    Node node = root;
    for (int i = 0; i < words.size(); i++) {
      String word = words.text(i);
      longestWord = Math.max(longestWord, word.length());
      node = node.children.computeIfAbsent(word, w -> new Node());
    }
    node.isTerm = true;
  }

  /**
   * The masked form of a text.
   *
   * @param original the text as written
   * @param normalized its normal form
   */
  public Readable over(String original, Normalized normalized) {
    String text = normalized.text();
    Words words = new Words(text);
    Rewriter out = new Rewriter(text);
    int done = 0;
    int masked = 0;
    for (int i = 0; i < words.size(); ) {
      Match match = matchAt(text, words, i, done);
      if (match == null) {
        i++;
        continue;
      }
      masked += between(text, done, match.start, out);
      out.replace(match.start, match.end, TextReader.EXPLICIT);
      masked++;
      done = match.end;
      i = match.next;
    }
    masked += between(text, done, text.length(), out);
    Normalized result = normalized.then(out.done());
    return new Readable(original, result.text(), result.map(), masked);
  }

  private @Nullable Match matchAt(String text, Words words, int word, int from) {
    Match phrase = phrase(text, words, word);
    if (phrase != null) {
      return phrase;
    }
    Match signed = withSigns(text, words, word, from);
    return signed != null ? signed : setApart(text, words, word);
  }

  /** The longest term whose words stand here one after the other. */
  private @Nullable Match phrase(String text, Words words, int first) {
    Match longest = null;
    Node node = root;
    for (int i = first; i < words.size(); i++) {
      if (i > first && !isGap(text, words.end(i - 1), words.start(i))) {
        break;
      }
      Node next = child(node, words.text(i));
      if (next == null) {
        break;
      }
      if (next.isTerm) {
        longest = new Match(words.start(first), words.end(i), i + 1);
      }
      node = next;
    }
    return longest;
  }

  private @Nullable Node child(Node node, String word) {
    for (String spelling : Spellings.of(word, longestWord)) {
      Node next = node.children.get(spelling);
      if (next != null) {
        return next;
      }
    }
    return null;
  }

  private static boolean isGap(String text, int from, int to) {
    if (to - from > WIDEST_GAP) {
      return false;
    }
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (!Character.isWhitespace(c) && "-_'\u2019".indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }

  /** A single word whose letters are partly signs: the run of words and signs around it. */
  private @Nullable Match withSigns(String text, Words words, int first, int from) {
    int start = words.start(first);
    while (start > from && words.start(first) - start < longestWord && isSign(text, start - 1)) {
      start--;
    }
    int last = first;
    int end = signsFrom(text, words.end(first));
    while (last + 1 < words.size() && words.start(last + 1) == end && end - start <= longestWord) {
      last++;
      end = signsFrom(text, words.end(last));
    }
    if (end - start == words.end(first) - words.start(first)) {
      return null;
    }
    int quiet = end;
    while (quiet > words.end(last) && "!|".indexOf(text.charAt(quiet - 1)) >= 0) {
      quiet--;
    }
    for (int stop : new int[] {end, quiet, words.end(last)}) {
      if (isTerm(text.substring(start, stop))) {
        return new Match(start, stop, last + 1);
      }
    }
    return null;
  }

  private int signsFrom(String text, int from) {
    int end = from;
    while (end < text.length() && end - from < longestWord && isSign(text, end)) {
      end++;
    }
    return end;
  }

  private static boolean isSign(String text, int at) {
    return SIGNS.indexOf(text.charAt(at)) >= 0;
  }

  /**
   * A term whose letters stand apart, each for itself. Up to two single letters on either side may
   * be words of their own, as in "I" before it.
   */
  private @Nullable Match setApart(String text, Words words, int first) {
    if (!words.isSingle(first) || (first > 0 && isApart(text, words, first - 1))) {
      return null;
    }
    int last = first;
    StringBuilder letters = new StringBuilder(words.text(first));
    while (last + 1 < words.size()
        && letters.length() <= longestWord + 4
        && isApart(text, words, last)) {
      last++;
      letters.append(words.text(last));
    }
    return last - first < 2 ? null : part(words, first, last);
  }

  private @Nullable Match part(Words words, int first, int last) {
    for (int cut = 0; cut <= 4; cut++) {
      for (int before = Math.max(0, cut - 2); before <= Math.min(cut, 2); before++) {
        int from = first + before;
        int to = last - (cut - before);
        if (to - from >= (cut == 0 ? 2 : 3) && isTerm(joined(words, from, to))) {
          return new Match(words.start(from), words.end(to), to + 1);
        }
      }
    }
    return null;
  }

  private static String joined(Words words, int from, int to) {
    StringBuilder letters = new StringBuilder();
    for (int i = from; i <= to; i++) {
      letters.append(words.text(i));
    }
    return letters.toString();
  }

  /** Whether a word and the next are single letters with one separator between them. */
  private static boolean isApart(String text, Words words, int word) {
    return words.isSingle(word)
        && words.isSingle(word + 1)
        && words.start(word + 1) - words.end(word) == 1
        && APART.indexOf(text.charAt(words.end(word))) >= 0;
  }

  private boolean isTerm(String word) {
    Node node = child(root, word);
    return node != null && node.isTerm;
  }

  /**
   * Copies what no term was met in, literal tokens apart; says how many of them stand for a term.
   */
  private int between(String text, int from, int to, Rewriter out) {
    String token = TextReader.EXPLICIT;
    int copied = from;
    int standing = 0;
    for (int at = text.indexOf('<', from); at >= 0 && at < to; at = text.indexOf('<', at + 1)) {
      int end = at + token.length();
      if (end <= to && text.regionMatches(true, at, token, 0, token.length())) {
        out.copy(copied, at);
        standing += literal(at, end, out);
        copied = end;
      }
    }
    out.copy(copied, to);
    return standing;
  }

  private int literal(int at, int end, Rewriter out) {
    if (tokenStands) {
      out.replace(at, end, TextReader.EXPLICIT);
      return 1;
    }
    out.replace(at, at + 1, "\u2039");
    out.copy(at + 1, end - 1);
    out.replace(end - 1, end, "\u203A");
    return 0;
  }

  private static final class Node {
    private final Map<String, Node> children = new HashMap<>();
    private boolean isTerm;
  }

  /** Units of the normal form, and the word to go on with. */
  private record Match(int start, int end, int next) {}
}
