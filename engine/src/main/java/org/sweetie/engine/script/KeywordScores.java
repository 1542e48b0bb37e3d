package org.sweetie.engine.script;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which topics a sentence speaks of: more and longer keywords count more. */
final class KeywordScores {
  private static final int PER_KEYWORD = 10;
  private static final int PRIORITY = 100_000;

  private KeywordScores() {}

  /** The topics with a keyword in the sentence, best first; system topics are never among them. */
  static List<Topic> rank(Script script, Sentence sentence) {
    Map<Topic, Integer> scores = new HashMap<>();
    for (int mark : sentence.allMarks()) {
      Topic topic = script.topicOfMark(mark);
      if (topic != null && !topic.has(Topic.Flag.SYSTEM)) {
        scores.put(topic, score(topic, sentence, mark));
      }
    }
    return scores.keySet().stream()
        .sorted(
            Comparator.comparing((Topic topic) -> scores.getOrDefault(topic, 0))
                .reversed()
                .thenComparing(Topic::number))
        .toList();
  }

  private static int score(Topic topic, Sentence sentence, int mark) {
    Marks marks = sentence.marks();
    int score = 0;
    for (int place = marks.first(mark); place != Marks.NOWHERE; place = marks.after(place)) {
      String keyword = sentence.text(marks.start(place), marks.end(place), true);
      score += PER_KEYWORD + keyword.length();
    }
    if (topic.has(Topic.Flag.PRIORITY)) {
      return score + PRIORITY;
    }
    return topic.has(Topic.Flag.DEPRIORITIZE) ? score - PRIORITY : score;
  }
}
