package org.sweetie.console.handover;

import java.util.List;

/**
 * A case as its page shows it.
 *
 * @param conversations ids of the whole conversations in it
 * @param recipients who it may go to, each with its own approvals
 * @param exports what already left the house
 */
public record CaseFile(
    String id,
    String title,
    String openedBy,
    String openedAt,
    List<String> conversations,
    List<Recipient> recipients,
    List<ExportLine> exports) {
  public CaseFile {
    conversations = List.copyOf(conversations);
    recipients = List.copyOf(recipients);
    exports = List.copyOf(exports);
  }

  /** An approval on record. */
  public record ApprovalLine(String id, String by, String at) {}

  /** A package that was made. */
  public record ExportLine(String id, String recipient, String at, String by, String sha256) {}

  /**
   * A recipient by certificate.
   *
   * @param fingerprint SHA-256 of the certificate, hex
   * @param name the certificate's subject
   * @param validUntil when the certificate ends
   * @param complete whether the approvals that an export needs are there (CONDUCT C2)
   * @param lacking what is still needed, in words; empty when complete
   */
  public record Recipient(
      String fingerprint,
      String name,
      String validUntil,
      List<ApprovalLine> approvals,
      boolean complete,
      String lacking) {
    public Recipient {
      approvals = List.copyOf(approvals);
    }
  }
}
