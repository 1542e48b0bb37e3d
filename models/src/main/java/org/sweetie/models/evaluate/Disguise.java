package org.sweetie.models.evaluate;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.sweetie.engine.message.Conversation;
import org.sweetie.engine.message.Utterance;

/**
 * Ways of writing so as not to be read by a machine. Each touches about one word in three, and the
 * same seed gives the same text. A token in angle brackets stays as it is.
 */
public enum Disguise {
  /** Digits for letters: {@code s3cr3t}. */
  LEET {
    @Override
    String word(String word, SplittableRandom random) {
      return each(word, c -> LEET_SIGNS.getOrDefault(c, String.valueOf(c)));
    }
  },
  /** Letters set apart: {@code s e c r e t}. */
  SPACING {
    @Override
    String word(String word, SplittableRandom random) {
      return word.replaceAll("(?<=\\p{L})(?=\\p{L})", random.nextBoolean() ? " " : ".");
    }
  },
  /** Two neighbours change places, or one letter is doubled or left out. */
  TYPOS {
    @Override
    String word(String word, SplittableRandom random) {
      if (word.length() < 4) {
        return word;
      }
      int at = random.nextInt(1, word.length() - 1);
      String head = word.substring(0, at);
      char first = word.charAt(at);
      String rest = word.substring(at + 1);
      if (Character.isSurrogate(first)) {
        return word;
      }
      return switch (random.nextInt(3)) {
        case 0 -> head + first + first + rest;
        case 1 -> head + rest;
        default -> swapped(head, first, rest);
      };
    }
  },
  /** Letters without their marks: {@code masini} for {@code mașini}. Cyrillic stays. */
  BARE {
    @Override
    String word(String word, SplittableRandom random) {
      return each(word, Disguise::bare);
    }

    @Override
    double share() {
      return 1;
    }
  },
  /** Letters of another script that look the same. */
  HOMOGLYPHS {
    @Override
    String word(String word, SplittableRandom random) {
      return each(
          word, c -> random.nextBoolean() ? LOOK_ALIKE.getOrDefault(c, String.valueOf(c)) : c + "");
    }
  };

  private static final double ONE_IN_THREE = 1 / 3.0;

  private static final Map<Character, String> LEET_SIGNS =
      Map.of('a', "4", 'e', "3", 'i', "1", 'o', "0", 's', "5", 't', "7", 'е', "3", 'о', "0");

  private static final Map<Character, String> LOOK_ALIKE =
      Map.ofEntries(
          Map.entry('a', "а"),
          Map.entry('e', "е"),
          Map.entry('o', "о"),
          Map.entry('c', "с"),
          Map.entry('p', "р"),
          Map.entry('x', "х"),
          Map.entry('y', "у"),
          Map.entry('а', "a"),
          Map.entry('е', "e"),
          Map.entry('о', "o"),
          Map.entry('с', "c"),
          Map.entry('р', "p"),
          Map.entry('х', "x"),
          Map.entry('у', "y"));

  private interface Signs {
    String of(char c);
  }

  abstract String word(String word, SplittableRandom random);

  double share() {
    return ONE_IN_THREE;
  }

  /** The name in files. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** A text in this disguise. */
  public String of(String text, SplittableRandom random) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    int at = 0;
    while (at < text.length()) {
      int end = at;
      while (end < text.length() && isWord(text.charAt(end)) == isWord(text.charAt(at))) {
        end++;
      }
      String piece = text.substring(at, end);
      boolean plain =
          piece.chars().allMatch(Character::isLetter) && !(at > 0 && text.charAt(at - 1) == '<');
      out.append(plain && random.nextDouble() < share() ? word(piece, random) : piece);
      at = end;
    }
    return out.toString();
  }

  /** A conversation in this disguise; who said what when stays. */
  public Conversation of(Conversation conversation, long seed) {
    SplittableRandom random = new SplittableRandom(seed ^ conversation.id().hashCode());
    List<Utterance> messages = new ArrayList<>();
    for (Utterance m : conversation.messages()) {
      messages.add(new Utterance(m.n(), m.author(), m.time(), of(m.text(), random)));
    }
    return new Conversation(conversation.id(), conversation.language(), messages);
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || Character.isSurrogate(c);
  }

  private static String swapped(String head, char first, String rest) {
    return head + rest.charAt(0) + first + rest.substring(1);
  }

  private static String each(String word, Signs signs) {
    StringBuilder out = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      out.append(signs.of(word.charAt(i)));
    }
    return out.toString();
  }

  private static String bare(char c) {
    if (Character.UnicodeScript.of(c) == Character.UnicodeScript.CYRILLIC) {
      return String.valueOf(c);
    }
    String plain = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
    return plain.replaceAll("\\p{M}", "").replace('đ', 'd').replace('Đ', 'D');
  }
}
