package org.sweetie.models.extract;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.signal.IdentifierType;

/**
 * Names of accounts: {@code @name}, "my insta is name", "snap: name", "name on discord", with the
 * platform where one is said.
 */
final class HandleFinder implements Finder {
  private static final int SIGNED = 40;
  private static final int NAMED = 35;
  private static final int LONGEST = 32;
  private static final int SHORTEST = 3;
  private static final int MOST_CONNECTORS = 4;
  private static final int WORDS_BEFORE = 6;
  private static final int WORDS_AFTER = 3;

  private final Map<String, String> platforms = new HashMap<>();
  private final Set<String> ambiguous = new HashSet<>();
  private final Set<String> connectors;
  private final Set<String> naming;
  private final Set<String> possessives;
  private final Set<String> ownNames;
  private final Set<String> notNames;
  private final Set<String> everyone;

  HandleFinder() {
    for (Lexicon.Line line : Lexicon.load("platforms.txt").lines()) {
      for (String word : line.words()) {
        String name = word.endsWith("!") ? word.substring(0, word.length() - 1) : word;
        platforms.put(name, line.key());
        if (word.endsWith("!")) {
          ambiguous.add(name);
        }
      }
    }
    Lexicon lexicon = Lexicon.load("handles.txt");
    connectors = lexicon.set("connector");
    naming = lexicon.set("naming");
    possessives = lexicon.set("possessive");
    ownNames = lexicon.set("own-name");
    notNames = lexicon.set("not-name");
    everyone = lexicon.set("everyone");
  }

  @Override
  public void find(Passage passage, String region, Consumer<Candidate> found) {
    for (int at = passage.text().indexOf('@'); at >= 0; at = passage.text().indexOf('@', at + 1)) {
      signed(passage, at, found);
    }
    Tokens tokens = passage.tokens();
    for (int i = 0; i < tokens.size(); i++) {
      String word = tokens.lower(i);
      if (platforms.containsKey(word)) {
        named(passage, tokens, i, platforms.get(word), found);
      } else if (ownNames.contains(word) && possessives.contains(tokens.lower(i - 1))) {
        named(passage, tokens, i, null, found);
      }
    }
  }

  private void signed(Passage passage, int at, Consumer<Candidate> found) {
    char before = passage.at(at - 1);
    boolean isGlued =
        Chars.isWord(before) && !Chars.isIdeograph(before) && !isPassedOn(passage, at);
    int end = endOfName(passage, at + 1);
    char next = passage.at(end);
    boolean isCut = next == '@' || (Chars.isWord(next) && !Chars.isIdeograph(next));
    String name = passage.text().substring(at + 1, end);
    if (!isGlued && !isCut && "_@/+%=".indexOf(before) < 0 && isSignedName(name)) {
      found.accept(
          new Candidate(
              IdentifierType.HANDLE, at, end, name, .9, SIGNED, platformNear(passage, at, end)));
    }
  }

  /** "RT@name": what another account wrote, passed on. */
  private static boolean isPassedOn(Passage passage, int at) {
    return passage.at(at - 1) == 'T'
        && passage.at(at - 2) == 'R'
        && !Chars.isWord(passage.at(at - 3));
  }

  private boolean isSignedName(String name) {
    return name.length() >= 2
        && name.length() <= LONGEST
        && name.chars().anyMatch(c -> Chars.isAsciiLetter((char) c))
        && !isQuantity(name)
        && !everyone.contains(name.toLowerCase(Locale.ROOT));
  }

  /** "3pm", "2x", "100mhz": a number with a short unit. */
  private static boolean isQuantity(String name) {
    int digits = 0;
    while (digits < name.length() && Chars.isDigit(name.charAt(digits))) {
      digits++;
    }
    return digits > 0
        && name.length() - digits <= 3
        && name.substring(digits).chars().allMatch(c -> Chars.isAsciiLetter((char) c));
  }

  /** Letters, digits and underscores, with single dots and hyphens inside. */
  private static int endOfName(Passage passage, int start) {
    int end = start;
    while (end - start <= LONGEST && isNameChar(passage, end, start)) {
      end++;
    }
    return end;
  }

  private static boolean isNameChar(Passage passage, int at, int start) {
    char c = passage.at(at);
    if (c == '.' || c == '-') {
      return at > start && (Chars.isAsciiWord(passage.at(at + 1)) || passage.at(at + 1) == '_');
    }
    return Chars.isAsciiWord(c) || c == '_';
  }

  private @Nullable String platformNear(Passage passage, int start, int end) {
    Tokens tokens = passage.tokens();
    int first = tokens.indexAfter(start);
    for (int i = first - 1; i >= Math.max(0, first - WORDS_BEFORE); i--) {
      String platform = platforms.get(tokens.lower(i));
      if (platform != null) {
        return platform;
      }
    }
    int after = tokens.indexAfter(end);
    for (int i = after; i < after + WORDS_AFTER; i++) {
      String platform = ambiguous.contains(tokens.lower(i)) ? null : platforms.get(tokens.lower(i));
      if (platform != null) {
        return platform;
      }
    }
    return null;
  }

