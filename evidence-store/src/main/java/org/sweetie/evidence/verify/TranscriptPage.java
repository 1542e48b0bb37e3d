package org.sweetie.evidence.verify;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;

/**
 * The transcript for people: one static page, made from transcript.json and nothing else, so that
 * whoever checks it can make it again.
 *
 * <p>No script, no link, nothing fetched. Facts come first and assessments after them, each under
 * its own heading (CONDUCT C3); the persona's lines are marked as synthetic for people and for
 * machines (CONDUCT A6).
 */
public final class TranscriptPage {
  private static final String STYLE =
      "body{font:1rem/1.5 system-ui,sans-serif;max-width:70rem;margin:0 auto;padding:1rem;color:#1a1a1a;background:#fff}"
          + "table{border-collapse:collapse;width:100%;margin:.5rem 0 1.5rem}"
          + "caption{text-align:left;font-weight:600;padding:.25rem 0}"
          + "th,td{border:1px solid #767676;padding:.35rem .5rem;text-align:left;vertical-align:top}"
          + "td.text{white-space:pre-wrap;overflow-wrap:anywhere}"
          + "tr[data-synthetic=true] td{background:#eef3fb}"
          + ".notice{border:2px solid #8a3b00;padding:.5rem 1rem}"
          + "section.assessments{border-left:.4rem solid #767676;padding-left:1rem}"
          + "dl{display:grid;grid-template-columns:minmax(8rem,max-content) 1fr;gap:.25rem 1rem}"
          + "dt{font-weight:600}dd{margin:0;overflow-wrap:anywhere}"
          + "@media (prefers-color-scheme:dark){body{color:#f2f2f2;background:#161616}"
          + "tr[data-synthetic=true] td{background:#1d2a40}.notice{border-color:#ffb070}}";

  private final StringBuilder out = new StringBuilder();

  private TranscriptPage() {}

