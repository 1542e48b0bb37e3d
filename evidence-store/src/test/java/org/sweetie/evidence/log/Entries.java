package org.sweetie.evidence.log;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.sweetie.engine.conduct.Verdict;
import org.sweetie.engine.evidence.Entry;
import org.sweetie.engine.message.ConversationId;
import org.sweetie.engine.message.Inbound.Source;
import org.sweetie.engine.message.TextBytes;
import org.sweetie.engine.signal.IdentifierSpan;
import org.sweetie.engine.signal.IdentifierType;
import org.sweetie.engine.signal.Indicator;
import org.sweetie.engine.signal.IndicatorSpan;

/** Entries to test with. */
public final class Entries {
  public static final ConversationId CONVERSATION = new ConversationId("c1");
  public static final Instant NOON = Instant.parse("2026-01-05T12:00:00.123456Z");
  static final Source SOURCE = new Source("web", "web:demo-room", "guest-7");

  private Entries() {}

  public static Entry message(int number, String text) {
    return message(CONVERSATION, number, text);
  }

  public static Entry message(ConversationId id, int number, String text) {
    return new Entry.MessageReceived(NOON, id, number, SOURCE, NOON, TextBytes.of(text));
  }

  /** Equal as canonical JSON: records with arrays have no equals of their own. */
  static boolean same(Entry one, Entry other) {
    EntryCodec codec = new EntryCodec();
    return one.getClass() == other.getClass()
        && java.util.Arrays.equals(codec.encode(one), codec.encode(other));
  }

  static List<Entry> oneOfEach() {
    ConversationId c = CONVERSATION;
    return List.of(
        message(1, "hello"),
        new Entry.MediaDropped(NOON, c, SOURCE, NOON, "image/png", -1),
        new Entry.Gap(NOON, c, SOURCE, "the connection dropped"),
        findings(),
        new Entry.StateChanged(NOON, c, "engaged", "ended", "enough", "system"),
        candidates(),
        new Entry.Release(NOON, c, 1, "p1", -1, "withheld"),
        new Entry.Reply(NOON, c, 2, 1, "hi", "script", "~a.1.0", "m1", "p1"),
        new Entry.NotSent(NOON, c, 1, "B7", "no mandate"),
        new Entry.Operation(NOON, "o1", "Demo", true),
        new Entry.Mandate(NOON, "m1", new byte[] {1, -2}, new byte[] {3}, "key"),
        new Entry.PersonaLoaded(NOON, "sha256:1", Map.of("b.top", "topic", "a.top", "t\u00e9")),
        new Entry.Person(NOON, "p1", "Analyst One", List.of("analyst"), null),
        new Entry.Ruling(NOON, c, "p1", "refer", "as stated"),
        new Entry.CaseOpened(NOON, "k1", "Case", List.of("c1"), "p1"),
        new Entry.Approval(NOON, "a1", "k1", "p1", "r1", new byte[] {4}, new byte[64]),
        new Entry.Exported(NOON, "k1", "r1", List.of("a1", "a2"), "00", "p1"),
        new Entry.Access(NOON, "p1", "read", "c1", "review"),
        new Entry.Stop(NOON, "all", "p1", "drill"),
        new Entry.Resume(NOON, "p1", "the drill is over"),
        new Entry.Foreign(NOON, "note", "{\"n\":1}"));
  }

  private static Entry findings() {
    return new Entry.Findings(
        NOON,
        CONVERSATION,
        1,
        0.1234,
        false,
        "sr-Latn",
        "sha256:2",
        List.of(new IndicatorSpan(Indicator.AGE_PROBING, 0.91, 0, 5, null)),
        List.of(
            new IdentifierSpan(IdentifierType.PHONE, 0, 5, "hello", "+447700900123", 1, null, 7)));
  }

  private static Entry candidates() {
    Verdict verdict = new Verdict("B2", true, "nothing");
    return new Entry.Candidates(
        NOON,
        CONVERSATION,
        1,
        "p",
        "q",
        "m1",
        Long.MIN_VALUE,
        "before",
        List.of(new Entry.Candidate("hi", "~a.1.0", 1, "after", List.of(verdict))),
        List.of(new Entry.Fault(2, "error: the budget is spent")));
  }
}
