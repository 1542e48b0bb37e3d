package org.sweetie.models.classify;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.sweetie.engine.text.TextReader;
import org.sweetie.models.tokens.Sentence;
import org.sweetie.models.tokens.Token;

/**
 * Puts placeholders for names, places, numbers and addresses before any rule or model sees a text
 * (CONDUCT C1): another name or country in the same place must change nothing.
 *
 * <p>A name is a word of the list of given names; a capitalised word within a sentence that is no
 * common English word; or an unknown word where people say what they are called. Several in a row
 * are one. Safe for use by many threads.
 */
public final class Placeholders {
  static final String NAME = "<name>";
  static final String PLACE = "<place>";
  static final String NUMBER = "<number>";
  static final String LINK = "<link>";

  private static final int LONGEST_PLACE = 4;
  private static final int SHORTEST_STEM = 5;
  private static final int LONGEST_ENDING = 4;

  private static final Set<String> SUBJECTS_VERBS =
      Set.of(
          "will", "is", "was", "has", "had", "can", "could", "would", "said", "says", "told",
          "asked", "asks", "wants", "knows", "likes", "loves", "lives", "works", "comes", "goes",
          "thinks");

  private final Set<String> names = new HashSet<>();
  private final Set<String> ambiguous = new HashSet<>();
  private final Set<String> places = new HashSet<>();
  private final Set<String> common = new HashSet<>();

  /** Reads the lists that travel with the program. */
  public Placeholders() {
    Set<String> into = names;
    for (String line : Resources.lines("names.txt")) {
      if (line.equals("ambiguous")) {
        into = ambiguous;
      } else {
        into.add(line);
      }
    }
    places.addAll(Resources.lines("places.txt"));
    common.addAll(Resources.lines("english.txt"));
  }

  /**
   * The same sentences with placeholder tokens in the place of what they stand for.
   *
   * @param english whether the text is surely English: then a capitalised word that is no common
   *     word is a name at the beginning of a sentence too
   */
  public List<Sentence> in(List<Sentence> sentences, boolean english) {
    return sentences.stream().map(s -> in(s, english)).toList();
  }

  private Sentence in(Sentence sentence, boolean english) {
    List<Token> tokens = sentence.tokens();
    boolean titled = isTitled(tokens);
    List<Token> masked = new ArrayList<>(tokens.size());
    for (int at = 0; at < tokens.size(); ) {
      int wide = place(tokens, at);
      if (wide > 0) {
        add(masked, PLACE, tokens.get(at), tokens.get(at + wide - 1));
        at += wide;
      } else {
        String placeholder = placeholder(tokens, at, titled, english);
        add(masked, placeholder, tokens.get(at), tokens.get(at));
        at++;
      }
    }
    return new Sentence(sentence.start(), sentence.end(), masked);
  }

  private static void add(List<Token> masked, String form, Token first, Token last) {
    boolean replaced = !form.equals(first.form());
    Token before = masked.isEmpty() ? null : masked.get(masked.size() - 1);
    if (replaced && before != null && before.form().equals(form) && !form.equals(NUMBER)) {
      masked.set(masked.size() - 1, new Token(form, form, before.start(), last.end()));
    } else {
      String text = replaced ? form : first.text();
      masked.add(new Token(text, form, first.start(), last.end()));
    }
  }

  private String placeholder(List<Token> tokens, int at, boolean titled, boolean english) {
    Token token = tokens.get(at);
    if (token.text().equals(TextReader.EXPLICIT)) {
      return token.form();
    }
    if (!token.isWord()) {
      return number(token);
    }
    if (token.text().indexOf('@') > 0 || token.text().contains("://") || hasDotWithin(token)) {
      return LINK;
    }
    return isName(tokens, at, titled, english) ? NAME : token.form();
  }

