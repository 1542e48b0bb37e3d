package org.sweetie.models.suites;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.signal.IdentifierType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads texts marked up by others. */
final class MarkedTexts {
  /** Presidio's kinds as this project names them; addresses are places, as Presidio maps them. */
  private static final Map<String, IdentifierType> PRESIDIO =
      Map.of(
          "PHONE_NUMBER", IdentifierType.PHONE,
          "CREDIT_CARD", IdentifierType.CREDIT_CARD,
          "EMAIL_ADDRESS", IdentifierType.EMAIL,
          "IBAN_CODE", IdentifierType.IBAN,
          "IP_ADDRESS", IdentifierType.IP,
          "DOMAIN_NAME", IdentifierType.URL,
          "PERSON", IdentifierType.PERSON_NAME,
          "GPE", IdentifierType.PLACE,
          "STREET_ADDRESS", IdentifierType.PLACE,
          "AGE", IdentifierType.AGE);

  private MarkedTexts() {}

  /** Texts of microsoft/presidio-research. A postal code is part of a place, not one by itself. */
  static List<MarkedText> presidio(Path file) throws IOException {
    List<MarkedText> texts = new ArrayList<>();
    for (JsonNode one : JsonMapper.shared().readTree(Files.readString(file))) {
      List<MarkedText.Mark> marks = new ArrayList<>();
      for (JsonNode span : one.get("spans")) {
        String kind = span.get("entity_type").asString();
        IdentifierType type = PRESIDIO.get(kind);
        if (type != null || kind.equals("ZIP_CODE")) {
          marks.add(
              new MarkedText.Mark(
                  type, span.get("start_position").asInt(), span.get("end_position").asInt()));
        }
      }
      texts.add(new MarkedText(one.get("full_text").asString(), marks));
    }
    return texts;
  }

  /**
   * Messages of the WNUT 2017 task: a word and its tag a line, an empty line after each message.
   * The other kinds of names (groups, works, products, corporations) are no marks.
   */
  static List<MarkedText> wnut(Path file) throws IOException {
    List<MarkedText> texts = new ArrayList<>();
    Message message = new Message();
    for (String line : Files.readAllLines(file)) {
      int tab = line.indexOf('\t');
      if (tab < 0 || line.isBlank()) {
        message.flush(texts);
        message = new Message();
      } else {
        message.add(line.substring(0, tab), line.substring(tab + 1).strip());
      }
    }
    message.flush(texts);
    return texts;
  }

  /** A message as its lines are read. */
  private static final class Message {
    private final StringBuilder text = new StringBuilder();
    private final List<MarkedText.Mark> marks = new ArrayList<>();

    void add(String word, String tag) {
      if (text.length() > 0) {
        text.append(' ');
      }
      int start = text.length();
      text.append(word);
      IdentifierType type = type(tag);
      if (type == null) {
        return;
      }
      int last = marks.size() - 1;
      if (tag.startsWith("I-") && last >= 0 && marks.get(last).end() == start - 1) {
        marks.set(last, new MarkedText.Mark(type, marks.get(last).start(), text.length()));
      } else {
        marks.add(new MarkedText.Mark(type, start, text.length()));
      }
    }

    private static @Nullable IdentifierType type(String tag) {
      return tag.endsWith("-person")
          ? IdentifierType.PERSON_NAME
          : tag.endsWith("-location") ? IdentifierType.PLACE : null;
    }

    void flush(List<MarkedText> texts) {
      if (text.length() > 0) {
        texts.add(new MarkedText(text.toString(), marks));
      }
    }
  }
}
