package org.sweetie.console.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.sweetie.bridge.channel.ReplayChannel;
import org.sweetie.console.access.Refused;
import org.sweetie.engine.decision.ConversationState;
import org.sweetie.engine.evidence.Entry;
import org.sweetie.engine.turn.ConversationRecord;
import org.sweetie.engine.turn.Pacer;
import org.sweetie.evidence.handover.ApprovalStatement;

/**
 * One case of a demo home, all the way to the point where it can be exported: conversations played
 * and flagged, one ruled on, a case opened and approved by two people.
 *
 * @param home the demo home
 * @param approvals the ids of two approvals on record
 * @param recipient the recipient's certificate
 * @param recipientKey the recipient's private key
 * @param trust TRUST.json of the home
 * @param approverKeys the private keys of the two approvers
 */
public record DemoCase(
    Path home,
    String caseId,
    List<String> conversations,
    List<String> approvals,
    Path recipient,
    Path recipientKey,
    Path trust,
    List<Path> approverKeys) {
  private static final String ANALYST = "demo-analyst";
  private static final List<String> APPROVERS = List.of("demo-liaison", "demo-second-liaison");

  public DemoCase {
    conversations = List.copyOf(conversations);
    approvals = List.copyOf(approvals);
    approverKeys = List.copyOf(approverKeys);
  }

  /** Makes the home, or takes the demo home that is there, and opens a new case in it. */
  public static DemoCase make(Path folder, InstantSource clock, SecureRandom random)
      throws IOException {
    try (Demo demo = Demo.open(folder, clock, random, Pacer.AT_ONCE)) {
      House house = demo.house();
      Path home = house.home().folder();
      play(demo);
      List<Path> keys = enrol(house, random);
      String conversation = ruled(house);
      String caseId = house.cases().open("Demo case", List.of(conversation), ANALYST);
      Path recipient = home.resolve(DemoRecipient.CERTIFICATE);
      List<String> approvals = approve(house, caseId, Files.readAllBytes(recipient), keys);
      Path trust = home.resolve("TRUST.json");
      Files.write(trust, house.cases().trust().toJson());
      return new DemoCase(
          home,
          caseId,
          List.of(conversation),
          approvals,
          recipient,
          home.resolve(DemoRecipient.KEY),
          trust,
          keys);
    }
  }

  private static void play(Demo demo) throws IOException {
    try {
      demo.play(ReplayChannel.Pause.NONE, 1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted; what was played is on record", e);
    }
  }

  private static List<Path> enrol(House house, SecureRandom random) throws IOException {
    List<Path> keys = new ArrayList<>();
    List<String> known =
        House.all(house.log(), Entry.Person.class).stream().map(Entry.Person::id).toList();
    if (!known.contains(ANALYST)) {
      house
          .log()
          .append(
              new Entry.Person(
                  house.clock().instant(), ANALYST, "Demo analyst", List.of("analyst"), null));
    }
    for (String id : APPROVERS) {
      Path key = house.home().folder().resolve(id + "-key.pem");
      if (!known.contains(id)) {
        // A key that was made before its owner could be enrolled is used now.
        String publicKey =
            Files.exists(key) ? Ed25519Keys.read(key).publicKey() : Ed25519Keys.make(key, random);
        house
            .log()
            .append(
                new Entry.Person(
                    house.clock().instant(),
                    id,
                    id.replace('-', ' '),
                    List.of("liaison"),
                    publicKey));
      }
      keys.add(key);
    }
    return keys;
  }

  private static String ruled(House house) {
    ConversationRecord flagged =
        house.book().all().stream()
            .filter(r -> r.flagged() && r.state() != ConversationState.SAFEGUARDING)
            .max(Comparator.comparingDouble(ConversationRecord::risk))
            .orElseThrow(
                () ->
                    new Refused(
                        "No demo conversation was flagged, so there is nothing to rule on."));
    house
        .log()
        .append(
            new Entry.Ruling(
                house.clock().instant(),
                flagged.id(),
                ANALYST,
                "confirmed",
                "A composed conversation that shows several indicators in a row."));
    return flagged.id().value();
  }

  private static List<String> approve(House house, String caseId, byte[] recipient, List<Path> keys)
      throws IOException {
    List<String> approvals = new ArrayList<>();
    for (int i = 0; i < APPROVERS.size(); i++) {
      Ed25519Keys.Pair key = Ed25519Keys.read(keys.get(i));
      ApprovalStatement statement = house.cases().statement(caseId, recipient, APPROVERS.get(i));
      approvals.add(
          house
              .cases()
              .approve(
                  caseId,
                  statement.recipient(),
                  statement.bytes(),
                  statement.sign(key.privateKey()),
                  APPROVERS.get(i),
                  key.publicKey()));
    }
    return approvals;
  }
}