  /** The page of a transcript, UTF-8. What the transcript lacks is shown as a dash. */
  public static byte[] of(JsonNode transcript) {
    TranscriptPage page = new TranscriptPage();
    page.page(transcript);
    return page.out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void page(JsonNode all) {
    JsonNode about = all.path("case");
    out.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    out.append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ");
    out.append(
        "style-src 'unsafe-inline'\">\n<meta name=\"synthetic\" content=\"persona-lines\">\n");
    out.append(
        "<meta name=\"viewport\" content=\"width=device-width\">\n<title>Transcript of case ");
    out.append(html(about.path("id"))).append("</title>\n<style>").append(STYLE);
    out.append("</style>\n</head>\n<body>\n<header>\n<h1>Transcript of case ");
    out.append(html(about.path("id"))).append("</h1>\n");
    notices(all);
    out.append("</header>\n<main>\n");
    first(all);
    all.path("conversations").forEach(this::conversation);
    limits(all.path("limits"));
    out.append("</main>\n</body>\n</html>\n");
  }

  private void notices(JsonNode all) {
    if (all.path("demo").asBoolean(false)) {
      out.append(
          "<p class=\"notice\"><strong>Demonstration.</strong> Everything in it is invented. ");
      out.append("It is evidence of nothing.</p>\n");
    }
    out.append("<p class=\"notice\">").append(html(all.path("synthetic"))).append("</p>\n");
    out.append(
        "<p>Where a term was masked, <code>&lt;explicit&gt;</code> stands for it; the original ");
    out.append("bytes are in transcript.json. Times are UTC.</p>\n");
  }

  private void first(JsonNode all) {
    out.append(
        "<section aria-labelledby=\"s-case\">\n<h2 id=\"s-case\">The case, the mandate, the persona</h2>\n");
    JsonNode about = all.path("case");
    out.append("<dl>\n");
    term("Title", about.path("title"));
    term("Handed over at", about.path("exportedAt"));
    term("Handed over to", about.path("recipientName"));
    term("Recipient certificate, SHA-256", about.path("recipient"));
    out.append("</dl>\n");
    table(
        "At a glance",
        all.path("summary"),
        List.of("conversation", "wroteFirst", "ageStatedInTurn", "turns", "replies", "released"));
    table("Approvals", all.path("approvals"), List.of("by", "at"));
    table(
        "Conversations of the case that are withheld",
        all.path("withheld"),
        List.of("conversation", "reason"));
    for (JsonNode mandate : all.path("mandates")) {
      out.append("<h3>Mandate ").append(html(mandate.path("id"))).append("</h3>\n<dl>\n");
      mandate.properties().forEach(each -> term(words(each.getKey()), each.getValue()));
      out.append("</dl>\n");
    }
    table("Persona", all.path("personas"), List.of("name", "age", "hash"));
    out.append("</section>\n");
  }

  private void conversation(JsonNode conversation) {
    String id = html(conversation.path("id"));
    out.append("<article>\n<h2>Conversation ").append(id).append("</h2>\n<dl>\n");
    term("Channel", conversation.path("channel"));
    term("Space", conversation.path("space"));
    term("Account of the counterpart, as the channel showed it", conversation.path("account"));
    JsonNode facts = conversation.path("facts");
    term("Wrote first", facts.path("firstSpeaker"));
    term("Persona stated its age in turn", facts.path("ageDisclosure").path("number"));
    out.append("</dl>\n<section class=\"facts\">\n<h3>Facts: what was said, and when</h3>\n");
    turns(facts.path("turns"), id);
    table("Gaps in the record", facts.path("gaps"), List.of("index", "at", "reason"));
    table(
        "Sent by the counterpart, not text, dropped unread",
        facts.path("media"),
        List.of("index", "at", "declaredType", "declaredSize"));
    table(
        "Due replies that were not sent",
        facts.path("notSent"),
        List.of("index", "at", "answers", "rule", "reason"));
    out.append("</section>\n");
    assessments(conversation.path("assessments"));
    out.append("</article>\n");
  }

  private void turns(JsonNode turns, String id) {
    rows(
        "Turns of conversation " + id,
        turns,
        List.of("Turn", "Time", "From", "Text", "Released by"),
        (row, turn) -> {
          boolean synthetic = turn.path("synthetic").asBoolean(false);
          row.append("<tr data-entry=\"")
              .append(html(turn.path("index")))
              .append("\" data-synthetic=\"");
          row.append(synthetic).append("\"><th scope=\"row\">").append(html(turn.path("number")));
          row.append("</th><td>").append(html(turn.path("at"))).append("</td><td>");
          row.append(html(turn.path("from"))).append(synthetic ? " (synthetic)" : "");
          row.append("</td><td class=\"text\"><bdi>").append(html(turn.path("text")));
          row.append("</bdi></td><td>").append(html(turn.path("release"))).append("</td></tr>\n");
        });
  }

  private void assessments(JsonNode assessments) {
    out.append(
        "<section class=\"assessments\">\n<h3>Assessments: what a model or a person thought of it</h3>\n");
    rows(
        "What reading found",
        assessments.path("findings"),
        List.of(
            "Turn",
            "Running risk",
            "Flagged",
            "Language",
            "Indicators",
            "Claimed by this account",
            "Model"),
        (row, finding) -> {
          row.append("<tr><th scope=\"row\">").append(html(finding.path("number"))).append("</th>");
          cell(row, html(finding.path("risk")));
          cell(row, html(finding.path("flagged")));
          cell(row, html(finding.path("language")));
          cell(row, joined(finding.path("indicators"), "name", "score"));
          cell(row, joined(finding.path("identifiers"), "type", "claimed"));
          cell(row, html(finding.path("model")));
          row.append("</tr>\n");
        });
    table(
        "States of the conversation",
        assessments.path("states"),
        List.of("at", "from", "to", "by", "reason"));
    table("Rulings", assessments.path("rulings"), List.of("at", "by", "finding", "reason"));
    out.append("</section>\n");
  }

  private void limits(JsonNode limits) {
    out.append(
        "<section aria-labelledby=\"s-limits\">\n<h2 id=\"s-limits\">What this shows, and what it does not</h2>\n");
    out.append("<ul>\n");
    limits
        .path("statements")
        .forEach(each -> out.append("<li>").append(html(each)).append("</li>\n"));
    out.append("</ul>\n");
    table(
        "Error rates by language",
        limits.path("errorRates"),
        List.of("language", "measure", "value", "measuredOn"));
    out.append("</section>\n");
  }

  private void term(String name, JsonNode value) {
    out.append("<dt>").append(html(name)).append("</dt><dd>").append(html(value)).append("</dd>\n");
  }

  private void table(String caption, JsonNode items, List<String> fields) {
    rows(
        caption,
        items,
        fields,
        (row, item) -> {
          row.append("<tr>");
          fields.forEach(field -> cell(row, html(item.path(field))));
          row.append("</tr>\n");
        });
  }

  private void rows(
      String caption, JsonNode items, List<String> heads, BiConsumer<StringBuilder, JsonNode> row) {
    if (items.isEmpty()) {
      out.append("<p>").append(html(caption)).append(": none.</p>\n");
      return;
    }
    out.append("<table>\n<caption>").append(html(caption)).append("</caption>\n<thead><tr>");
    heads.forEach(
        head -> out.append("<th scope=\"col\">").append(html(words(head))).append("</th>"));
    out.append("</tr></thead>\n<tbody>\n");
    items.forEach(item -> row.accept(out, item));
    out.append("</tbody>\n</table>\n");
  }

  /** A field's name in words: {@code legalBasis} is "Legal basis". */
  private static String words(String name) {
    if (name.equals("index")) {
      return "Log entry";
    }
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (Character.isUpperCase(c) && !name.contains(" ") && !words.isEmpty()) {
        words.append(' ').append(Character.toLowerCase(c));
      } else {
        words.append(words.isEmpty() ? Character.toUpperCase(c) : c);
      }
    }
    return words.toString();
  }

  private static void cell(StringBuilder row, String content) {
    row.append("<td>").append(content).append("</td>");
  }

  private static String joined(JsonNode items, String one, String other) {
    StringBuilder text = new StringBuilder();
    for (JsonNode item : items) {
      text.append(text.isEmpty() ? "" : ", ")
          .append(html(item.path(one)))
          .append(' ')
          .append(html(item.path(other)));
    }
    return text.toString();
  }

  private static String html(JsonNode value) {
    if (value.isArray()) {
      StringBuilder text = new StringBuilder();
      value.forEach(each -> text.append(text.isEmpty() ? "" : ", ").append(html(each)));
      return text.toString();
    }
    String text = value.asString("");
    return text.isEmpty() ? "\u2013" : html(text);
  }

  /** Escaped, with what could change how the page reads shown as a replacement character. */
  private static String html(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> safe.append("&amp;");
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        case '"' -> safe.append("&quot;");
        case '\'' -> safe.append("&#39;");
        default -> safe.append(hidden(c) ? '\uFFFD' : c);
      }
    }
    return safe.toString();
  }

  private static boolean hidden(char c) {
    boolean control = Character.isISOControl(c) && c != '\n' && c != '\t';
    boolean direction = (c >= '\u202A' && c <= '\u202E') || (c >= '\u2066' && c <= '\u2069');
    return control || direction;
  }
}
