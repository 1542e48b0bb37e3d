package org.sweetie.engine.script;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Everything a script can say, found without saying it: all ways through all rules that can be
 * reached, with what variables and match variables can hold. What cannot be listed is named as such
 * and never left out.
 */
public final class Sayings {
  /**
   * How many replies back a text is known again, and then not said by a rule that may not repeat.
   */
  public static final int REMEMBERED = Conversation.REMEMBERED_REPLIES;

  /** What keeps a text from being said twice where nothing else does: it is remembered. */
  public static final String MEMORY = "memory";

  /** Why something cannot be listed. */
  public enum Cause {
    /** It holds what the counterpart wrote. */
    COUNTERPART,
    /** A number or a value that nothing bounds. */
    UNBOUNDED,
    /** There are too many texts or ways to go through them all. */
    TOO_MANY,
    /** A construct that the rehearsal does not know. */
    UNKNOWN,
    /** Text is evaluated at run time. */
    EVALUATED,
    /** A call leaves the engine. */
    OUTSIDE,
    /** One message may be answered by more than one rule. */
    SEVERAL
  }

  /**
   * What could not be listed.
   *
   * @param text what is said, with what is not listed in angle quotes; empty where nothing is said
   * @param flow where it comes from and what it goes through
   */
  public record Unproved(
      String file, int line, String name, String text, Cause cause, List<String> flow) {
    public Unproved {
      flow = List.copyOf(flow);
    }
  }

  private final Script script;
  private final Reach reach;
  private final RehearsedTurn turn;
  private final Map<BitSet, List<Saying>> answers = new HashMap<>();

  private Sayings(Script script, Reach reach) {
    this.script = script;
    this.reach = reach;
    this.turn = new RehearsedTurn(script, reach);
  }

  /**
   * Goes through a script.
   *
   * @param bot the name it runs under
   * @param probes words that matter to the caller, in lower case: of a word that a pattern keeps
   *     from a closed list, each of these that is read as a member is tried too
   */
  public static Sayings of(Script script, String bot, Set<String> probes) {
    Set<String> names =
        script.allTopics().stream()
            .map(Topic::name)
            .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
    Globals globals = new Globals(bot, names);
    CaptureValues captures = new CaptureValues(script, script.vocabulary(), probes);
    Reach reach = new Reach(script, bot, new Rehearsal(script, globals, captures));
    reach.walk();
    return new Sayings(script, reach);
  }

  /** Everything that may be said, in the order of the script. */
  public List<Saying> sayings() {
    return reach.told().sayings();
  }

  /**
   * Words of closed lists that patterns keep and rules may echo. Where there are too many ways to
   * put them in place, the longest stands for those without a word that matters to the caller; each
   * is to be looked at by itself.
   */
  public Set<String> echoes() {
    return reach.rehearsal().captures().echoes();
  }

  /** Everything that cannot be listed. */
  public List<Unproved> unproved() {
    return reach.told().unproved();
  }

  /** How many rules can be reached. */
  public int reachableRules() {
    return reach.rules().size();
  }

  /** What may be the answer to a first message. */
  public List<Saying> whenFirst() {
    return turn.first();
  }

  /** Whether a first message may be left without an answer, or with one that a gambit makes. */
  public List<Saying> volunteeredFirst() {
    return turn.first().stream().filter(Saying::gambit).toList();
  }

  /**
   * What may be said, at any time, to a message in which this phrase stands, in its last sentence
   * or in an earlier one.
   */
  public List<Saying> inAnswerTo(String phrase) {
    return answers.computeIfAbsent(marksOf(phrase), turn::to);
  }

  /** The marks a sentence has for certain when a phrase stands in it, whatever is around it. */
  private BitSet marksOf(String phrase) {
    BitSet common = null;
    for (String around : List.of("%s", "qzxv %s", "%s qzxv", "vwkq %s vwkq")) {
      BitSet marks = new BitSet();
      List<Sentence> sentences = script.read(around.formatted(phrase), script.usualTokenFlags());
      if (sentences.size() == 1) {
        for (int mark : sentences.get(0).allMarks()) {
          marks.set(mark);
        }
      }
      if (common == null) {
        common = marks;
      } else {
        common.and(marks);
      }
    }
    BitSet found = common == null ? new BitSet() : common;
    // What a word may be, a noun or a verb, hangs on what stands beside it.
    English.SHIPPED.concepts().keySet().stream()
        .filter(concept -> !concept.equals("~explicit"))
        .mapToInt(script::mark)
        .filter(mark -> mark != Vocabulary.NONE)
        .forEach(found::clear);
    found.and(reach.marksInPatterns());
    return found;
  }

  /**
   * The words of which at least one stands in every message that this is said to, by one of the
   * rule's demands each; empty where nothing is demanded or the rule is led to by another.
   */
  public List<Set<String>> demands(Saying saying) {
    return reach.demands(saying);
  }
}
