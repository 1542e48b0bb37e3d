package org.sweetie.training.compose;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.signal.Indicator;
import org.sweetie.engine.signal.Stage;
import org.sweetie.training.split.Split;

/** Plays a plot or a scene into a draft, with the lines of one language, register and split. */
final class Director {
  private static final double ANSWERED = 0.75;
  private static final double REFUSED = 0.3;
  private static final double DECLINED = 0.12;
  private static final String TOKEN = "<explicit>";
  private static final double SWAPPED = 0.12;
  private static final double KEPT = 0.88;
  private static final int LEAST_SCENE = 4;

  private final Library library;
  private final String language;
  private final String register;
  private final @Nullable Split split;
  private final SplittableRandom random;

  Director(
      Library library,
      String language,
      String register,
      @Nullable Split split,
      SplittableRandom random) {
    this.library = library;
    this.language = language;
    this.register = register;
    this.split = split;
    this.random = random;
  }

  void play(Plot plot, Draft draft) {
    List<Plot.Step> steps = new java.util.ArrayList<>(plot.steps());
    for (int i = 0; i + 1 < steps.size(); i++) {
      if (random.nextDouble() < SWAPPED && steps.get(i).side() == steps.get(i + 1).side()) {
        java.util.Collections.swap(steps, i, i + 1);
      }
    }
    for (Plot.Step step : steps) {
      if (!step.optional() || random.nextBoolean()) {
        take(step, plot.positive(), draft);
      }
    }
  }

  private void take(Plot.Step step, boolean positive, Draft draft) {
    int times = random.nextInt(step.least(), step.most() + 1);
    switch (step.pool()) {
      case "talk" -> talk(times, draft);
      case "scene" -> neutralScene(draft);
      default -> {
        for (int i = 0; i < times; i++) {
          act(step.side(), step.pool(), positive, draft);
        }
      }
    }
  }

  void talk(int lines, Draft draft) {
    for (int i = 0; i < lines; i++) {
      pick("small_talk", register, true).ifPresent(t -> draft.say(draft.next(), t));
    }
  }

  private void neutralScene(Draft draft) {
    List<Scene> scenes = library.scenes(language, register, true, split);
    if (!scenes.isEmpty()) {
      Scene scene = scenes.get(random.nextInt(scenes.size()));
      int end =
          random.nextInt(Math.min(2, scene.lines().size()), Math.min(8, scene.lines().size()) + 1);
      scene.lines().subList(0, end).forEach(line -> draft.say(line.side(), line.template()));
    }
  }

  /** Plays a scene, leaving out a line here and there. */
  void play(Scene scene, Draft draft) {
    boolean swapped = random.nextBoolean();
    int lines = scene.lines().size();
    for (int i = 0; i < lines; i++) {
      if (lines <= LEAST_SCENE || random.nextDouble() < KEPT) {
        Scene.Line line = scene.lines().get(i);
        draft.say(swapped ? Draft.other(line.side()) : line.side(), line.template());
      }
    }
  }

  private void act(char side, String pool, boolean positive, Draft draft) {
    Optional<Template> said = pick(pool, register, positive);
    said.ifPresent(t -> draft.say(side, t));
    said.flatMap(t -> t.acts().stream().sorted().findFirst())
        .filter(i -> !i.isProtective() && random.nextDouble() < ANSWERED)
        .ifPresent(i -> answer(Draft.other(side), i, positive, draft));
  }

  private void answer(char side, Indicator to, boolean positive, Draft draft) {
    boolean pressing = to.stage() == Stage.ISOLATION || to.stage() == Stage.APPROACH;
    boolean refuses = pressing && random.nextDouble() < (positive ? REFUSED : DECLINED);
    pick(refuses ? "refusal" : "reply", refuses ? register : to.wire(), positive)
        .ifPresent(t -> draft.say(side, t));
  }

  /** A line of the pool; what raises an explicit topic belongs to positive conversations alone. */
  private Optional<Template> pick(String pool, String section, boolean positive) {
    List<Template> lines =
        library.lines(language, pool, section, split).stream()
            .filter(t -> positive || !t.text().contains(TOKEN))
            .toList();
    return lines.isEmpty()
        ? Optional.empty()
        : Optional.of(lines.get(random.nextInt(lines.size())));
  }
}
