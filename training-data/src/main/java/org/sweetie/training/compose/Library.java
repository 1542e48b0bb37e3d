package org.sweetie.training.compose;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.signal.Indicator;
import org.sweetie.training.split.Split;
import org.sweetie.training.split.SplitPlan;

/** Every authored line and scene, read once, each family dealt to one split. */
final class Library {
  static final List<String> REGISTERS = List.of("games", "social", "study", "agency");
  private static final List<String> TALK =
      List.of(
          "greeting",
          "small_talk",
          "reply",
          "share",
          "child_age",
          "adult_age",
          "peer_age",
          "goodbye",
          "peer_acts",
          "family_acts",
          "adult_acts");

  private record Key(String language, String pool, String section) {}

  private final List<String> languages = new ArrayList<>();
  private final Map<String, String> follows = new HashMap<>();
  private final Map<Key, List<Template>> pools = new LinkedHashMap<>();
  private final Map<Key, List<Template>> byPool = new LinkedHashMap<>();
  private final List<Scene> scenes = new ArrayList<>();
  private final List<Authored> authored = new ArrayList<>();
  private final List<Template> singleLines = new ArrayList<>();
  private final SplitPlan plan = new SplitPlan();
  private final Map<Template, Split> splits = new HashMap<>();
  private final Map<String, Split> byPlace = new HashMap<>();

  private Library() {}

  static Library load() {
    Library library = new Library();
    for (TextFile.Line line : TextFile.need("languages.txt")) {
      String[] words = line.text().split("\\s+");
      String language = words[0];
      library.languages.add(language);
      if (words.length > 2) {
        library.follows.put(language, words[2]);
      }
      library.loadLanguage(language);
    }
    library.deal();
    return library;
  }

  private void loadLanguage(String language) {
    for (Indicator indicator : Indicator.values()) {
      loadPool("acts", language, indicator.wire(), EnumSet.of(indicator));
    }
    for (String pool : TALK) {
      loadPool("talk", language, pool, Set.of());
    }
    for (String register : REGISTERS) {
      loadScenes(language, register);
    }
    for (TextFile.Line author : TextFile.need("authors.txt")) {
      authored.addAll(AuthoredFile.conversations(language, author.text()));
      AuthoredFile.singleLines(language, author.text(), singleLines::add);
    }
  }

  private void loadPool(String folder, String language, String pool, Set<Indicator> own) {
    String section = Template.ANY;
    for (TextFile.Line line : TextFile.read(folder + "/" + language + "/" + pool + ".txt")) {
      if (line.text().startsWith("@")) {
        section = line.text().substring(1);
        continue;
      }
      Set<Indicator> acts = TextFile.actsOf(line);
      acts.addAll(own);
      Template template =
          new Template(language, pool, section, line.number(), TextFile.textOf(line), acts);
      pools.computeIfAbsent(new Key(language, pool, section), k -> new ArrayList<>()).add(template);
      byPool.computeIfAbsent(new Key(language, pool, ""), k -> new ArrayList<>()).add(template);
    }
  }

  private void loadScenes(String language, String register) {
    List<Scene.Line> lines = new ArrayList<>();
    String @Nullable [] head = null;
    for (TextFile.Line line : TextFile.read("scenes/" + language + "/" + register + ".txt")) {
      if (line.text().startsWith("==")) {
        addScene(language, register, head, lines);
        head = line.text().substring(2).strip().split("\\s+");
        lines.clear();
      } else {
        lines.add(sceneLine(language, register, line));
      }
    }
    addScene(language, register, head, lines);
  }

  private static Scene.Line sceneLine(String language, String register, TextFile.Line line) {
    if (!line.text().matches("[AB]: .+")) {
      throw line.wrong("expected 'A: text' or 'B: text' or '== name'");
    }
    Template template =
        new Template(
            language,
            "scene",
            register,
            line.number(),
            TextFile.textOf(line).substring(3),
            TextFile.actsOf(line));
    return new Scene.Line(line.text().charAt(0), template);
  }

  private void addScene(
      String language, String register, String @Nullable [] head, List<Scene.Line> lines) {
    if (head != null && !lines.isEmpty()) {
      boolean neutral = head.length > 1 && head[1].equals("neutral");
      scenes.add(new Scene(language, register, head[0], neutral, lines));
    }
  }

