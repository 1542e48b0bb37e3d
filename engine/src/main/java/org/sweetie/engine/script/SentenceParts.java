package org.sweetie.engine.script;

import java.util.Map;

/**
 * The main verb of a sentence, its subject and its object: {@code ~mainverb}, {@code ~mainsubject},
 * {@code ~mainobject}. ChatScript parses for them; here they are told by the kinds of words and
 * their order, which is right for short plain sentences.
 */
final class SentenceParts {
  private static final int NOWHERE = 0;
  private static final int DEEDS = WordKind.VERB.bit() | WordKind.THIRD.bit() | WordKind.PAST.bit();
  private static final int FORMS = WordKind.PARTICIPLE.bit() | WordKind.GERUND.bit();
  private static final int THINGS =
      WordKind.NOUN.bit() | WordKind.PLURAL.bit() | WordKind.NAME.bit() | WordKind.PRONOUN.bit();
  private static final int LEADING =
      WordKind.DETERMINER.bit() | WordKind.POSSESSIVE.bit() | WordKind.ADJECTIVE.bit();

  /** What finds a part. */
  private interface Part {
    int position(SentenceParts parts);
  }

  private static final Map<String, Part> PARTS =
      Map.of(
          "~mainverb", parts -> parts.verb,
          "~mainsubject", SentenceParts::subject,
          "~mainobject", SentenceParts::object);

  private final Sentence sentence;
  private final int helper;
  private final int verb;

  private SentenceParts(Sentence sentence) {
    this.sentence = sentence;
    int first = firstVerb();
    int main = first == NOWHERE || !is(first, WordKind.HELPER.bit()) ? first : behindHelper(first);
    this.helper = first == main ? NOWHERE : first;
    this.verb = main;
  }

  /** Whether a concept names a part that is told here. */
  static boolean isPart(String concept) {
    return PARTS.containsKey(concept);
  }

  /** Marks the parts that a script asks for. */
  static void mark(Sentence sentence, Vocabulary vocabulary) {
    SentenceParts parts = null;
    for (Map.Entry<String, Part> part : PARTS.entrySet()) {
      int mark = vocabulary.find(part.getKey());
      if (mark != Vocabulary.NONE) {
        parts = parts == null ? new SentenceParts(sentence) : parts;
        int position = part.getValue().position(parts);
        if (position != NOWHERE) {
          sentence.marks().add(mark, position, position, true);
        }
      }
    }
  }

  private boolean is(int position, int kinds) {
    return ((int) EngineConcepts.traits(sentence, position) & kinds) != 0;
  }

  /** A word led by an article or adjective is a verb only when it can be nothing else. */
  private boolean mayBeVerb(int position) {
    boolean led = position > 1 && is(position - 1, LEADING);
    return is(position, DEEDS | WordKind.HELPER.bit()) && !(led && is(position, THINGS));
  }

  /** A first word that may be a thing is one when a verb comes later. */
  private int firstVerb() {
    for (int i = 1; i <= sentence.count(); i++) {
      boolean opens = i == 1 && is(1, THINGS) && sentence.count() > 1;
      if (mayBeVerb(i) && !opens) {
        return i;
      }
    }
    return sentence.count() > 0 && mayBeVerb(1) ? 1 : NOWHERE;
  }

  /** The verb a helping verb helps; the helper itself when there is none. */
  private int behindHelper(int first) {
    boolean links = links(first);
    for (int i = first + 1; i <= sentence.count(); i++) {
      boolean form = is(i, FORMS) && !is(i, WordKind.ADJECTIVE.bit());
      boolean bare = !links && mayBeVerb(i) && (i == first + 1 || is(i - 1, THINGS));
      if (form || bare) {
        return i;
      }
    }
    return first;
  }

  /** The last thing before the verb, or in a question between the helper and the verb. */
  private int subject() {
    int first = helper == NOWHERE ? verb : helper;
    int before = lastThing(1, first - 1);
    if (before != NOWHERE || verb == NOWHERE) {
      return before;
    }
    return helper == NOWHERE
        ? firstThing(verb + 1, sentence.count())
        : lastThing(helper + 1, verb - 1);
  }

  /** The first thing behind the verb, unless the verb links or stands before its subject. */
  private int object() {
    if (verb == NOWHERE || links(verb)) {
      return NOWHERE;
    }
    boolean turned = helper == NOWHERE && lastThing(1, verb - 1) == NOWHERE;
    return turned ? NOWHERE : firstThing(verb + 1, sentence.count());
  }

  private boolean links(int position) {
    return sentence.word(position).canonical().equals("be");
  }

  private int lastThing(int from, int to) {
    for (int i = to; i >= from; i--) {
      if (is(i, THINGS)) {
        return i;
      }
    }
    return NOWHERE;
  }

  private int firstThing(int from, int to) {
    for (int i = from; i <= to; i++) {
      if (is(i, WordKind.PREPOSITION.bit()) && !is(i, THINGS)) {
        return NOWHERE;
      }
      boolean leads = is(i, LEADING) && i < to && is(i + 1, THINGS | LEADING);
      if (is(i, THINGS) && !leads) {
        return i;
      }
    }
    return NOWHERE;
  }
}
