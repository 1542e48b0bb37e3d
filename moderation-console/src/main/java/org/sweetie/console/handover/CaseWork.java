package org.sweetie.console.handover;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.sweetie.console.access.SignedIn;

/**
 * What the evidence store does with cases, as this room needs it. Every method may wait for the
 * disk; each throws {@link org.sweetie.console.access.Refused} with the reason when what is asked
 * for cannot be done, and then nothing was done.
 */
public interface CaseWork {
  /** All cases, newest first. */
  List<CaseFile> all();

  /** One case. */
  Optional<CaseFile> find(String id);

  /** Conversations that a ruling confirmed and that may go into a case; sealed ones never. */
  List<String> eligible();

  /** Opens a case over whole conversations and returns its id (CONDUCT C3). */
  String open(String title, List<String> conversations, SignedIn by);

  /** Names a recipient by certificate (X.509, PEM) and returns its fingerprint. */
  String nameRecipient(String caseId, String pem, SignedIn by);

  /** The exact bytes a person signs to approve the handover of a case to a recipient. */
  byte[] statement(String caseId, String fingerprint, SignedIn by);

  /**
   * Puts an approval on record.
   *
   * @param signature Ed25519 over the statement by the key the person registered, 64 bytes
   */
  void approve(String caseId, String fingerprint, byte[] statement, byte[] signature, SignedIn by);

  /** Makes the package and returns its export's id; needs two people's approvals (CONDUCT C2). */
  String export(String caseId, String fingerprint, SignedIn by);

  /** The file of an export that was made in this home. */
  Optional<Path> file(String caseId, String exportId);

  /** Checks a package that was made here and says what was found. */
  Checked check(String caseId, String exportId, SignedIn by);

  /**
   * What checking a package found.
   *
   * @param whole whether nothing was wrong
   * @param lines each thing that was looked at, or each fault
   */
  record Checked(boolean whole, List<String> lines) {
    public Checked {
      lines = List.copyOf(lines);
    }
  }
}
