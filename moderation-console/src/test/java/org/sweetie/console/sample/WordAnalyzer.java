package org.sweetie.console.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.message.Utterance;
import org.sweetie.engine.signal.Analyzer;
import org.sweetie.engine.signal.ConversationFindings;
import org.sweetie.engine.signal.IdentifierSpan;
import org.sweetie.engine.signal.IdentifierType;
import org.sweetie.engine.signal.Indicator;
import org.sweetie.engine.signal.IndicatorSpan;
import org.sweetie.engine.signal.MessageFindings;
import org.sweetie.engine.signal.Reading;
import org.sweetie.engine.signal.Stage;

/** Finds a few indicators by their words and drama numbers by their shape. */
final class WordAnalyzer implements Analyzer {
  static final double THRESHOLD = 0.6;

  private static final Pattern PHONE = Pattern.compile("\\+44 7700 900\\d{3}");
  private static final Map<String, Indicator> WORDS =
      Map.of(
          "how old are you", Indicator.AGE_PROBING,
          "parents home", Indicator.SUPERVISION_ASSESSMENT,
          "another app", Indicator.CHANNEL_MIGRATION,
          "between us", Indicator.SECRECY,
          "do not tell", Indicator.SECRECY,
          "we could meet", Indicator.MEETING_APPROACH);

  @Override
  public String model() {
    return "sha256:words";
  }

  @Override
  public Reading begin(String id, @Nullable String language) {
    return new Words(id);
  }

  private final class Words implements Reading {
    private final String id;
    private final List<MessageFindings> found = new ArrayList<>();
    private double calm = 0.95;

    Words(String id) {
      this.id = id;
    }

    @Override
    public MessageFindings read(Utterance message) {
      List<IndicatorSpan> indicators = new ArrayList<>();
      WORDS.forEach(
          (words, name) -> {
            int at = message.text().indexOf(words);
            if (at >= 0 && message.author().equals("COUNTERPART")) {
              indicators.add(new IndicatorSpan(name, 0.91, at, at + words.length(), null));
            }
          });
      calm *= Math.pow(0.6, indicators.size());
      MessageFindings now =
          new MessageFindings(message.n(), 1 - calm, indicators, phones(message.text()));
      found.add(now);
      return now;
    }

    @Override
    public ConversationFindings soFar() {
      boolean flagged = 1 - calm > THRESHOLD;
      return new ConversationFindings(
          id, 1 - calm, flagged, null, null, Stage.CONTACT, "en", model(), found);
    }
  }

  private static List<IdentifierSpan> phones(String text) {
    List<IdentifierSpan> spans = new ArrayList<>();
    Matcher m = PHONE.matcher(text);
    while (m.find()) {
      String number = m.group().replace(" ", "");
      spans.add(
          new IdentifierSpan(
              IdentifierType.PHONE, m.start(), m.end(), m.group(), number, 1, null, null));
    }
    return spans;
  }
}
