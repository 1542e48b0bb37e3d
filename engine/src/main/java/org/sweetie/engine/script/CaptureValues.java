package org.sweetie.engine.script;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sweetie.engine.script.PatternElement.Group;
import org.sweetie.engine.script.PatternElement.Group.Kind;

/**
 * What a pattern that matched leaves in the match variables. Only a closed list is listed: words,
 * phrases, and concepts whose members are all written out.
 *
 * <p>A word the counterpart typed counts as a member in any of its forms. Every form that matters
 * to a rule of conduct is tried: the members, and each of the given words that is read as one of
 * them. Any other form holds none of these words.
 */
final class CaptureValues {
  /** Endings under which a member may be typed. */
  private static final List<String> ENDINGS = List.of("s", "es", "d", "ed", "ing", "er", "est");

  private final Script script;
  private final Vocabulary vocabulary;
  private final Set<String> probes;
  private final Map<Integer, Possible> ofMark = new HashMap<>();
  private final Set<String> echoes = new LinkedHashSet<>();
  private final Map<String, Set<String>> irregularForms = new HashMap<>();
  private final Map<String, List<Sentence>> read = new HashMap<>();

  /**
   * @param probes words that matter to a rule of conduct, in lower case
   */
  CaptureValues(Script script, Vocabulary vocabulary, Set<String> probes) {
    this.script = script;
    this.vocabulary = vocabulary;
    this.probes = Set.copyOf(probes);
  }

  /** What one pattern leaves, while it is walked. */
  private static final class Slots {
    final Map<Integer, Possible> canonical = new HashMap<>();
    final Map<Integer, Possible> typed = new HashMap<>();
    final Map<String, Possible> variables = new HashMap<>();

    /** Whether the pattern names a match variable itself, so that those before it may be old. */
    boolean chosen;

    void add(int slot, Possible value, Possible asTyped) {
      canonical.merge(slot, value, Possible::or);
      typed.merge(slot, asTyped, Possible::or);
    }
  }

  /** Fills a path's store with what its pattern found. */
  void matched(Group pattern, Path path) {
    Slots slots = new Slots();
    BitSet first = new BitSet();
    first.set(0);
    BitSet after = walk(pattern, first, slots, path);
    int sure = slots.chosen ? 0 : after.nextSetBit(0);
    slots.canonical.forEach((slot, value) -> keep("_" + slot, slot < sure, value, path));
    slots.typed.forEach((slot, value) -> keep("'_" + slot, slot < sure, value, path));
    slots.variables.forEach(
        (name, value) -> path.store.set(name, Possible.or(path.store.get(name), value)));
  }

  /** What a pattern that may not have matched leaves. */
  void perhapsMatched(Group pattern, Path path) {
    Path other = path.fork();
    matched(pattern, other);
    Store before = path.store.copy();
    for (int slot = 0; slot < Captures.COUNT; slot++) {
      for (String name : List.of("_" + slot, "'_" + slot)) {
        path.store.set(name, Possible.or(before.get(name), other.store.get(name)));
      }
    }
  }

  private static void keep(String name, boolean sure, Possible value, Path path) {
    path.store.set(name, sure ? value : Possible.or(value, path.store.get(name)));
  }

  /** Walks a group; the sets hold which match variable may be the next one. */
  private BitSet walk(Group group, BitSet next, Slots slots, Path path) {
    boolean sequence = group.kind() == Kind.SEQUENCE || group.kind() == Kind.UNORDERED;
    BitSet here = (BitSet) next.clone();
    BitSet after = new BitSet();
    for (PatternItem item : group.items()) {
      BitSet then = item(item, sequence ? here : next, slots, path);
      if (sequence) {
        here = then;
      } else {
        after.or(then);
      }
    }
    if (sequence) {
      return here;
    }
    if (group.kind() == Kind.OPTIONAL) {
      after.or(next);
    }
    return after;
  }

  private BitSet item(PatternItem item, BitSet next, Slots slots, Path path) {
    BitSet here = (BitSet) next.clone();
    if (item.memorised() && item.slot() != PatternItem.NEXT) {
      slots.chosen = true;
      remember(item, item.slot(), slots, path);
      here = new BitSet();
      here.set(item.slot() + 1);
    } else if (item.memorised()) {
      here = new BitSet();
      for (int slot = next.nextSetBit(0); slot >= 0; slot = next.nextSetBit(slot + 1)) {
        remember(item, Math.min(slot, Captures.COUNT - 1), slots, path);
        here.set(Math.min(slot, Captures.COUNT - 1) + 1);
      }
    }
    if (item.element() instanceof Group nested) {
      BitSet after = walk(nested, here, slots, path);
      if (item.not() || item.notNext()) {
        after.or(here);
      }
      return after;
    }
    if (item.element() instanceof PatternElement.Assign assign) {
      slots.variables.merge(
          assign.target().name(), Possible.unlisted(written("a pattern's :="), ":="), Possible::or);
    }
    return here;
  }

  private static Unlisted written(String what) {
    return Unlisted.of(Sayings.Cause.COUNTERPART, what + ", which the counterpart wrote");
  }

  private void remember(PatternItem item, int slot, Slots slots, Path path) {
    Possible value = valueOf(item.element(), path, slot);
    boolean perhaps = item.not() || isOptional(item.element());
    Possible kept = perhaps ? Possible.or(value, Possible.NOTHING) : value;
    slots.add(slot, kept, kept);
  }

  private static boolean isOptional(PatternElement element) {
    return element instanceof Group group && group.kind() == Kind.OPTIONAL;
  }

