package org.sweetie.engine.turn;

import org.sweetie.engine.conduct.ConductGate;
import org.sweetie.engine.conduct.MandateOffice;
import org.sweetie.engine.conduct.SafeguardingSigns;
import org.sweetie.engine.evidence.EvidenceLog;
import org.sweetie.engine.signal.Analyzer;
import org.sweetie.engine.text.TextReader;

/**
 * What a turn is made of, joined by whoever assembles the program.
 *
 * @param log a log that keeps {@code book} up to date: {@link BookedLog}
 */
public record TurnParts(
    EvidenceLog log,
    ConversationBook book,
    TextReader reader,
    Analyzer analyzer,
    Proposer persona,
    ConductGate gate,
    SafeguardingSigns signs,
    MandateOffice office) {}
