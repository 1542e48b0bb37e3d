package org.sweetie.models.assist;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.content.aggregator.ReRankingContentAggregator;
import dev.langchain4j.rag.query.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.library.Librarian;
import org.sweetie.engine.library.LibraryIndex;
import org.sweetie.models.language.Reader;

/**
 * Answers with two to four sentences of the library, word for word, and one line of its own before
 * them; no generative model takes part. Says that the library does not tell where no item holds
 * enough of what is asked. Refuses questions that seek access to children (CONDUCT C10).
 *
 * <p>Safe for use by many threads. The same library and question give the same answer.
 */
public final class ExtractiveLibrarian implements Librarian {
  /** How many UTF-16 units of a question are looked at: nothing after them is answered. */
  private static final int ENOUGH = 4_000;

  private static final int ITEMS = 8;
  private static final int MOST = 4;
  private static final double WEAKEST = 0.25;

  private static final String DEFAULT = "en";

  private final LibraryIndex index;
  private final Map<String, String> refusals;
  private final Map<String, Phrases> phrases = Phrases.all();
  private final QuestionLanguage languages = new QuestionLanguage();
  private final AccessGuard guard = new AccessGuard();
  private final Likeness likeness = new Likeness();
  private final Splitter splitter = new Splitter();

  /**
   * A librarian over a library.
   *
   * @param refusalTextByLanguage what a refused question is answered with, by ISO 639-1; it names a
   *     helpline. English must be among them.
   * @throws IllegalArgumentException where there is no English text
   */
  public ExtractiveLibrarian(LibraryIndex index, Map<String, String> refusalTextByLanguage) {
    if (refusalTextByLanguage.getOrDefault(DEFAULT, "").isBlank()) {
      throw new IllegalArgumentException(
          "refusal texts in "
              + refusalTextByLanguage.keySet()
              + ": expected one in English ('en') at least");
    }
    this.index = index;
    this.refusals = Map.copyOf(refusalTextByLanguage);
  }

  @Override
  public Answer ask(String asked, @Nullable String language) {
    String question = asked.substring(0, Math.min(asked.length(), ENOUGH));
    String spoken = language == null ? languages.detect(question) : code(language);
    if (guard.refuses(question)) {
      return new Answer(inLanguage(refusals, spoken), true, List.of());
    }
    Phrases phrase = inLanguage(phrases, spoken);
    List<Content> all = retrieved(question, spoken);
    List<TextSegment> own = best(question, spoken, of(all, spoken, true));
    if (!own.isEmpty()) {
      return answer(phrase.found(), phrase, own);
    }
    List<TextSegment> other = best(question, spoken, of(all, spoken, false));
    return other.isEmpty()
        ? new Answer(phrase.silent(), false, List.of())
        : answer(phrase.elsewhere(), phrase, other);
  }

  private List<Content> retrieved(String question, String spoken) {
    if (question.isBlank()) {
      return List.of();
    }
    return new SentenceRetriever(index, splitter, spoken, ITEMS).retrieve(Query.from(question));
  }

  /** Those in the language that is spoken, or the others. */
  private static List<Content> of(List<Content> contents, String spoken, boolean own) {
    return contents.stream()
        .filter(c -> own == isSame(Sourced.of(c.textSegment()).language(), spoken))
        .toList();
  }

  /** Whether readers of one language read the other; those of bs, hr and sr do. */
  private static boolean isSame(String one, String other) {
    return Reader.ofTag(one).isPresent()
        ? Reader.ofTag(one).equals(Reader.ofTag(other))
        : code(one).equals(code(other));
  }

  private List<TextSegment> best(String question, String spoken, List<Content> contents) {
    Question asked = Question.of(question, spoken);
    if (contents.isEmpty() || asked.words().isEmpty()) {
      return List.of();
    }
    Coverage coverage = new Coverage(asked, spoken.equals(DEFAULT) ? likeness : null);
    Query query = Query.from(question);
    List<Content> ranked =
        ReRankingContentAggregator.builder()
            .scoringModel(coverage)
            .minScore(WEAKEST)
            .maxResults(MOST)
            .build()
            .aggregate(Map.of(query, List.of(contents)));
    return Selection.of(contents, ranked);
  }

  private static Answer answer(String line, Phrases phrase, List<TextSegment> quotations) {
    StringBuilder text = new StringBuilder(line);
    List<Citation> citations = new ArrayList<>();
    for (TextSegment quotation : quotations) {
      Sourced source = Sourced.of(quotation);
      String quote = quotation.text();
      text.append("\n\n").append(phrase.quoted(quote, source.title()));
      citations.add(new Citation(source.item(), source.start(), source.end(), quote));
    }
    return new Answer(text.toString(), false, citations);
  }

  private static String code(String tag) {
    return tag.toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
  }

  private static <T> T inLanguage(Map<String, T> texts, String language) {
    T text = texts.get(language);
    return text != null ? text : Objects.requireNonNull(texts.get(DEFAULT), DEFAULT);
  }
}
