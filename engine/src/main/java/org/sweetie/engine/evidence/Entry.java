package org.sweetie.engine.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.conduct.Verdict;
import org.sweetie.engine.message.ConversationId;
import org.sweetie.engine.message.Inbound.Source;
import org.sweetie.engine.message.TextBytes;
import org.sweetie.engine.signal.IdentifierSpan;
import org.sweetie.engine.signal.IndicatorSpan;

/**
 * One thing that happened, as it goes on record. What is not on record did not happen.
 *
 * <p>The kind of an entry on disk is its type's name in lower camel case: {@code messageReceived},
 * {@code mandate}, {@code approval}, {@code ruling}. Fields may be added with time, never renamed.
 * Facts (what was said, when) and assessments (what a model or a person thinks) are never in one
 * entry (CONDUCT C3).
 */
public sealed interface Entry {
  /** When it happened, by the clock of the process that recorded it. */
  Instant at();

  /**
   * The conversation it belongs to and with whose key it is sealed; null for what belongs to the
   * whole house.
   */
  default @Nullable ConversationId conversation() {
    return null;
  }

  // What the channels brought.

  /**
   * A text message of the counterpart, exactly as it came. {@code number} counts all turns of the
   * conversation from 1.
   */
  record MessageReceived(
      Instant at,
      ConversationId conversation,
      int number,
      Source source,
      Instant receivedAt,
      TextBytes original)
      implements Entry {}

  /**
   * Something that is not text was dropped unread (CONDUCT B14): only what was declared of it is
   * kept.
   */
  record MediaDropped(
      Instant at,
      ConversationId conversation,
      Source source,
      Instant receivedAt,
      String declaredType,
      long declaredSize)
      implements Entry {}

  /**
   * The channel lost the other side or may have missed something: gaps are declared (CONDUCT C3).
   */
  record Gap(Instant at, ConversationId conversation, Source source, String reason)
      implements Entry {}

  // What was made of it.

  /**
   * What reading found in message {@code number}: an assessment, with the hash of what assessed.
   */
  record Findings(
      Instant at,
      ConversationId conversation,
      int number,
      double risk,
      boolean flagged,
      String language,
      String model,
      List<IndicatorSpan> indicators,
      List<IdentifierSpan> identifiers)
      implements Entry {}

  /**
   * The conversation moved from one named state to another, and why. {@code by} is a person or
   * {@code system}.
   */
  record StateChanged(
      Instant at, ConversationId conversation, String from, String to, String reason, String by)
      implements Entry {}

  /**
   * Everything the script offered in answer to message {@code number}, with the gate's verdict on
   * each, rejected ones included (CONDUCT B11).
   *
   * @param stateBefore the script's state before the turn, as the script encodes it
   * @param faults what went wrong in the script meanwhile; entries of earlier versions have none
   */
  record Candidates(
      Instant at,
      ConversationId conversation,
      int number,
      String personaHash,
      String policyHash,
      String mandateId,
      long seed,
      String stateBefore,
      List<Candidate> candidates,
      List<Fault> faults)
      implements Entry {
    public Candidates {
      faults = faults == null ? List.of() : List.copyOf(faults);
    }
  }

  /**
   * A fault of the script while it was asked for a reply: its steps were spent, a call would have
   * left the engine, a name that is only known at run time led nowhere.
   *
   * @param seed the seed of the draw it showed in
   * @param what the fault, and the rule where it is known
   */
  record Fault(long seed, String what) {}

  /** One proposed reply. {@code stateAfter} is the script's state should it be sent. */
  record Candidate(String text, String rule, long seed, String stateAfter, List<Verdict> verdicts) {
    public Candidate {
      verdicts = List.copyOf(verdicts);
    }

    /** Whether the gate let it through. */
    public boolean passed() {
      return verdicts.stream().allMatch(Verdict::passed);
    }
  }

  /**
   * A person chose candidate {@code chosen} for message {@code number}, or withheld the reply (-1).
   */
  record Release(
      Instant at, ConversationId conversation, int number, String by, int chosen, String reason)
      implements Entry {}

  /**
   * A reply of the persona, recorded before it goes out.
   *
   * @param number its own number in the conversation
   * @param answers the number of the message it answers
   * @param kind {@code script}, {@code closing} (CONDUCT B9) or {@code organisation} (reviewed text
   *     in the organisation's name, CONDUCT B10, B15)
   * @param releasedBy the person who released it; null where the mandate is autonomous
   */
  record Reply(
      Instant at,
      ConversationId conversation,
      int number,
      int answers,
      String text,
      String kind,
      String rule,
      String mandateId,
      @Nullable String releasedBy)
      implements Entry {}

  /** A due reply was not sent, and why: no mandate, a stop, a failed gate, a lost channel. */
  record NotSent(Instant at, ConversationId conversation, int answers, String rule, String reason)
      implements Entry {}

  // What people did.

  /** An operation was opened in this home. */
  record Operation(Instant at, String id, String title, boolean demo) implements Entry {}

  /** A signed mandate was filed, byte for byte as its authority issued it (CONDUCT B12). */
  record Mandate(Instant at, String id, byte[] document, byte[] signature, String authorityKey)
      implements Entry {}

  /** A persona was loaded: its files whole, so that the log alone can replay it (CONDUCT B11). */
  record PersonaLoaded(Instant at, String hash, Map<String, String> files) implements Entry {
    public PersonaLoaded {
      files = Map.copyOf(files);
    }
  }

  /** A person was enrolled with roles and a public key (X.509 SubjectPublicKeyInfo, base64). */
  record Person(Instant at, String id, String name, List<String> roles, @Nullable String publicKey)
      implements Entry {}

  /** A person ruled on a flagged conversation: an assessment with its reason (CONDUCT C2). */
  record Ruling(Instant at, ConversationId conversation, String by, String finding, String reason)
      implements Entry {}

  /** A case was opened over whole conversations (CONDUCT C3). */
  record CaseOpened(Instant at, String id, String title, List<String> conversations, String by)
      implements Entry {}

  /**
   * A person approved the handover of a case to one recipient.
   *
   * @param statement the exact bytes signed
   * @param signature Ed25519 over the statement, 64 bytes
   */
  record Approval(
      Instant at,
      String id,
      String caseId,
      String by,
      String recipient,
      byte[] statement,
      byte[] signature)
      implements Entry {}

  /** A case left the house: to whom, on whose approvals, and the SHA-256 of the file. */
  record Exported(
      Instant at, String caseId, String recipient, List<String> approvals, String sha256, String by)
      implements Entry {}

  /**
   * Somebody read, searched, verified or disclosed evidence: who, what, why, for whom (CONDUCT C5).
   */
  record Access(Instant at, String by, String action, String subject, String reason)
      implements Entry {}

  /** The stop switch was used (CONDUCT B8): {@code scope} is a conversation id or {@code all}. */
  record Stop(Instant at, String scope, String by, String reason) implements Entry {}

  /**
   * A stop of everything was lifted: new conversations may be answered again; ended ones stay
   * ended.
   */
  record Resume(Instant at, String by, String reason) implements Entry {}

  /** A record handed in from outside by {@code sweetie evidence append}: kept as given. */
  record Foreign(Instant at, String kind, String json) implements Entry {}
}
