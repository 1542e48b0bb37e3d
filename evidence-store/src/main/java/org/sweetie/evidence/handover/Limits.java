package org.sweetie.evidence.handover;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.sweetie.engine.evidence.Entry;
import org.sweetie.engine.evidence.EvidenceLog.Stored;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a package shows and what it does not, in plain words and figures (CONDUCT C9). */
final class Limits {
  // A count under this one is not given (CONDUCT C4).
  private static final int FEWEST = 5;

  private Limits() {}

  static ObjectNode of(CaseFile file, List<ErrorRate> rates) {
    ObjectNode out = JsonNodeFactory.instance.objectNode();
    SortedSet<String> languages = languages(file);
    ArrayNode statements = out.putArray("statements");
    statements(file, languages, rates).forEach(statements::add);
    ArrayNode table = out.putArray("errorRates");
    rates.stream()
        .filter(rate -> languages.contains(rate.language()))
        .forEach(
            rate ->
                table
                    .addObject()
                    .put("language", rate.language())
                    .put("measure", rate.measure())
                    .put("value", rate.value())
                    .put("measuredOn", rate.measuredOn()));
    return out;
  }

  private static List<String> statements(
      CaseFile file, SortedSet<String> languages, List<ErrorRate> rates) {
    List<String> all = new ArrayList<>();
    all.add(
        "The log shows what was recorded, when and in which order. It does not show who typed.");
    all.add(
        "An identifier is one that this account claimed. The same identifier in two places does not make"
            + " one person of two accounts.");
    all.add(
        "Scores are what a model computed from the words of this conversation alone. They are assessments,"
            + " not facts, and can be wrong.");
    all.add(notFlagged(file.known()));
    for (String language : languages) {
      if (rates.stream().noneMatch(rate -> rate.language().equals(language))) {
        all.add("No error rate has been measured for the language '" + language + "'.");
      }
    }
    all.add(
        "Nothing outside this log was looked at. What the entries of the log corroborate is that they were"
            + " recorded in this order and not changed since.");
    return all;
  }

  private static String notFlagged(CaseFile.Known known) {
    return "Of "
        + (known.conversations() < FEWEST ? "fewer than 5" : known.conversations())
        + " conversations on record, "
        + (known.notFlagged() < FEWEST ? "fewer than 5" : known.notFlagged())
        + " were never flagged. Those erased by then are not counted.";
  }

  private static SortedSet<String> languages(CaseFile file) {
    SortedSet<String> languages = new TreeSet<>();
    for (Stored stored : file.told()) {
      if (stored.entry() instanceof Entry.Findings findings) {
        languages.add(findings.language());
      }
    }
    return languages;
  }
}
