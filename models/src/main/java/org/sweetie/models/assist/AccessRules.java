package org.sweetie.models.assist;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sweetie.models.tokens.Forms;
import org.sweetie.models.tokens.SerbianLatin;

/**
 * The rules of one language by which a question seeks access to children (CONDUCT C10).
 *
 * <p>A file has lines {@code name = words} and lines {@code refuse parts}, and everything after
 * {@code #} is a comment. Words are folded; {@code *} stands for any ending, {@code _} for a space.
 * A part is a word, alternatives joined by {@code |} where {@code @name} stands for all words of a
 * name, or {@code ~n}: up to n words of any kind, but none of the words named {@code barrier}. A
 * part that ends in {@code ?} may be missing. After {@code unless} stand words that, anywhere in
 * the question, keep the rule from firing.
 */
final class AccessRules {
  private static final Pattern GAP = Pattern.compile("~(\\d+)");
  private static final Pattern NEVER = Pattern.compile("(?!)");
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

  private final Map<String, String> names = new HashMap<>();
  private final List<Rule> rules = new ArrayList<>();
  private final boolean serbian;

  private record Rule(Pattern wanted, Pattern unless) {
    boolean fires(String words) {
      return wanted.matcher(words).find() && !unless.matcher(words).find();
    }
  }

  private AccessRules(String language) {
    this.serbian = language.equals("sr");
  }

  /** Reads the rules of a language; {@code sr} serves bs, hr and sr. */
  static AccessRules of(String language) {
    String file = "access-" + language + ".txt";
    try (InputStream in = AccessRules.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is not on the class path: build again");
      }
      AccessRules rules = new AccessRules(language);
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        rules.read(line.replaceFirst("#.*", "").strip());
      }
      return rules;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A question as all rules read it: its folded words, each followed by a space. */
  static String words(String question) {
    String plain = Normalizer.normalize(question, Normalizer.Form.NFKC);
    StringBuilder seen = new StringBuilder(plain.length());
    plain
        .codePoints()
        .filter(c -> Character.getType(c) != Character.FORMAT)
        .forEach(seen::appendCodePoint);
    return " " + NO_WORD.matcher(Forms.fold(seen.toString())).replaceAll(" ").strip() + " ";
  }

  /** Whether a rule fires on {@linkplain #words words}. */
  boolean fire(String words) {
    String read = serbian ? SerbianLatin.of(words) : words;
    return rules.stream().anyMatch(rule -> rule.fires(read));
  }

  private void read(String line) {
    if (line.isEmpty()) {
      return;
    }
    int equals = line.indexOf('=');
    if (line.startsWith("refuse ")) {
      rules.add(rule(line.substring("refuse ".length()).split(" unless ", 2)));
    } else if (equals > 0) {
      names.put(line.substring(0, equals).strip(), alternatives(line.substring(equals + 1)));
    } else {
      throw new IllegalStateException(
          "access rule '" + line + "': expected 'name = words' or 'refuse parts'");
    }
  }

  private Rule rule(String[] halves) {
    Pattern wanted = Pattern.compile("(?<= )" + parts(halves[0]));
    Pattern unless =
        halves.length == 1 ? NEVER : Pattern.compile("(?<= )(?:" + alternatives(halves[1]) + ") ");
    return new Rule(wanted, unless);
  }

  private String alternatives(String words) {
    return Stream.of(words.strip().split("\\s+|\\|"))
        .map(this::alternative)
        .collect(Collectors.joining("|"));
  }

  private String alternative(String word) {
    if (!word.startsWith("@")) {
      return word.replace("_", " ").replace("*", "[^ ]*");
    }
    String named = names.get(word.substring(1));
    if (named == null) {
      throw new IllegalStateException(
          "access rule names " + word + ", which no line before defines");
    }
    return named;
  }

  private String parts(String rule) {
    return Stream.of(rule.strip().split("\\s+")).map(this::part).collect(Collectors.joining());
  }

  private String part(String part) {
    Matcher gap = GAP.matcher(part);
    if (gap.matches()) {
      String barrier = names.getOrDefault("barrier", NEVER.pattern());
      return "(?:(?!(?:" + barrier + ") )[^ ]+ ){0," + gap.group(1) + "}";
    }
    boolean optional = part.endsWith("?");
    String words = optional ? part.substring(0, part.length() - 1) : part;
    return "(?:(?:" + alternatives(words) + ") )" + (optional ? "?" : "");
  }
}
