package org.sweetie.training.compose;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.message.Conversation;
import org.sweetie.engine.message.Utterance;
import org.sweetie.engine.signal.Indicator;
import org.sweetie.training.corpus.ConversationLabels;
import org.sweetie.training.corpus.LabelledConversation;
import org.sweetie.training.split.Split;

/**
 * Composes labelled conversations from the authored lines, plots and scenes of this module.
 *
 * <p>Conversation {@code i} of a seed depends on the seed, the split and {@code i} alone, so any
 * part of a corpus can be made again without the rest, and only one conversation is in memory at a
 * time.
 */
public final class Composer {
  private static final double POSITIVE = 0.42;
  private static final double BY_SCENE = 0.6;
  private static final double ENGLISH = 0.4;
  private static final double RETOLD = 0.6;
  private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");

  private final Library library;
  private final List<Plot> plots;
  private final Speech speech;

  private Composer() {
    library = Library.load();
    plots = Plot.load();
    speech = Speech.load(library.languages());
  }

  /** Conversations over all templates, lazily, in order of their ids. */
  public static Stream<LabelledConversation> compose(long seed, int conversations) {
    return stream(seed, conversations, null);
  }

  /** Conversations whose lines and scenes all belong to one split. */
  public static Stream<LabelledConversation> compose(long seed, int conversations, Split split) {
    return stream(seed, conversations, split);
  }

  private static Stream<LabelledConversation> stream(
      long seed, int conversations, @Nullable Split split) {
    if (conversations < 0) {
      throw new IllegalArgumentException(
          "cannot compose " + conversations + " conversations: give 0 or more");
    }
    Composer composer = new Composer();
    return IntStream.range(0, conversations).mapToObj(i -> composer.one(seed, i, split));
  }

  private LabelledConversation one(long seed, int index, @Nullable Split split) {
    long salt = split == null ? 0 : split.ordinal() + 1L;
    SplittableRandom random = new SplittableRandom(mix(seed) ^ mix(index * 4L + salt));
    String language = language(random);
    boolean cyrillic = language.equals("sr") && random.nextDouble() < 0.4;
    String register = Library.REGISTERS.get(random.nextInt(Library.REGISTERS.size()));
    Director director = new Director(library, language, register, split, random);
    Draft draft = new Draft(speech.wording(language, random, cyrillic), random);
    boolean positive = random.nextDouble() < POSITIVE;
    List<Authored> told = library.authored(language, positive, split);
    Cast cast =
        !told.isEmpty() && random.nextDouble() < RETOLD
            ? retell(told.get(random.nextInt(told.size())), split, random, draft)
            : cast(
                direct(director, positive, language, register, split, random, draft),
                language,
                register,
                positive,
                random);
    String tag = language.equals("sr") && !draft.isCyrillic() ? "sr-Latn" : language;
    String prefix = split == null ? "c" : split.wire();
    return finish(prefix + "-" + seed + "-" + index, tag, cast, draft, random);
  }

  /** What is known about the conversation, and the author's id of each side. */
  private record Cast(ConversationLabels labels, Map<Character, String> ids) {}

  private static Cast cast(
      String plot, String language, String register, boolean positive, SplittableRandom random) {
    Map<Character, String> ids =
        random.nextBoolean() ? Map.of('A', "A", 'B', "B") : Map.of('A', "B", 'B', "A");
    String offender = positive ? ids.get('A') : null;
    return new Cast(
        new ConversationLabels(positive, offender, register, plot, language + " " + plot), ids);
  }

  private Cast retell(Authored told, @Nullable Split split, SplittableRandom random, Draft draft) {
    new Retelling(library, split, random).tell(told, draft);
    List<Character> sides = told.sides();
    int turn = random.nextInt(sides.size());
    Map<Character, String> ids = new TreeMap<>();
    for (int i = 0; i < sides.size(); i++) {
      ids.put(sides.get(i), String.valueOf(sides.get((i + turn) % sides.size())));
    }
    String offender = told.offender() == null ? null : ids.get(told.offender());
    String plot = "told:" + told.author() + ":" + told.name();
    return new Cast(
        new ConversationLabels(told.positive(), offender, told.register(), plot, told.family()),
        ids);
  }

  private String direct(
      Director director,
      boolean positive,
      String language,
      String register,
      @Nullable Split split,
      SplittableRandom random,
      Draft draft) {
    List<Scene> scenes = library.scenes(language, register, false, split);
    if (!positive && !scenes.isEmpty() && random.nextDouble() < BY_SCENE) {
      Scene scene = scenes.get(random.nextInt(scenes.size()));
      director.talk(random.nextInt(5), draft);
      director.play(scene, draft);
      director.talk(random.nextInt(6), draft);
      return "scene:" + register + ":" + scene.name();
    }
    List<Plot> fitting =
        plots.stream().filter(p -> p.positive() == positive && p.fits(register)).toList();
    Plot plot = fitting.get(random.nextInt(fitting.size()));
    director.play(plot, draft);
    return plot.name();
  }

  private LabelledConversation finish(
      String id, String tag, Cast cast, Draft draft, SplittableRandom random) {
    String language = tag.substring(0, 2);
    Map<Character, Typist> typists = new TreeMap<>();
    for (char side : cast.ids().keySet()) {
      typists.put(side, speech.typist(language, random.split()));
    }
    List<Utterance> messages = new ArrayList<>();
    List<Set<Indicator>> acts = new ArrayList<>();
    Instant time = START.plusSeconds(random.nextLong(300L * 24 * 3600));
    for (Draft.Line line : draft.lines()) {
      time = time.plusSeconds(gap(random));
      Typist typist = Objects.requireNonNull(typists.get(line.side()));
      String author = Objects.requireNonNull(cast.ids().get(line.side()));
      String text = line.asWritten() ? line.text() : typist.type(line.text());
      messages.add(new Utterance(messages.size() + 1, author, time, text));
      acts.add(line.acts());
    }
    return new LabelledConversation(new Conversation(id, tag, messages), cast.labels(), acts);
  }

  /** Seconds to the next message: mostly under two minutes, now and then hours. */
  private static long gap(SplittableRandom random) {
    return random.nextDouble() < 0.05 ? random.nextLong(1_800, 40_000) : random.nextLong(4, 110);
  }

  private String language(SplittableRandom random) {
    List<String> all = library.languages();
    boolean english = all.size() == 1 || random.nextDouble() < ENGLISH;
    return english ? all.get(0) : all.get(random.nextInt(1, all.size()));
  }

  /** The finaliser of MurmurHash3 (Appleby), so that neighbouring seeds share nothing. */
  static long mix(long seed) {
    long z = seed + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 33)) * 0xFF51AFD7ED558CCDL;
    z = (z ^ (z >>> 33)) * 0xC4CEB9FE1A85EC53L;
    return z ^ (z >>> 33);
  }
}