  /** A name that follows a platform, or stands before it. */
  private void named(
      Passage passage,
      Tokens tokens,
      int word,
      @Nullable String platform,
      Consumer<Candidate> found) {
    boolean isOwn = possessives.contains(tokens.lower(word - 1));
    boolean isNaming = platform == null;
    int i = word + 1;
    int end = tokens.end(word);
    while (i < tokens.size()
        && i <= word + MOST_CONNECTORS
        && connectors.contains(tokens.lower(i))
        && isLoose(passage, end, tokens.start(i))) {
      isNaming |= naming.contains(tokens.lower(i));
      end = tokens.end(i);
      i++;
    }
    boolean isTied = isTied(passage, end, i < tokens.size() ? tokens.start(i) : end);
    boolean isClear = isOwn || isTied || isNaming || !ambiguous.contains(tokens.lower(word));
    if (i < tokens.size() && isClear) {
      boolean isPlainAllowed = isTied || isNaming || (isOwn && i > word + 1);
      follow(passage, end, tokens.start(i), platform, isPlainAllowed, found);
    }
    if (platform != null && !ambiguous.contains(tokens.lower(word))) {
      precede(passage, tokens, word, platform, found);
    }
  }

  private void follow(
      Passage passage,
      int from,
      int start,
      @Nullable String platform,
      boolean isPlainAllowed,
      Consumer<Candidate> found) {
    int first = passage.at(start - 1) == '_' ? start - 1 : start;
    int end = endOfName(passage, first);
    if (passage.at(end) == '#') {
      end = discriminator(passage, end);
    }
    String name = passage.text().substring(first, end);
    boolean isReachable = passage.at(first - 1) != '@' && isLoose(passage, from, first);
    boolean isPlain = isPlainAllowed && isPlainName(passage, name, end);
    char next = passage.at(end);
    if (isReachable && !Chars.isWord(next) && next != '@' && (isTelling(name) || isPlain)) {
      found.accept(
          new Candidate(
              IdentifierType.HANDLE, first, end, name, isPlain ? .6 : .8, NAMED, platform));
    }
  }

  private static int discriminator(Passage passage, int hash) {
    int end = hash + 1;
    while (Chars.isDigit(passage.at(end)) && end - hash <= 4) {
      end++;
    }
    return end - hash == 5 && !Chars.isWord(passage.at(end)) ? end : hash;
  }

  /** "name on discord", where the name is none that a sentence has. */
  private void precede(
      Passage passage, Tokens tokens, int word, String platform, Consumer<Candidate> found) {
    String link = tokens.lower(word - 1);
    boolean isLinked =
        link.equals("on") || link.equals("at") || link.equals("в") || link.equals("pe");
    if (!isLinked || word < 2) {
      return;
    }
    int end = tokens.end(word - 2);
    int start = end;
    while (end - start <= LONGEST && isBackward(passage.at(start - 1))) {
      start--;
    }
    String name = passage.text().substring(start, end);
    char before = passage.at(start - 1);
    boolean isFree = !Chars.isWord(before) && before != '@' && before != '/';
    if (isFree && isTelling(name) && isLoose(passage, end, tokens.start(word - 1))) {
      found.accept(new Candidate(IdentifierType.HANDLE, start, end, name, .7, NAMED - 1, platform));
    }
  }

  private static boolean isBackward(char c) {
    return Chars.isAsciiWord(c) || c == '_' || c == '.';
  }

  /** A name that is no word: letters with digits, an underscore or a dot in it. */
  private static boolean isTelling(String name) {
    boolean hasLetter = name.chars().anyMatch(c -> Chars.isAsciiLetter((char) c));
    boolean hasSign = name.chars().anyMatch(c -> c == '_' || c == '.' || c == '#');
    boolean hasDigit = name.chars().anyMatch(c -> Chars.isDigit((char) c));
    return name.length() >= SHORTEST
        && name.length() <= LONGEST
        && hasLetter
        && (hasSign || hasDigit)
        && !isQuantity(name)
        && Chars.isAsciiWord(name.charAt(name.length() - 1));
  }

  /** An ordinary-looking word stands for a name only at the end of what is said. */
  private boolean isPlainName(Passage passage, String name, int end) {
    char next = passage.at(end);
    boolean isLast = next == '\0' || ",.!?;)\n".indexOf(next) >= 0;
    return isLast
        && name.length() > SHORTEST
        && name.length() <= LONGEST
        && name.chars().allMatch(c -> Chars.isAsciiLetter((char) c))
        && !notNames.contains(name.toLowerCase(Locale.ROOT))
        && !platforms.containsKey(name.toLowerCase(Locale.ROOT));
  }

  private static boolean isLoose(Passage passage, int from, int to) {
    for (int i = from; i < to; i++) {
      if (to - from > 5 || " :=-\u2013>'\"(\t_".indexOf(passage.at(i)) < 0) {
        return false;
      }
    }
    return to > from;
  }

  /** A colon, an equals sign or a dash ties a name to its platform. */
  private static boolean isTied(Passage passage, int from, int to) {
    for (int i = from; i < to; i++) {
      if (":=-\u2013>".indexOf(passage.at(i)) >= 0) {
        return true;
      }
    }
    return false;
  }
}
