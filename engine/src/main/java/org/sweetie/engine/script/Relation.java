package org.sweetie.engine.script;

import java.math.BigDecimal;

/** How two values are compared. */
enum Relation {
  EQUAL("==") {
    @Override
    boolean test(String left, String right) {
      return isSame(left, right);
    }
  },
  NOT_EQUAL("!=") {
    @Override
    boolean test(String left, String right) {
      return !isSame(left, right);
    }
  },
  LESS("<") {
    @Override
    boolean test(String left, String right) {
      return order(left, right) < 0;
    }
  },
  AT_MOST("<=") {
    @Override
    boolean test(String left, String right) {
      return order(left, right) <= 0;
    }
  },
  MORE(">") {
    @Override
    boolean test(String left, String right) {
      return order(left, right) > 0;
    }
  },
  AT_LEAST(">=") {
    @Override
    boolean test(String left, String right) {
      return order(left, right) >= 0;
    }
  },
  SHARES_BIT("&") {
    @Override
    boolean test(String left, String right) {
      return (Numbers.parse(left).longValue() & Numbers.parse(right).longValue()) != 0;
    }
  },
  MEMBER("?") {
    @Override
    boolean test(String left, String right) {
      return isSame(left, right);
    }
  },
  NOT_MEMBER("!?") {
    @Override
    boolean test(String left, String right) {
      return !isSame(left, right);
    }
  };

  private final String sign;

  Relation(String sign) {
    this.sign = sign;
  }

  String sign() {
    return sign;
  }

  abstract boolean test(String left, String right);

  /** Whether the relation holds between two values now. */
  boolean holds(Operand left, Operand right, Conversation conversation) {
    if ((this == MEMBER || this == NOT_MEMBER) && right instanceof Operand.Concept concept) {
      return isMember(left, concept, conversation) == (this == MEMBER);
    }
    return test(left.value(conversation), right.value(conversation));
  }

  private static boolean isMember(
      Operand left, Operand.Concept concept, Conversation conversation) {
    if (left instanceof Operand.Captured captured
        && conversation.captures().isPlaced(captured.slot())) {
      return conversation.captures().isMarked(captured.slot(), concept.mark());
    }
    return conversation.script().isMember(left.value(conversation), concept.mark());
  }

  /** Text without regard to case; {@code null} is the same as no value. */
  private static boolean isSame(String left, String right) {
    if (Numbers.isNumber(left) && Numbers.isNumber(right)) {
      return order(left, right) == 0;
    }
    return unlessNull(left).equalsIgnoreCase(unlessNull(right));
  }

  private static String unlessNull(String value) {
    return value.equals("null") ? "" : value;
  }

  /** As numbers, where a missing value counts as zero; as text when one of them is no number. */
  private static int order(String left, String right) {
    boolean numeric =
        (left.isEmpty() || Numbers.isNumber(left)) && (right.isEmpty() || Numbers.isNumber(right));
    if (!numeric) {
      return Fold.word(left).compareTo(Fold.word(right));
    }
    BigDecimal first = Numbers.parse(left);
    return first.compareTo(Numbers.parse(right));
  }
}
