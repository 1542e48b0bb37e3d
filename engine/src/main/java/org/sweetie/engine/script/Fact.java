package org.sweetie.engine.script;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A triple of subject, verb and object. A field is a word or another fact. Facts of the script's
 * tables are shared by every conversation and never change; those of a conversation are its own.
 */
final class Fact {
  /** What ChatScript's flags on a fact can say, as far as it means something here. */
  enum Flag {
    /** The fact is gone when the turn ends. */
    FACTTRANSIENT,
    /** A second fact of the same fields may stand beside it. */
    FACTDUPLICATE,
    /** The fact is made only to mark a moment, for {@code ^flushfacts}. */
    FACTDEAD,
    USER_FLAG1,
    USER_FLAG2,
    USER_FLAG3,
    USER_FLAG4
  }

  /**
   * A word, or a fact in a word's place.
   *
   * @param text the word; the fact written out when there is one
   */
  record Term(String text, @Nullable Fact fact) {
    static Term word(String text) {
      return new Term(text, null);
    }

    /** What a term is found by: lower case, with underscores for spaces. */
    String key() {
      return Fact.key(text);
    }
  }

  private final Term subject;
  private final Term verb;
  private final Term object;
  private final Set<Flag> flags;
  private final int id;
  private boolean dead;

  Fact(int id, Term subject, Term verb, Term object, Set<Flag> flags) {
    this.id = id;
    this.subject = subject;
    this.verb = verb;
    this.object = object;
    this.flags = flags.isEmpty() ? EnumSet.noneOf(Flag.class) : EnumSet.copyOf(flags);
    this.dead = flags.contains(Flag.FACTDEAD);
  }

  static String key(String text) {
    return Fold.word(text.indexOf(' ') < 0 ? text : text.strip().replace(' ', '_'));
  }

  /** Its number, valid while the turn runs. */
  int id() {
    return id;
  }

  Term subject() {
    return subject;
  }

  Term verb() {
    return verb;
  }

  Term object() {
    return object;
  }

  Term field(SetField field) {
    return switch (field) {
      case VERB -> verb;
      case OBJECT -> object;
      default -> subject;
    };
  }

  /** The text of a field; a fact in it is named by its number. */
  String value(SetField field) {
    if (field == SetField.FACT) {
      return Integer.toString(id);
    }
    Term term = field(field);
    Fact nested = term.fact();
    return nested == null ? term.text() : Integer.toString(nested.id());
  }

  Set<Flag> flags() {
    return flags;
  }

  boolean has(Flag flag) {
    return flags.contains(flag);
  }

  boolean isDead() {
    return dead;
  }

  void kill() {
    dead = true;
  }

  boolean isMadeOf(Fact other) {
    return subject.fact() == other || verb.fact() == other || object.fact() == other;
  }

  boolean isSameAs(Fact other) {
    return subject.key().equals(other.subject.key())
        && verb.key().equals(other.verb.key())
        && object.key().equals(other.object.key());
  }

  @Override
  public String toString() {
    return FactText.write(this);
  }
}
