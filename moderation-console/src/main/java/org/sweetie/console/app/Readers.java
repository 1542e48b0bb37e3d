package org.sweetie.console.app;

import org.jspecify.annotations.Nullable;
import org.sweetie.engine.signal.Analyzer;
import org.sweetie.engine.signal.Extractor;
import org.sweetie.engine.text.TextReader;
import org.sweetie.models.analyze.ConversationAnalyzer;
import org.sweetie.models.extract.IdentifierExtractor;
import org.sweetie.models.text.MaskingReader;

/**
 * What reads text, each part made when it is first asked for: a command loads no model it does not
 * use.
 */
public final class Readers {
  private final boolean composed;
  private @Nullable TextReader text;
  private @Nullable Extractor extractor;
  private @Nullable Analyzer analyzer;

  private Readers(boolean composed) {
    this.composed = composed;
  }

  /** Readers for what people type on a channel: a literal token is escaped (CONDUCT A2). */
  public static Readers ofTypedText() {
    return new Readers(false);
  }

  /** Readers for files and composed text, where the token stands for a masked term. */
  public static Readers ofComposedText() {
    return new Readers(true);
  }

  /** Normal form and mask. */
  public synchronized TextReader text() {
    TextReader made = text;
    if (made == null) {
      made = composed ? MaskingReader.ofComposedText() : new MaskingReader();
      text = made;
    }
    return made;
  }

  /** Identifiers. */
  public synchronized Extractor extractor() {
    Extractor made = extractor;
    if (made == null) {
      made = new IdentifierExtractor();
      extractor = made;
    }
    return made;
  }

  /** Indicators and risk. */
  public synchronized Analyzer analyzer() {
    Analyzer made = analyzer;
    if (made == null) {
      made = new ConversationAnalyzer(text(), extractor(), IdentifierExtractor.DEFAULT_REGION);
      analyzer = made;
    }
    return made;
  }
}