  private static String number(Token token) {
    long digits = token.text().codePoints().filter(Character::isDigit).count();
    if (token.text().indexOf('@') >= 0 && token.text().length() > 2) {
      return LINK;
    }
    return digits > 2 ? NUMBER : token.form();
  }

  private static boolean hasDotWithin(Token token) {
    int dot = token.text().indexOf('.');
    return dot > 1 && dot < token.text().length() - 2;
  }

  private boolean isName(List<Token> tokens, int at, boolean titled, boolean english) {
    Token token = tokens.get(at);
    if (names.contains(token.form())) {
      return true;
    }
    String lower = token.text().toLowerCase(Locale.ROOT);
    if (!titled && isCapitalised(token.text()) && (at > 0 || english)) {
      boolean known = common.contains(lower) || common.contains(token.form());
      boolean placed = at > 0 || isSubject(tokens, at);
      return !known || (placed && ambiguous.contains(token.form()));
    }
    if (token.form().length() <= 2 || !isCalled(tokens, at)) {
      return false;
    }
    boolean sure = !tokens.get(at - 1).form().matches("im|am");
    return !common.contains(lower) || (sure && ambiguous.contains(token.form()));
  }

  /** Whether a third person's verb follows: "Mark will" begins with a name, "Mark the" does not. */
  private static boolean isSubject(List<Token> tokens, int at) {
    return at + 1 < tokens.size() && SUBJECTS_VERBS.contains(tokens.get(at + 1).form());
  }

  /** Whether what goes before is a way to say a name: {@code my name is, they call me, i am}. */
  private static boolean isCalled(List<Token> tokens, int at) {
    String before = at > 0 ? tokens.get(at - 1).form() : "";
    String twoBefore = at > 1 ? tokens.get(at - 2).form() : "";
    return (before.equals("is") && twoBefore.equals("name"))
        || (before.equals("me") && twoBefore.equals("call"))
        || before.equals("im")
        || before.equals("names")
        || (before.equals("am") && twoBefore.equals("i"));
  }

  private static boolean isCapitalised(String word) {
    int first = word.codePointAt(0);
    int rest = Character.charCount(first);
    return Character.isUpperCase(first)
        && word.length() > rest
        && word.substring(rest).codePoints().noneMatch(Character::isUpperCase);
  }

  /** A sentence in which most words that are no names begin with a capital says nothing by them. */
  private boolean isTitled(List<Token> tokens) {
    int words = 0;
    int capitals = 0;
    for (Token token : tokens) {
      if (token.isWord() && !names.contains(token.form()) && !isPlace(token.form())) {
        words++;
        capitals += Character.isUpperCase(token.text().codePointAt(0)) ? 1 : 0;
      }
    }
    return words > 3 && capitals * 3 > words * 2;
  }

  private int place(List<Token> tokens, int at) {
    if (!tokens.get(at).isWord()) {
      return 0;
    }
    // Some countries have an article in English and others none: it goes with the name.
    if (tokens.get(at).form().equals("the") && at + 1 < tokens.size()) {
      int wide = place(tokens, at + 1);
      return wide > 0 && !tokens.get(at + 1).form().equals("the") ? wide + 1 : 0;
    }
    StringBuilder phrase = new StringBuilder(tokens.get(at).form());
    int found = isPlace(tokens.get(at).form()) ? 1 : 0;
    for (int wide = 2; wide <= LONGEST_PLACE && at + wide <= tokens.size(); wide++) {
      phrase.append(' ').append(tokens.get(at + wide - 1).form());
      if (places.contains(phrase.toString())) {
        found = wide;
      }
    }
    return found;
  }

  private boolean isPlace(String form) {
    if (places.contains(form)) {
      return true;
    }
    int shortest = Math.max(SHORTEST_STEM, form.length() - LONGEST_ENDING);
    for (int end = form.length() - 1; end >= shortest; end--) {
      if (places.contains(form.substring(0, end)) && !common.contains(form)) {
        return true;
      }
    }
    return false;
  }
}
