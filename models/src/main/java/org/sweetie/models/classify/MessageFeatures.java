package org.sweetie.models.classify;

import java.util.List;
import org.sweetie.engine.signal.Indicator;
import org.sweetie.engine.text.TextReader;
import org.sweetie.models.encode.SentenceEncoder;
import org.sweetie.models.rules.Cue;
import org.sweetie.models.rules.RuleFindings;
import org.sweetie.models.tokens.Sentence;
import org.sweetie.models.tokens.SerbianLatin;
import org.sweetie.models.tokens.Token;

/**
 * The numbers a message is classified by: its MiniLM vector (384), hashed words and word pairs
 * (4,096), hashed character n-grams of three to five (2,048; Weinberger et al. 2009), and what the
 * rules found (one for each indicator and cue). The vector speaks English; the hashed part speaks
 * whatever it was trained on.
 */
public final class MessageFeatures {
  private static final int WORDS = 4_096;
  private static final int GRAMS = 2_048;
  private static final int MAX_TOKENS = 400;
  private static final float VECTOR_WEIGHT = 4f;

  /** How many numbers. */
  public static final int SIZE =
      SentenceEncoder.DIMENSIONS + WORDS + GRAMS + Indicator.values().length + Cue.values().length;

  private MessageFeatures() {}

  /** The text the encoder reads: the words, with plain words for the placeholders. */
  public static String spoken(List<Sentence> sentences) {
    StringBuilder text = new StringBuilder();
    for (Sentence sentence : sentences) {
      for (Token token : sentence.tokens()) {
        text.append(text.length() == 0 ? "" : " ").append(spoken(token));
      }
    }
    return text.toString();
  }

  private static String spoken(Token token) {
    return switch (token.form()) {
      case Placeholders.NAME -> "someone";
      case Placeholders.PLACE -> "somewhere";
      case Placeholders.NUMBER -> "number";
      case Placeholders.LINK -> "link";
      case TextReader.EXPLICIT -> "explicit";
      default -> token.text();
    };
  }

  /**
   * The features of one message.
   *
   * @param vector what the encoder made of {@link #spoken}
   * @param sentences with placeholders
   * @param latin whether Cyrillic is read as Serbian
   */
  public static float[] of(
      float[] vector, List<Sentence> sentences, RuleFindings rules, boolean latin) {
    float[] features = new float[SIZE];
    for (int i = 0; i < vector.length; i++) {
      features[i] = VECTOR_WEIGHT * vector[i];
    }
    int at = SentenceEncoder.DIMENSIONS;
    hash(sentences, latin, features);
    normalise(features, at, at + WORDS);
    normalise(features, at + WORDS, at + WORDS + GRAMS);
    at += WORDS + GRAMS;
    for (RuleFindings.Hit hit : rules.hits()) {
      int place = at + hit.indicator().ordinal();
      features[place] = Math.max(features[place], (float) hit.score());
    }
    for (Cue cue : rules.cues()) {
      features[at + Indicator.values().length + cue.ordinal()] = 1;
    }
    return features;
  }

  private static void hash(List<Sentence> sentences, boolean latin, float[] features) {
    int tokens = 0;
    String before = "^";
    for (Sentence sentence : sentences) {
      for (Token token : sentence.tokens()) {
        if (tokens++ == MAX_TOKENS) {
          return;
        }
        String word = latin ? SerbianLatin.of(token.form()) : token.form();
        features[word(word)] += 1;
        features[word(before + " " + word)] += 1;
        grams(word, features);
        before = word;
      }
    }
    features[word(before + " $")] += 1;
  }

  private static int word(String text) {
    return SentenceEncoder.DIMENSIONS + Math.floorMod(spread(text.hashCode()), WORDS);
  }

  private static void grams(String word, float[] features) {
    if (!Character.isLetter(word.codePointAt(0))) {
      return;
    }
    String framed = "_" + word.substring(0, Math.min(word.length(), 30)) + "_";
    for (int length = 3; length <= 5; length++) {
      for (int at = 0; at + length <= framed.length(); at++) {
        int hash = spread(framed.substring(at, at + length).hashCode() + length);
        features[SentenceEncoder.DIMENSIONS + WORDS + Math.floorMod(hash, GRAMS)] += 1;
      }
    }
  }

  /** Murmur3's finaliser (Appleby): a string's own hash is too regular to cut down. */
  private static int spread(int hash) {
    int h = hash;
    h = (h ^ (h >>> 16)) * 0x85ebca6b;
    h = (h ^ (h >>> 13)) * 0xc2b2ae35;
    return h ^ (h >>> 16);
  }

  private static void normalise(float[] features, int from, int to) {
    double square = 0;
    for (int i = from; i < to; i++) {
      features[i] = (float) Math.sqrt(features[i]);
      square += features[i] * features[i];
    }
    float length = (float) Math.sqrt(square);
    for (int i = from; length > 0 && i < to; i++) {
      features[i] /= length;
    }
  }
}