  /**
   * Conversations and scenes first, whole; then the pools: a line that also stands in one of these
   * keeps its split.
   */
  private void deal() {
    dealAuthored();
    Map<String, List<String>> bySetting = new LinkedHashMap<>();
    for (Scene scene : scenes) {
      String setting = scene.language() + (scene.neutral() ? " neutral" : "");
      bySetting.computeIfAbsent(setting, k -> new ArrayList<>()).add(familyOf(scene));
    }
    bySetting.values().forEach(plan::deal);
    for (Scene scene : scenes) {
      Split split = splitOf(scene);
      scene.lines().forEach(line -> plan.assign(line.template().family(), split));
    }
    for (List<Template> pool : pools.values()) {
      dealPool(pool);
    }
    Map<String, List<String>> byLanguage = new LinkedHashMap<>();
    singleLines.forEach(
        t -> byLanguage.computeIfAbsent(t.language(), k -> new ArrayList<>()).add(t.family()));
    byLanguage.values().forEach(plan::deal);
    singleLines.forEach(t -> splits.put(t, plan.of(t.family())));
  }

  private void dealAuthored() {
    Map<String, List<String>> byKind = new LinkedHashMap<>();
    for (Authored one : authored) {
      String kind = one.language() + " " + one.positive();
      byKind.computeIfAbsent(kind, k -> new ArrayList<>()).add(one.family());
    }
    byKind.values().forEach(plan::deal);
    for (Authored one : authored) {
      Split split = plan.of(one.family());
      one.lines().forEach(line -> plan.assign(line.template().family(), split));
    }
  }

  private void dealPool(List<Template> pool) {
    String leader = follows.get(pool.get(0).language());
    for (Template template : pool) {
      Split led = leader == null ? null : byPlace.get(template.placeIn(leader));
      if (led != null) {
        plan.assign(template.family(), led);
      }
    }
    plan.deal(pool.stream().map(Template::family).toList());
    for (Template template : pool) {
      Split split = plan.of(template.family());
      splits.put(template, split);
      byPlace.put(template.placeIn(template.language()), split);
    }
  }

  /** A scene that follows another language's scene has the same family. */
  private String familyOf(Scene scene) {
    return scene.familyIn(follows.getOrDefault(scene.language(), scene.language()));
  }

  private Split splitOf(Scene scene) {
    return plan.of(familyOf(scene));
  }

  List<String> languages() {
    return List.copyOf(languages);
  }

  /** Every pool line of every language, in file order. */
  List<Template> templates() {
    return byPool.values().stream().flatMap(List::stream).toList();
  }

  List<Scene> scenes() {
    return List.copyOf(scenes);
  }

  /** Every conversation written whole. */
  List<Authored> authored() {
    return List.copyOf(authored);
  }

  /** Every single line of an author, with what looks like an act and is none. */
  List<Template> singleLines() {
    return List.copyOf(singleLines);
  }

  boolean in(@Nullable Split split, Authored conversation) {
    return split == null || plan.of(conversation.family()) == split;
  }

  /** The conversations of a language that are positive, or that are not, in a split. */
  List<Authored> authored(String language, boolean positive, @Nullable Split split) {
    return authored.stream()
        .filter(a -> a.language().equals(language) && a.positive() == positive && in(split, a))
        .toList();
  }

  boolean in(@Nullable Split split, Template template) {
    return split == null || splits.get(template) == split;
  }

  boolean in(@Nullable Split split, Scene scene) {
    return split == null || splitOf(scene) == split;
  }

  /**
   * Lines of one pool: those of the section and of {@code any}; the whole pool where the split has
   * none of these.
   */
  List<Template> lines(String language, String pool, String section, @Nullable Split split) {
    List<Template> fitting = new ArrayList<>();
    fitting.addAll(pools.getOrDefault(new Key(language, pool, section), List.of()));
    fitting.addAll(pools.getOrDefault(new Key(language, pool, Template.ANY), List.of()));
    fitting.removeIf(t -> !in(split, t));
    if (!fitting.isEmpty()) {
      return fitting;
    }
    return byPool.getOrDefault(new Key(language, pool, ""), List.of()).stream()
        .filter(t -> in(split, t))
        .toList();
  }

  /** Scenes of one language and register in a split; empty where it has none. */
  List<Scene> scenes(String language, String register, boolean neutralOnly, @Nullable Split split) {
    return scenes.stream()
        .filter(s -> s.language().equals(language) && s.register().equals(register))
        .filter(s -> in(split, s) && (!neutralOnly || s.neutral()))
        .toList();
  }
}
