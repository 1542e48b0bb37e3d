package org.sweetie.models.obfuscate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.sweetie.engine.signal.IdentifierType;

/**
 * Makes claims of identifiers, clean and disguised; everything follows from the seed.
 *
 * <p>Values are of the ranges set aside for fiction, documentation and tests (CONDUCT A3).
 */
public final class Obfuscator {
  private static final Map<Character, String> LEET =
      Map.of('0', "oO", '1', "lI", '5', "5", '8', "8");
  private static final String HIDDEN = "\u200B\u200C\u2060\uFEFF\u00AD";
  private static final Map<Character, Character> TWINS =
      Map.of(
          'a', '\u0430', 'e', '\u0435', 'o', '\u043E', 'c', '\u0441', 'p', '\u0440', 'x', '\u0445');

  private final Phrasebook phrases = Phrasebook.load();
  private final Random random;

  /** An obfuscator whose every choice follows from a seed. */
  public Obfuscator(long seed) {
    this.random = new Random(seed);
  }

  /** The languages it speaks, ISO 639-1. */
  public List<String> languages() {
    return phrases.languages();
  }

  /** The kinds it has values of. */
  public List<IdentifierType> types() {
    return phrases.types();
  }

  /**
   * A claim of an identifier of a kind in a language, clean; a disguise of it comes from {@link
   * #disguised}.
   */
  public Said say(String language, IdentifierType type) {
    return new Said(
        language, type, pick(phrases.carriers(language, type)), pick(phrases.values(type)));
  }

  /** The same claim in a disguise; empty where the disguise does not fit the kind. */
  public Optional<Claim> disguised(Said said, Disguise how) {
    if (how == Disguise.SPLIT) {
      if (said.type() == IdentifierType.HANDLE) {
        return Optional.empty();
      }
      return Optional.of(claim(said, how, split(said)));
    }
    return written(said, how).map(value -> claim(said, how, List.of(said.with(value))));
  }

  private static Claim claim(Said said, Disguise how, List<String> messages) {
    return new Claim(said.language(), said.type(), how, messages);
  }

  private Optional<String> written(Said said, Disguise how) {
    String value = said.value();
    boolean isNumber = isNumber(said.type());
    boolean isAddress =
        said.type() == IdentifierType.EMAIL
            || said.type() == IdentifierType.URL
            || said.type() == IdentifierType.IP;
    return switch (how) {
      case NONE -> Optional.of(value);
      case DIGIT_WORDS -> isNumber ? Optional.of(words(said.language(), value, 1)) : none();
      case MIXED_DIGITS -> isNumber ? Optional.of(words(said.language(), value, .5)) : none();
      case SIGN_WORDS -> isAddress ? Optional.of(signs(said.language(), value)) : none();
      case BRACKETS -> isAddress ? Optional.of(brackets(value)) : none();
      case SPACING -> isNumber ? Optional.of(apart(value, " ")) : none();
      case GROUPING -> isNumber ? Optional.of(grouped(value)) : none();
      case LEET -> isNumber ? Optional.of(leet(value)) : none();
      case FULL_WIDTH -> Optional.of(fullWidth(value));
      case EMOJI_DIGITS -> isNumber ? Optional.of(keycaps(value)) : none();
      case HOMOGLYPHS -> isNumber ? none() : twins(value);
      case ZERO_WIDTH -> Optional.of(hidden(value));
      case SPLIT -> none();
    };
  }

  private static Optional<String> none() {
    return Optional.empty();
  }

  private static boolean isNumber(IdentifierType type) {
    return type == IdentifierType.PHONE || type == IdentifierType.CREDIT_CARD;
  }

  private String words(String language, String value, double share) {
    StringBuilder out = new StringBuilder();
    int spelled = 0;
    for (char c : value.toCharArray()) {
      if (!isDigit(c)) {
        out.append(c == '+' ? "+" : "");
        continue;
      }
      boolean isSpelled =
          random.nextDouble() < share || (spelled < 3 && share > 0 && random.nextBoolean());
      spelled += isSpelled ? 1 : 0;
      boolean isFirst = out.length() == 0 || out.charAt(out.length() - 1) == '+';
      out.append(isFirst ? "" : " ");
      out.append(isSpelled ? pick(phrases.digit(language, c - '0')) : String.valueOf(c));
    }
    return out.toString();
  }

