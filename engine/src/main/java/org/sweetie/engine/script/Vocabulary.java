package org.sweetie.engine.script;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything a pattern can look for, as a number: words, phrases, words with wildcards, concepts
 * and topics. After {@link #close} it also knows which concepts each of them belongs to.
 */
final class Vocabulary {
  static final int NONE = -1;

  private static final int[] NOTHING = {};

  private final Map<String, Integer> ids = new HashMap<>();
  private final List<String> names = new ArrayList<>();
  private final Map<Integer, List<Member>> concepts = new HashMap<>();
  private final Map<Integer, List<Phrase>> phrasesByFirst = new HashMap<>();
  private final List<Wildcard> wildcards = new ArrayList<>();
  private final Map<Integer, Integer> typedOnly = new HashMap<>();
  private int[][] memberships = {};
  private int cycles;
  private boolean closed;

  /** A phrase of several words, each by its number. */
  record Phrase(int[] words, int mark) {}

  /** A word with wildcards. */
  record Wildcard(String pattern, int mark) {}

  /** Writes a closed vocabulary. */
  void write(ImageOut out) {
    out.number(names.size());
    names.forEach(out::text);
    List<Phrase> phrases = phrasesByFirst.values().stream().flatMap(List::stream).toList();
    out.number(phrases.size());
    for (Phrase phrase : phrases) {
      out.numbers(phrase.words());
      out.number(phrase.mark());
    }
    out.number(wildcards.size());
    for (Wildcard wildcard : wildcards) {
      out.number(wildcard.mark());
    }
    out.number(typedOnly.size());
    typedOnly.forEach(
        (mark, only) -> {
          out.number(mark);
          out.number(only);
        });
    for (int[] concepts : memberships) {
      out.numbers(concepts);
    }
  }

  /** Reads what {@link #write} wrote: a closed vocabulary. */
  static Vocabulary read(ImageIn in) {
    Vocabulary read = new Vocabulary();
    for (int i = in.number(); i > 0; i--) {
      read.intern(in.text());
    }
    for (int i = in.number(); i > 0; i--) {
      int[] words = in.numbers();
      read.addPhrase(new Phrase(words, in.number()));
    }
    for (int i = in.number(); i > 0; i--) {
      int mark = in.number();
      read.wildcards.add(new Wildcard(read.name(mark), mark));
    }
    for (int i = in.number(); i > 0; i--) {
      read.typedOnly.put(in.number(), in.number());
    }
    int[][] memberships = new int[read.size()][];
    for (int i = 0; i < memberships.length; i++) {
      memberships[i] = in.numbers();
    }
    read.memberships = memberships;
    read.closed = true;
    return read;
  }

  private void addPhrase(Phrase phrase) {
    phrasesByFirst.computeIfAbsent(phrase.words()[0], first -> new ArrayList<>()).add(phrase);
  }

  /** The number of a word, phrase word or concept, new when it is not known yet. */
  int intern(String folded) {
    Integer known = ids.get(folded);
    if (known != null) {
      return known;
    }
    if (closed) {
      throw new IllegalStateException(
          "'" + folded + "' is new to a closed vocabulary; intern it while the script is compiled");
    }
    int id = names.size();
    ids.put(folded, id);
    names.add(folded);
    return id;
  }

  /** The number of something a script uses, or {@link #NONE}. */
  int find(String folded) {
    Integer id = ids.get(folded);
    return id == null ? NONE : id;
  }

  boolean knows(String folded) {
    return ids.containsKey(folded);
  }

  String name(int id) {
    return names.get(id);
  }

  int size() {
    return names.size();
  }

  int phrase(List<String> words) {
    if (words.size() == 1) {
      return intern(words.get(0));
    }
    String joined = String.join(" ", words);
    boolean isNew = !ids.containsKey(joined);
    int mark = intern(joined);
    if (isNew) {
      int[] numbers = words.stream().mapToInt(this::intern).toArray();
      addPhrase(new Phrase(numbers, mark));
    }
    return mark;
  }

  int wildcard(String pattern) {
    boolean isNew = !ids.containsKey(pattern);
    int mark = intern(pattern);
    if (isNew) {
      wildcards.add(new Wildcard(pattern, mark));
    }
    return mark;
  }

  /** The number that is marked only where a word stands as typed: {@code 'word} in a concept. */
  int typedOnly(int mark) {
    int only = intern("'" + name(mark));
    if (!closed) {
      typedOnly.put(mark, only);
    }
    return only;
  }

  int typedOnlyOf(int mark) {
    return typedOnly.getOrDefault(mark, NONE);
  }

  void define(int concept, List<Member> members) {
    if (closed) {
      return;
    }
    concepts.computeIfAbsent(concept, id -> new ArrayList<>()).addAll(members);
  }

  boolean isDefined(int concept) {
    return concepts.containsKey(concept);
  }

  @Nullable List<Phrase> phrasesFrom(int first) {
    return phrasesByFirst.get(first);
  }

  List<Wildcard> wildcards() {
    return wildcards;
  }

  /** The concepts something belongs to, directly or through others, in rising order. */
  int[] conceptsOf(int id) {
    return id >= 0 && id < memberships.length ? memberships[id] : NOTHING;
  }

  boolean belongs(int id, int concept) {
    return Arrays.binarySearch(conceptsOf(id), concept) >= 0;
  }

  /** Resolves all concepts once: nested ones are unfolded, exclusions taken out. */
  void close() {
    if (closed) {
      return;
    }
    closed = true;
    Map<Integer, BitSet> closed = new HashMap<>();
    int[] counts = new int[size()];
    for (Integer concept : concepts.keySet()) {
      unfold(concept, closed, new BitSet()).stream().forEach(id -> counts[id]++);
    }
    memberships = new int[size()][];
    for (int id = 0; id < memberships.length; id++) {
      memberships[id] = counts[id] == 0 ? NOTHING : new int[counts[id]];
    }
    int[] filled = new int[size()];
    concepts.keySet().stream()
        .sorted()
        .forEach(
            concept ->
                closed.getOrDefault(concept, new BitSet()).stream()
                    .forEach(id -> memberships[id][filled[id]++] = concept));
    concepts.clear();
  }

  /**
   * The marks below a concept. A concept inside itself adds nothing; what was found on such a round
   * trip is not kept, so that the order of definitions does not matter.
   */
  private BitSet unfold(int concept, Map<Integer, BitSet> closed, BitSet open) {
    BitSet known = closed.get(concept);
    if (known != null) {
      return known;
    }
    BitSet found = new BitSet();
    if (open.get(concept)) {
      cycles++;
      return found;
    }
    int cyclesBefore = cycles;
    open.set(concept);
    BitSet excluded = new BitSet();
    for (Member member : concepts.getOrDefault(concept, List.of())) {
      BitSet target = member.excluded() ? excluded : found;
      target.set(member.mark());
      if (concepts.containsKey(member.mark())) {
        target.or(unfold(member.mark(), closed, open));
      }
    }
    found.andNot(excluded);
    open.clear(concept);
    if (open.isEmpty() || cycles == cyclesBefore) {
      closed.put(concept, found);
    }
    return found;
  }
}
