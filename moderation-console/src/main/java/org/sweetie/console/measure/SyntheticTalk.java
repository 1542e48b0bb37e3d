package org.sweetie.console.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A made-up script of any size, the same for every engine, and messages for it; everything follows
 * from the seed.
 *
 * <p>The vocabulary grows with the square root of the rules, as that of a text does with its length
 * (Heaps' law, exponent one half), so that a word stands in more rules the more rules there are.
 */
final class SyntheticTalk {
  private static final String[] SYLLABLES = {
    "ba", "be", "bo", "ka", "ki", "ko", "da", "do", "fa", "fi", "ga", "go", "la", "lu", "ma", "mi",
    "na", "no", "pa", "po", "ra", "ru", "sa", "so", "ta", "ti", "va", "vo", "wa", "za"
  };
  private static final String[] SMALL_WORDS = {
    "the", "a", "and", "of", "to", "in", "is", "you", "it", "for", "my", "on", "with", "do", "at",
    "by", "this", "we", "from", "so"
  };
  private static final int WORDS_A_ROOT = 40;
  private static final int CONCEPTS = 40;
  private static final int CONCEPT_SIZE = 8;

  private final Random random;
  private final List<String> words;
  private final List<List<String>> concepts = new ArrayList<>();
  private final List<Rule> rules = new ArrayList<>();

  /** How the words of a rule stand to each other. */
  private enum Form {
    IN_ORDER,
    NEAR,
    ONE_OF,
    CONCEPT,
    AT_START
  }

  /** A rule: the words that a message must hold for it. */
  private record Rule(int number, Form form, String first, String second, List<String> choice) {}

  SyntheticTalk(int rules, long seed) {
    this.random = new Random(seed);
    this.words = vocabulary((int) (WORDS_A_ROOT * Math.sqrt(rules)));
    for (int i = 0; i < CONCEPTS; i++) {
      concepts.add(pick(CONCEPT_SIZE));
    }
    for (int i = 0; i < rules; i++) {
      this.rules.add(rule(i));
    }
  }

  private List<String> vocabulary(int size) {
    List<String> made = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      StringBuilder word = new StringBuilder();
      for (int rest = i + SYLLABLES.length; rest > 0; rest /= SYLLABLES.length) {
        word.append(SYLLABLES[rest % SYLLABLES.length]);
      }
      made.add(word.append('k').toString());
    }
    return made;
  }

  private String word() {
    return words.get(random.nextInt(words.size()));
  }

  private List<String> pick(int count) {
    List<String> picked = new ArrayList<>();
    while (picked.size() < count) {
      String word = word();
      if (!picked.contains(word)) {
        picked.add(word);
      }
    }
    return picked;
  }

  private Rule rule(int number) {
    int dice = random.nextInt(10);
    List<String> two = pick(2);
    Form form =
        dice < 4
            ? Form.IN_ORDER
            : dice < 6
                ? Form.NEAR
                : dice < 8 ? Form.ONE_OF : dice < 9 ? Form.CONCEPT : Form.AT_START;
    List<String> choice =
        switch (form) {
          case ONE_OF -> pick(3);
          case CONCEPT -> List.of(String.valueOf(random.nextInt(CONCEPTS)));
          default -> List.of();
        };
    return new Rule(number, form, two.get(0), two.get(1), choice);
  }

  /** The script as ChatScript source: one topic of all the rules. */
  String chatScript() {
    StringBuilder source = new StringBuilder();
    for (int i = 0; i < concepts.size(); i++) {
      source.append("concept: ~kind").append(i).append(" ( ");
      source.append(String.join(" ", concepts.get(i))).append(" )\n");
    }
    source.append("topic: ~keywordless keep repeat ()\n");
    for (Rule rule : rules) {
      String pattern =
          switch (rule.form()) {
            case IN_ORDER -> rule.first() + " * " + rule.second();
            case NEAR -> rule.first() + " *~2 " + rule.second();
            case ONE_OF -> "[" + String.join(" ", rule.choice()) + "] * " + rule.second();
            case CONCEPT -> "~kind" + rule.choice().get(0) + " * " + rule.second();
            case AT_START -> "< " + rule.first() + " * " + rule.second();
          };
      source.append("u: ( ").append(pattern).append(" ) answer ").append(rule.number());
      source.append(" about ").append(rule.second()).append(".\n");
    }
    return source.append("u: () i do not know that.\n").toString();
  }

  /** The same rules as RiveScript source, its nearest form of each pattern. */
  String riveScript() {
    StringBuilder source = new StringBuilder("! version = 2.0\n");
    for (int i = 0; i < concepts.size(); i++) {
      source.append("! array kind").append(i).append(" = ");
      source.append(String.join(" ", concepts.get(i))).append('\n');
    }
    for (Rule rule : rules) {
      String pattern =
          switch (rule.form()) {
            case IN_ORDER, NEAR -> "[*] " + rule.first() + " [*] " + rule.second() + " [*]";
            case ONE_OF ->
                "[*] (" + String.join("|", rule.choice()) + ") [*] " + rule.second() + " [*]";
            case CONCEPT -> "[*] @kind" + rule.choice().get(0) + " [*] " + rule.second() + " [*]";
            case AT_START -> rule.first() + " [*] " + rule.second() + " [*]";
          };
      source.append("+ ").append(pattern).append("\n- answer ").append(rule.number());
      source.append(" about ").append(rule.second()).append(".\n\n");
    }
    return source.append("+ *\n- i do not know that.\n").toString();
  }

  /** Messages of about nine words; four of five hold what some rule asks for. */
  List<String> messages(int count) {
    List<String> messages = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      messages.add(i % 5 == 4 ? small(4) + " " + word() + " " + small(3) + " " + word() : aimed());
    }
    return messages;
  }

  private String aimed() {
    Rule rule = rules.get(random.nextInt(rules.size()));
    String first =
        switch (rule.form()) {
          case ONE_OF -> rule.choice().get(random.nextInt(rule.choice().size()));
          case CONCEPT ->
              concepts
                  .get(Integer.parseInt(rule.choice().get(0)))
                  .get(random.nextInt(CONCEPT_SIZE));
          default -> rule.first();
        };
    String before = rule.form() == Form.AT_START ? "" : small(2) + " ";
    return before + first + " " + small(1) + " " + rule.second() + " " + small(2) + " " + word();
  }

  private String small(int count) {
    StringBuilder some = new StringBuilder();
    for (int i = 0; i < count; i++) {
      some.append(i == 0 ? "" : " ").append(SMALL_WORDS[random.nextInt(SMALL_WORDS.length)]);
    }
    return some.toString();
  }
}
