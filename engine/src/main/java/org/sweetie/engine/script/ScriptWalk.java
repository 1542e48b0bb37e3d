package org.sweetie.engine.script;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.script.OutputNode.Words;

/**
 * Walks everything that a pattern or an output holds. It goes by the components of records, so that
 * a kind of node that is added to the language is never forgotten by an analysis.
 */
final class ScriptWalk {
  private static final ClassValue<Method[]> PARTS =
      new ClassValue<>() {
        @Override
        protected Method[] computeValue(Class<?> type) {
          return Arrays.stream(type.getRecordComponents())
              .filter(ScriptWalk::holdsNodes)
              .map(RecordComponent::getAccessor)
              .toArray(Method[]::new);
        }
      };

  private ScriptWalk() {}

  private static boolean holdsNodes(RecordComponent component) {
    Class<?> type = component.getType();
    return !type.isPrimitive() && !type.isArray() && type != String.class && type != Place.class;
  }

  /** Shows a node and all below it to a visitor, from left to right. */
  static void through(@Nullable Object node, Consumer<Object> visitor) {
    if (node instanceof List<?> list) {
      list.forEach(part -> through(part, visitor));
    } else if (node instanceof Record whole) {
      visitor.accept(whole);
      for (Method part : PARTS.get(whole.getClass())) {
        through(value(part, whole), visitor);
      }
    } else if (node != null) {
      visitor.accept(node);
    }
  }

  private static @Nullable Object value(Method part, Object whole) {
    try {
      return part.invoke(whole);
    } catch (IllegalAccessException | InvocationTargetException unreadable) {
      throw new IllegalStateException(
          "The parts of " + whole.getClass() + " cannot be read", unreadable);
    }
  }

  /**
   * The names of topics and rules that an output writes out, in lower case: {@code ~topic.label}.
   */
  static Set<String> names(Object output) {
    Set<String> names = new HashSet<>();
    through(
        output,
        node -> {
          if (node instanceof Words words && words.text().indexOf('~') >= 0) {
            for (String word : words.text().split("\\s+", -1)) {
              names.add(word.toLowerCase(Locale.ROOT));
            }
          }
        });
    return names;
  }
}
