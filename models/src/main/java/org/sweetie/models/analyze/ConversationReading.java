package org.sweetie.models.analyze;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.message.Utterance;
import org.sweetie.engine.signal.ConversationFindings;
import org.sweetie.engine.signal.IndicatorSpan;
import org.sweetie.engine.signal.MessageFindings;
import org.sweetie.engine.signal.Reading;
import org.sweetie.engine.signal.Stage;
import org.sweetie.engine.text.Readable;
import org.sweetie.engine.text.TextReader;
import org.sweetie.models.classify.MessageScorer;
import org.sweetie.models.classify.RunningRisk;
import org.sweetie.models.classify.Signs;
import org.sweetie.models.language.Pool;
import org.sweetie.models.language.Reader;

/** One conversation as it grows. All numbers it gives have four decimals. */
final class ConversationReading implements Reading {
  /**
   * What the mask makes of a token that was typed. In a corpus that was masked before it came here
   * the token stands for the mask, and a counterpart gains nothing by typing it.
   */
  private static final String TYPED = "‹explicit›";

  private final ConversationAnalyzer analyzer;
  private final String id;
  private final @Nullable String given;
  private final Pool pool;
  private final RunningRisk running;
  private final IndicatorSpans spans;
  private final IdentifierSpans identifiers;
  private final List<MessageFindings> messages = new ArrayList<>();
  private Stage stage = Stage.CONTACT;
  private double risk;
  private @Nullable Integer flaggedAt;
  private @Nullable String suspect;

  ConversationReading(ConversationAnalyzer analyzer, String id, @Nullable String given) {
    this.analyzer = analyzer;
    this.id = id;
    this.given = given;
    this.pool = analyzer.languages().pool();
    this.running = new RunningRisk(analyzer.risks());
    this.spans = new IndicatorSpans(analyzer.scorer(), analyzer.classifier());
    this.identifiers = new IdentifierSpans(analyzer.extractor(), analyzer.region());
  }

  @Override
  public MessageFindings read(Utterance message) {
    Readable readable = analyzer.text().read(message.text());
    String text = readable.text().replace(TYPED, TextReader.EXPLICIT);
    MessageScorer.Read read = analyzer.scorer().read(text, readers(text));
    double[] scores = rounded(analyzer.scorer().scores(read, analyzer.classifier()));
    List<IndicatorSpan> found = spans.of(read, scores, readable.map());
    found.stream()
        .filter(s -> !s.name().isProtective())
        .forEach(s -> stage = s.name().stage().compareTo(stage) > 0 ? s.name().stage() : stage);
    judge(message, new Signs(scores, read.rules().cues()));
    MessageFindings findings =
        new MessageFindings(message.n(), risk, found, identifiers.next(message, messages));
    messages.add(findings);
    return findings;
  }

  private Set<Reader> readers(String text) {
    if (given != null) {
      return Pool.readersOf(given);
    }
    pool.add(text.replace(TextReader.EXPLICIT, " "));
    return pool.readers();
  }

  private void judge(Utterance message, Signs signs) {
    risk = rounded(running.next(message.author(), signs));
    if (flaggedAt == null && running.crosses(risk)) {
      flaggedAt = message.n();
      suspect = message.author();
    }
  }

  private static double[] rounded(double[] scores) {
    double[] rounded = new double[scores.length];
    for (int i = 0; i < scores.length; i++) {
      rounded[i] = rounded(scores[i]);
    }
    return rounded;
  }

  private static double rounded(double value) {
    return Math.round(value * 1e4) / 1e4;
  }

  @Override
  public ConversationFindings soFar() {
    return new ConversationFindings(
        id,
        risk,
        flaggedAt != null,
        flaggedAt,
        suspect,
        stage,
        given != null ? given : pool.language(),
        analyzer.model(),
        messages);
  }
}
