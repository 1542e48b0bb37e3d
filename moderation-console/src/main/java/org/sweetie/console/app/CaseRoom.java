package org.sweetie.console.app;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sweetie.console.access.Refused;
import org.sweetie.engine.evidence.Entry;
import org.sweetie.evidence.handover.ApprovalStatement;
import org.sweetie.evidence.handover.Handover;
import org.sweetie.evidence.log.DiskLog;
import org.sweetie.evidence.log.Home;
import org.sweetie.evidence.log.LogOptions;
import org.sweetie.evidence.log.LogReader;
import org.sweetie.evidence.log.ProvableLog;

/** The cases of a home without the rest of the house: for commands. */
public final class CaseRoom implements AutoCloseable {
  private final ProvableLog log;
  private final Cases cases;

  private CaseRoom(Home home, ProvableLog log) {
    this.log = log;
    this.cases =
        new Cases(
            home,
            log,
            log,
            Readers.ofTypedText().text(),
            InstantSource.system(),
            new SecureRandom());
  }

  /** The only writer of the home while it is open. */
  public static CaseRoom writing(Home home) {
    return new CaseRoom(home, DiskLog.open(home, LogOptions.standard()));
  }

  /** A reader beside whoever writes. */
  public static CaseRoom reading(Home home) {
    return new CaseRoom(home, LogReader.open(home));
  }

  public Cases cases() {
    return cases;
  }

  /**
   * Opens a case in the name of an enrolled person.
   *
   * @throws Refused when nobody of that id is enrolled, or the conversations cannot go into a case
   */
  public String open(String title, List<String> conversations, String by) {
    person(by);
    return cases.open(title, conversations, by);
  }

  /**
   * Approves a case for a recipient with a private key, in the name of whoever enrolled its public
   * key.
   *
   * @param recipient the recipient's certificate, PEM
   * @return the approval's id
   * @throws Refused when the key is nobody's
   */
  public String approve(String caseId, byte[] recipient, Ed25519Keys.Pair key) {
    Entry.Person person =
        House.all(log, Entry.Person.class).stream()
            .filter(p -> key.publicKey().equals(p.publicKey()))
            .reduce((first, last) -> last)
            .orElseThrow(
                () ->
                    new Refused(
                        "--key: nobody in this home enrolled this key; give the key of an enrolled person."));
    ApprovalStatement statement = cases.statement(caseId, recipient, person.id());
    return cases.approve(
        caseId,
        statement.recipient(),
        statement.bytes(),
        statement.sign(key.privateKey()),
        person.id(),
        key.publicKey());
  }

  /**
   * Makes a package and puts on record who did (CONDUCT C5): the user of this machine, and the
   * enrolled person where one is named.
   *
   * @param by the id of an enrolled person; null where nobody is named
   * @throws Refused when nobody of that id is enrolled, or the case may not leave the house
   */
  public Handover.Written export(
      String caseId, byte[] recipient, List<String> approvals, Path out, @Nullable String by) {
    String user = "command line, " + System.getProperty("user.name");
    if (by == null) {
      return cases.export(caseId, recipient, approvals, out, user);
    }
    person(by);
    return cases.export(caseId, recipient, approvals, out, by + " (" + user + ")");
  }

  private void person(String id) {
    boolean known = House.all(log, Entry.Person.class).stream().anyMatch(p -> p.id().equals(id));
    if (!known) {
      throw new Refused("--by " + id + ": nobody of that id is enrolled in this home.");
    }
  }

  @Override
  public void close() {
    log.close();
  }
}
