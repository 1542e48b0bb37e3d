package org.sweetie.training.compose;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sweetie.training.corpus.LabelledLine;
import org.sweetie.training.split.Split;

/**
 * Labelled single lines for the message classifier: every template and single line of a split,
 * worded and typed a few times. What was written as part of a whole conversation stands in the
 * conversations alone.
 */
public final class Acts {
  private Acts() {}

  /**
   * Lines in file order, lazily.
   *
   * @param wordings how often each template is worded, at least 1
   */
  public static Stream<LabelledLine> lines(long seed, int wordings, Split split) {
    if (wordings < 1) {
      throw new IllegalArgumentException(
          "cannot word each line " + wordings + " times: give 1 or more");
    }
    Library library = Library.load();
    Stream<Template> pools = library.templates().stream().filter(t -> library.in(split, t));
    Stream<Template> scenes =
        library.scenes().stream()
            .filter(s -> library.in(split, s))
            .flatMap(s -> s.lines().stream().map(Scene.Line::template));
    Stream<Template> single = library.singleLines().stream().filter(t -> library.in(split, t));
    List<Template> templates = Stream.of(pools, scenes, single).flatMap(s -> s).distinct().toList();
    Speech speech = Speech.load(library.languages());
    return IntStream.range(0, templates.size())
        .boxed()
        .flatMap(
            i ->
                IntStream.range(0, wordings)
                    .mapToObj(w -> line(speech, seed, i, w, templates.get(i))));
  }

  private static LabelledLine line(
      Speech speech, long seed, int index, int wording, Template template) {
    SplittableRandom random =
        new SplittableRandom(Composer.mix(seed) ^ Composer.mix(index * 64L + wording));
    boolean cyrillic = template.language().equals("sr") && random.nextDouble() < 0.4;
    Wording words = speech.wording(template.language(), random, cyrillic);
    String text = speech.typist(template.language(), random).type(words.word(template));
    String register =
        Library.REGISTERS.contains(template.section()) ? template.section() : Template.ANY;
    return new LabelledLine(
        text, template.language(), register, template.acts(), template.family());
  }
}
