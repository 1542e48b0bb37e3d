package org.sweetie.models.retrieve;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.sweetie.models.language.LanguageDetector;
import org.sweetie.models.language.Pool;
import org.sweetie.models.language.Reader;

/**
 * A query as the index reads it.
 *
 * @param text as far as it is looked at
 * @param language ISO 639-1, or {@code und}
 * @param others whose language it may be as well, because it is short
 */
record Asked(String text, String language, Set<String> others) {
  /** How many UTF-16 units of a query are looked at. */
  private static final int ENOUGH = 2_000;

  /** How many terms of a query are looked for in one field. */
  private static final int MOST_TERMS = 48;

  /** Fewer than the clauses that Lucene takes. */
  private static final int MOST_CLAUSES = 1_000;

  private static final float TITLE_COUNTS = 0.5f;
  private static final float OTHER_COUNTS = 0.3f;
  private static final float FOLDED_COUNTS = 0.2f;

  static Asked of(String query, String language) {
    return new Asked(beginning(query), Analyzers.code(language), Set.of());
  }

  static Asked detected(String query, LanguageDetector detector) {
    String text = beginning(query);
    Pool pool = detector.pool();
    pool.add(text);
    Set<String> others = new TreeSet<>();
    pool.readers().stream().map(Reader::file).forEach(others::add);
    return new Asked(text, pool.language(), others);
  }

  private static String beginning(String query) {
    if (query.length() <= ENOUGH) {
      return query;
    }
    int end = Character.isHighSurrogate(query.charAt(ENOUGH - 1)) ? ENOUGH - 1 : ENOUGH;
    return query.substring(0, end);
  }

  boolean isEnglish() {
    return language.equals("en");
  }

  /** Its words in its language's fields, and for less in the others'. */
  Query words() {
    Map<Term, Float> terms = new LinkedHashMap<>();
    for (Analyzers.Field field : Analyzers.fields(language)) {
      add(field, 1, terms);
    }
    for (String other : others) {
      for (Analyzers.Field field : Analyzers.fields(other)) {
        add(field, OTHER_COUNTS, terms);
      }
    }
    addFolded(terms);
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    terms.entrySet().stream()
        .limit(MOST_CLAUSES)
        .forEach(term -> query.add(clause(term.getKey(), term.getValue())));
    return query.build();
  }

  private void add(Analyzers.Field field, float counts, Map<Term, Float> to) {
    for (String term : terms(field.analyzer(), text)) {
      to.putIfAbsent(new Term(IndexedItem.ALL + field.name(), term), counts);
      to.putIfAbsent(new Term(IndexedItem.TITLE + field.name(), term), counts * TITLE_COUNTS);
    }
  }

  /** Content words as they stand, which items in other languages may share. */
  private void addFolded(Map<Term, Float> to) {
    Set<String> surfaces = new LinkedHashSet<>();
    ContentWords.in(language)
        .read(text)
        .forEach(w -> surfaces.add(text.substring(w.start(), w.end())));
    Analyzers.Field folded = Analyzers.folded();
    for (String term : terms(folded.analyzer(), String.join(" ", surfaces))) {
      to.putIfAbsent(new Term(IndexedItem.ALL + folded.name(), term), FOLDED_COUNTS);
    }
  }

  private static Set<String> terms(Analyzer analyzer, String text) {
    Set<String> terms = new LinkedHashSet<>();
    for (Word word : ContentWords.read(analyzer, text)) {
      if (terms.size() < MOST_TERMS) {
        terms.addAll(new TreeSet<>(word.terms()));
      }
    }
    return terms;
  }

  private static BooleanClause clause(Term term, float counts) {
    return new BooleanClause(
        new BoostQuery(new TermQuery(term), counts), BooleanClause.Occur.SHOULD);
  }
}