  private String signs(String language, String value) {
    String at = pick(phrases.at(language));
    String dot = pick(phrases.dot(language));
    int from = value.indexOf("://") + 1;
    String scheme = from > 0 ? value.substring(0, from + 2) : "";
    String rest = value.substring(scheme.length());
    return scheme + rest.replace("@", " " + at + " ").replace(".", " " + dot + " ");
  }

  private String brackets(String value) {
    boolean isWord = random.nextBoolean();
    String dot = isWord ? "[dot]" : "[.]";
    return value.replace("@", isWord ? "(at)" : "[at]").replace(".", dot);
  }

  private static String apart(String value, String gap) {
    StringBuilder out = new StringBuilder();
    for (char c : value.toCharArray()) {
      if (isDigit(c) || c == '+') {
        boolean isFirst = out.length() == 0 || out.charAt(out.length() - 1) == '+';
        out.append(isFirst ? "" : gap).append(c);
      }
    }
    return out.toString();
  }

  private String grouped(String value) {
    String gap = pick(List.of("-", ".", " "));
    StringBuilder out = new StringBuilder();
    int inGroup = 0;
    for (char c : value.toCharArray()) {
      if (isDigit(c)) {
        boolean isFull = inGroup == (out.length() < 4 ? 3 : 4);
        out.append(isFull ? gap : "").append(c);
        inGroup = isFull ? 1 : inGroup + 1;
      } else if (c == '+') {
        out.append(c);
      }
    }
    return out.toString();
  }

  private String leet(String value) {
    StringBuilder out = new StringBuilder();
    for (char c : value.toCharArray()) {
      String shapes = LEET.getOrDefault(c, String.valueOf(c));
      out.append(shapes.charAt(random.nextInt(shapes.length())));
    }
    return out.toString();
  }

  private static String fullWidth(String value) {
    StringBuilder out = new StringBuilder();
    for (char c : value.toCharArray()) {
      out.append(c > ' ' && c < 0x7F ? (char) (c + 0xFEE0) : c);
    }
    return out.toString();
  }

  private static String keycaps(String value) {
    StringBuilder out = new StringBuilder();
    for (char c : value.toCharArray()) {
      out.append(c);
      if (isDigit(c)) {
        out.append("\uFE0F\u20E3");
      }
    }
    return out.toString();
  }

  private Optional<String> twins(String value) {
    StringBuilder out = new StringBuilder();
    int twins = 0;
    for (char c : value.toCharArray()) {
      Character twin = TWINS.get(c);
      boolean isMet = twin != null && twins < 2 && random.nextBoolean();
      out.append(isMet && twin != null ? twin : c);
      twins += isMet ? 1 : 0;
    }
    return twins > 0 ? Optional.of(out.toString()) : none();
  }

  private String hidden(String value) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      out.append(value.charAt(i));
      if (i + 1 < value.length() && random.nextInt(3) == 0) {
        out.append(HIDDEN.charAt(random.nextInt(HIDDEN.length())));
      }
    }
    return out.toString();
  }

  /** Two or three messages; an address is cut at its signs, a number anywhere inside. */
  private List<String> split(Said said) {
    String value = said.value();
    List<Integer> cuts = cuts(value, isNumber(said.type()));
    List<String> parts = new ArrayList<>();
    int from = 0;
    for (int cut : cuts) {
      parts.add(value.substring(from, cut));
      from = cut;
    }
    parts.add(value.substring(from));
    parts.set(0, said.with(parts.get(0)).strip());
    return parts.stream().map(String::strip).toList();
  }

  private List<Integer> cuts(String value, boolean isNumber) {
    int third = value.length() / 3;
    int dot = value.indexOf('.');
    if (!isNumber && value.indexOf('@') < 0 && dot > 0) {
      return List.of(random.nextBoolean() ? value.lastIndexOf('.') : dot + 1);
    }
    if (isNumber || value.indexOf('@') < 0) {
      int first = third + random.nextInt(Math.max(1, third));
      boolean isThree = isNumber && random.nextInt(3) == 0 && first + 3 < value.length();
      int second = first + Math.max(2, (value.length() - first) / 2);
      return isThree ? List.of(first, second) : List.of(first);
    }
    int at = value.indexOf('@');
    return List.of(random.nextBoolean() ? at + 1 : at);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
