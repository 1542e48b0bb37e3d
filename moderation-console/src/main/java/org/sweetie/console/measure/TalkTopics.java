package org.sweetie.console.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.sweetie.engine.script.FiredRule;

/**
 * What a persona declares of her own topics, so that ordinary talk with her can be measured.
 *
 * @param fallback topics that answer whatever was said, with their tilde
 * @param general topics that fit anything said of their subject
 * @param generalLabels how the labels of such rules in other topics end, in upper case
 * @param byForm topics that answer by the form of a sentence alone (a question for a place)
 * @param refusal topics that decline
 * @param emptyWords a reply of these words alone says nothing, whatever topic it stands in; lower
 *     case
 */
public record TalkTopics(
    Set<String> fallback,
    Set<String> general,
    Set<String> generalLabels,
    Set<String> byForm,
    Set<String> refusal,
    Set<String> emptyWords) {
  /** What sort of answer a turn got. */
  public enum Kind {
    /** Talks about what was said. */
    TOPIC,
    /** Stays with the subject and fits anything said of it: a topic's last rule. */
    GENERAL,
    /** Fits the form of the sentence, not its subject. */
    FORM,
    /** Declines. */
    REFUSAL,
    /** Fits anything. */
    FALLBACK,
    /** No reply at all. */
    SILENCE
  }

  public TalkTopics {
    fallback = Set.copyOf(fallback);
    general = Set.copyOf(general);
    generalLabels = Set.copyOf(generalLabels);
    byForm = Set.copyOf(byForm);
    refusal = Set.copyOf(refusal);
    emptyWords = Set.copyOf(emptyWords);
    if (fallback.isEmpty()) {
      throw new IllegalArgumentException(
          "no fallback topic is named; name the topics that answer whatever was said");
    }
  }

  /** The sort of a reply; the last rule that fired is the one that spoke. */
  Kind kind(String reply, List<FiredRule> fired) {
    if (reply.isBlank()) {
      return Kind.SILENCE;
    }
    FiredRule last = fired.isEmpty() ? null : fired.get(fired.size() - 1);
    String topic = last == null ? "" : last.topic();
    if (refusal.contains(topic)) {
      return Kind.REFUSAL;
    }
    if (fallback.contains(topic) || emptyWords.containsAll(words(reply))) {
      return Kind.FALLBACK;
    }
    if (byForm.contains(topic)) {
      return Kind.FORM;
    }
    boolean any = last != null && generalLabels.stream().anyMatch(last.label()::endsWith);
    return any || general.contains(topic) ? Kind.GENERAL : Kind.TOPIC;
  }

  /** Letters and digits in lower case; what stands between them is not compared. */
  static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1)) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words;
  }
}