  private Possible valueOf(PatternElement element, Path path, int slot) {
    if (element instanceof PatternElement.Marked marked) {
      return ofMark(marked.mark(), slot);
    }
    if (element instanceof PatternElement.SoonestOf soonest) {
      return ofMarks(soonest.marks(), slot);
    }
    if (element instanceof PatternElement.HasValue value) {
      String name = Rehearsal.nameOf(value.operand());
      return name == null ? anything(slot) : path.store.get(name);
    }
    boolean choice =
        element instanceof Group group && (group.kind() == Kind.CHOICE || isOptional(group));
    return choice ? ofChoice((Group) element, path, slot) : anything(slot);
  }

  private Possible ofChoice(Group group, Path path, int slot) {
    Possible all = null;
    for (PatternItem item : group.items()) {
      boolean plain = !item.not() && !item.notNext();
      Possible one = plain ? valueOf(item.element(), path, slot) : anything(slot);
      all = all == null ? one : Possible.or(all, one);
    }
    return all == null ? anything(slot) : all;
  }

  private static Possible anything(int slot) {
    return Possible.unlisted(written("_" + slot), "_" + slot);
  }

  private Possible ofMarks(int[] marks, int slot) {
    Possible all = ofMark(marks[0], slot);
    for (int mark : marks) {
      all = Possible.or(all, ofMark(mark, slot));
    }
    return all;
  }

  private Possible ofMark(int mark, int slot) {
    return ofMark.computeIfAbsent(mark, this::members).through("_" + slot);
  }

  private Possible members(int mark) {
    return membersOf(vocabulary.name(mark));
  }

  /** What a word can be that is a member of a concept. */
  Possible membersOf(String name) {
    Set<String> leaves = new LinkedHashSet<>();
    if (!collect(name, leaves, new LinkedHashSet<>())) {
      return Possible.unlisted(
          written("a word of " + name + ", which is no closed list"), "a word of " + name);
    }
    Set<String> forms = new LinkedHashSet<>();
    int mark = vocabulary.find(name);
    for (String leaf : leaves) {
      forms.add(leaf);
      forms.add(canonical(leaf));
    }
    Set<String> grown = new LinkedHashSet<>();
    for (String leaf : leaves) {
      ENDINGS.forEach(ending -> addIfRead(leaf + ending, mark, leaves, grown));
    }
    grown.stream().filter(form -> !isPlain(form)).forEach(forms::add);
    for (String leaf : leaves) {
      irregularForms()
          .getOrDefault(leaf, Set.of())
          .forEach(form -> addIfRead(form, mark, leaves, forms));
    }
    probes.forEach(word -> addIfRead(word, mark, leaves, forms));
    Set<String> alike = new LinkedHashSet<>();
    forms.stream().filter(this::isPlain).forEach(alike::add);
    echoes.addAll(alike);
    return new Possible(forms, null, List.of(), alike);
  }

  /** Irregular forms by what they are forms of. */
  private Map<String, Set<String>> irregularForms() {
    if (irregularForms.isEmpty()) {
      Morphology.SHIPPED.irregularForms(
          (form, base) ->
              irregularForms.computeIfAbsent(base, b -> new LinkedHashSet<>()).add(form));
    }
    return irregularForms;
  }

  /** Letters and spaces, and no word that matters to a rule of conduct. */
  private boolean isPlain(String form) {
    return form.codePoints().allMatch(c -> Character.isLetter(c) || c == ' ' || c == '-')
        && Arrays.stream(form.split("[ -]", -1)).noneMatch(probes::contains);
  }

  /** Everything that patterns keep from closed lists and that rules do not tell apart. */
  Set<String> echoes() {
    return echoes;
  }

  /** Adds what a word is typed and said as, where it is read as a member. */
  private void addIfRead(String word, int mark, Set<String> leaves, Set<String> forms) {
    for (Sentence sentence : read.computeIfAbsent(word, this::read)) {
      for (int i = 1; i <= sentence.count(); i++) {
        Sentence.Word one = sentence.word(i);
        boolean member =
            sentence.marks().hasAt(mark, i, i)
                || leaves.contains(one.folded())
                || leaves.contains(Fold.word(one.canonical()));
        if (member) {
          forms.add(Fold.word(one.typed()));
          forms.add(Fold.word(one.canonical()));
        }
      }
    }
  }

  private List<Sentence> read(String word) {
    return script.read(word, script.usualTokenFlags());
  }

  private String canonical(String phrase) {
    List<String> words = new ArrayList<>();
    for (String word : phrase.split(" ", -1)) {
      words.add(script.canonical(word));
    }
    return String.join(" ", words);
  }

  /** The words and phrases below a name; false when they are not all written out. */
  private boolean collect(String name, Set<String> leaves, Set<String> open) {
    if (!name.startsWith("~")) {
      boolean holes = name.indexOf('*') >= 0 || name.equals(Script.MASKED);
      leaves.add(name.startsWith("'") ? name.substring(1) : name);
      return !holes;
    }
    if (!open.add(name)) {
      return true;
    }
    List<String> members = script.membersOf(name);
    boolean own =
        English.SHIPPED.concepts().containsKey(name)
            || English.SHIPPED.interjections().stream().anyMatch(s -> s.concept().equals(name));
    if (members.isEmpty() || own) {
      return false;
    }
    for (String member : members) {
      if (!collect(member, leaves, open)) {
        return false;
      }
    }
    return true;
  }
}
