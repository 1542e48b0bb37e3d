package org.sweetie.models.retrieve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.TermToBytesRefAttribute;

/**
 * Reads the content words of a text in its language: no stop words, stems or lemmas for terms. Safe
 * for use by many threads.
 */
public final class ContentWords {
  private final Analyzer analyzer;

  private ContentWords(Analyzer analyzer) {
    this.analyzer = analyzer;
  }

  /**
   * The reader of a language.
   *
   * @param language ISO 639-1; words of a language the library has no analyzer for are merely
   *     folded
   */
  public static ContentWords in(String language) {
    return new ContentWords(Analyzers.words(language));
  }

  /** The content words of a text in order. */
  public List<Word> read(String text) {
    return read(analyzer, text);
  }

  /** All terms of a text. */
  public Set<String> terms(String text) {
    Set<String> terms = new HashSet<>();
    read(text).forEach(word -> terms.addAll(word.terms()));
    return terms;
  }

  static List<Word> read(Analyzer analyzer, String text) {
    TreeMap<Integer, Word> words = new TreeMap<>();
    try (TokenStream tokens = analyzer.tokenStream("", text)) {
      TermToBytesRefAttribute term = tokens.addAttribute(TermToBytesRefAttribute.class);
      OffsetAttribute offset = tokens.addAttribute(OffsetAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        int start = offset.startOffset();
        Word word = new Word(Set.of(term.getBytesRef().utf8ToString()), start, offset.endOffset());
        words.merge(start, word, ContentWords::both);
      }
      tokens.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new ArrayList<>(words.values());
  }

  private static Word both(Word one, Word other) {
    Set<String> terms = new LinkedHashSet<>(one.terms());
    terms.addAll(other.terms());
    return new Word(terms, one.start(), Math.max(one.end(), other.end()));
  }
}
