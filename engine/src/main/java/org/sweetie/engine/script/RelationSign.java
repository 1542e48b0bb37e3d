package org.sweetie.engine.script;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A relation as it is written.
 *
 * @param length how many characters the sign takes
 */
record RelationSign(Relation relation, int length) {
  private static final List<RelationSign> LONGEST_FIRST =
      List.of(
          new RelationSign(Relation.EQUAL, 2),
          new RelationSign(Relation.NOT_EQUAL, 2),
          new RelationSign(Relation.AT_MOST, 2),
          new RelationSign(Relation.AT_LEAST, 2),
          new RelationSign(Relation.NOT_MEMBER, 2),
          new RelationSign(Relation.LESS, 1),
          new RelationSign(Relation.MORE, 1),
          new RelationSign(Relation.MEMBER, 1),
          new RelationSign(Relation.SHARES_BIT, 1));

  /** Where in a token a relation or {@code :=} begins, or -1; the first character never counts. */
  static int find(String token) {
    boolean escaped = token.startsWith("\\");
    for (int i = 1; i < token.length() && !escaped; i++) {
      char c = token.charAt(i);
      boolean isBit = c == '&' && "$_%'".indexOf(token.charAt(0)) >= 0;
      if ("=<>?".indexOf(c) >= 0 || isBit || token.startsWith(":=", i) || isNot(token, i)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isNot(String token, int i) {
    return token.startsWith("!=", i) || token.startsWith("!?", i);
  }

  /** The relation at a place that {@link #find} gave; a single {@code =} is the same as two. */
  static RelationSign at(String token, int at) {
    RelationSign found = atOrNull(token, at);
    return found == null ? new RelationSign(Relation.EQUAL, 1) : found;
  }

  static @Nullable RelationSign atOrNull(String text, int at) {
    for (RelationSign sign : LONGEST_FIRST) {
      if (text.startsWith(sign.relation().sign(), at)) {
        return sign;
      }
    }
    return text.startsWith("=", at) ? new RelationSign(Relation.EQUAL, 1) : null;
  }
}
