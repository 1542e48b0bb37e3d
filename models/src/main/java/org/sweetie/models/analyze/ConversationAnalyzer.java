package org.sweetie.models.analyze;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.signal.Analyzer;
import org.sweetie.engine.signal.Extractor;
import org.sweetie.engine.signal.Reading;
import org.sweetie.engine.text.TextReader;
import org.sweetie.models.classify.Manifest;
import org.sweetie.models.classify.MessageClassifier;
import org.sweetie.models.classify.MessageScorer;
import org.sweetie.models.classify.RiskModel;
import org.sweetie.models.encode.SentenceEncoder;
import org.sweetie.models.language.LanguageDetector;
import org.sweetie.models.rules.Rules;
import org.sweetie.models.tokens.Tokenizer;

/**
 * Reads conversations with the models that travel with the program.
 *
 * <p>An author's id is used for nothing but telling the sides apart, and names and places are
 * placeholders before any rule or model sees them (CONDUCT C1). A message is read the same alone,
 * in a batch and in a stream. Loads its models on first use. Safe for use by many threads.
 */
public final class ConversationAnalyzer implements Analyzer {
  private final TextReader text;
  private final Extractor extractor;
  private final String region;
  private final LanguageDetector languages = new LanguageDetector();
  private final MessageScorer scorer;
  private final MessageClassifier classifier = new MessageClassifier();
  private final RiskModel risks = new RiskModel();
  private final String model;

  /**
   * @param text makes texts readable; its hash is part of the model's
   * @param extractor finds identifiers in the original text
   * @param region ISO 3166-1 alpha-2 region in which a national telephone number is read
   */
  public ConversationAnalyzer(TextReader text, Extractor extractor, String region) {
    this.text = text;
    this.extractor = extractor;
    this.region = region;
    this.scorer = new MessageScorer(Tokenizer.load(), new SentenceEncoder(), new Rules());
    this.model = hash(Manifest.lines() + "text " + text.hash() + "\n");
  }

  private static String hash(String manifest) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(manifest.getBytes(StandardCharsets.UTF_8));
      return "sha256:" + HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public String model() {
    return model;
  }

  @Override
  public Reading begin(String id, @Nullable String language) {
    return new ConversationReading(this, id, language);
  }

  TextReader text() {
    return text;
  }

  Extractor extractor() {
    return extractor;
  }

  String region() {
    return region;
  }

  LanguageDetector languages() {
    return languages;
  }

  MessageScorer scorer() {
    return scorer;
  }

  MessageClassifier classifier() {
    return classifier;
  }

  RiskModel risks() {
    return risks;
  }
}
