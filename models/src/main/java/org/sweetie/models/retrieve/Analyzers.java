package org.sweetie.models.retrieve;

import java.io.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.AnalyzerWrapper;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.bg.BulgarianAnalyzer;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.hu.HungarianAnalyzer;
import org.apache.lucene.analysis.hu.HungarianLightStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.ro.RomanianAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.sr.SerbianAnalyzer;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.uk.UkrainianMorfologikAnalyzer;
import org.tartarus.snowball.ext.RomanianStemmer;

/**
 * How the words of each language are read.
 *
 * <p>Serbian's analyzer serves Bosnian and Croatian too: it folds Cyrillic, diacritics and the
 * ijekavian. Hungarian and Romanian are read a second time without accents, because many type
 * without them. There is no stemmer for Albanian; its words are folded.
 */
final class Analyzers {
  /** The field that holds every item's words as they stand, without accents. */
  static final String FOLDED = "folded";

  private static final Map<String, Analyzer> MAIN = new HashMap<>();
  private static final Map<String, Analyzer> WITHOUT_ACCENTS = new HashMap<>();
  private static final Analyzer FOLDING = folding(tokens -> tokens);

  static {
    Analyzer serbian = new SerbianAnalyzer();
    MAIN.put("en", new EnglishAnalyzer());
    MAIN.put("ro", new RomanianLetters(new RomanianAnalyzer()));
    MAIN.put("bg", new BulgarianAnalyzer());
    MAIN.put("hu", new HungarianAnalyzer());
    MAIN.put("ru", new RussianAnalyzer());
    MAIN.put("uk", new UkrainianMorfologikAnalyzer());
    MAIN.put("sq", folding(tokens -> new StopFilter(tokens, Stops.ALBANIAN)));
    List.of("bs", "hr", "sr").forEach(code -> MAIN.put(code, serbian));
    WITHOUT_ACCENTS.put(
        "hu",
        folding(t -> new HungarianLightStemFilter(new StopFilter(t, Stops.HUNGARIAN_FOLDED))));
    WITHOUT_ACCENTS.put(
        "ro",
        folding(
            t ->
                new SnowballFilter(
                    new StopFilter(t, Stops.ROMANIAN_FOLDED), new RomanianStemmer())));
  }

  private Analyzers() {}

  /** The code before any region or script: {@code sr} of {@code sr-Latn}. */
  static String code(String tag) {
    return tag.toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
  }

  /** How the content words of a language are read, accents or not. */
  static Analyzer words(String language) {
    String code = code(language);
    Analyzer folded = WITHOUT_ACCENTS.get(code);
    return folded != null ? folded : MAIN.getOrDefault(code, FOLDING);
  }

  /** A field of an index and how it is read. */
  record Field(String name, Analyzer analyzer) {}

  /** The fields of a language, its own first; none for a language without an analyzer. */
  static List<Field> fields(String language) {
    String code = code(language);
    List<Field> fields = new ArrayList<>();
    Analyzer main = MAIN.get(code);
    if (main != null) {
      fields.add(new Field(main instanceof SerbianAnalyzer ? "sr" : code, main));
    }
    Analyzer folded = WITHOUT_ACCENTS.get(code);
    if (folded != null) {
      fields.add(new Field(code + "." + FOLDED, folded));
    }
    return fields;
  }

  /** How the field of a name is read. */
  static Analyzer ofField(String name) {
    String plain = name.substring(name.indexOf('.') + 1);
    int dot = plain.indexOf('.');
    if (dot >= 0) {
      return known(WITHOUT_ACCENTS, plain.substring(0, dot));
    }
    return plain.equals(FOLDED) ? FOLDING : known(MAIN, plain);
  }

  private static Analyzer known(Map<String, Analyzer> analyzers, String code) {
    Analyzer analyzer = analyzers.get(code);
    if (analyzer == null) {
      throw new IllegalArgumentException(
          "no analyzer for '" + code + "': expected one of " + analyzers.keySet());
    }
    return analyzer;
  }

  static Field folded() {
    return new Field(FOLDED, FOLDING);
  }

  private interface Chain {
    TokenStream after(TokenStream tokens);
  }

  private static Analyzer folding(Chain chain) {
    return new Analyzer() {
      @Override
      protected TokenStreamComponents createComponents(String field) {
        Tokenizer source = new StandardTokenizer();
        TokenStream folded = new ASCIIFoldingFilter(new LowerCaseFilter(source));
        return new TokenStreamComponents(source, chain.after(folded));
      }
    };
  }

  /**
   * Romanian's comma letters as the cedilla ones, which Lucene 9's stemmer and stop words know
   * alone.
   */
  private static final class RomanianLetters extends AnalyzerWrapper {
    private static final NormalizeCharMap CEDILLAS = cedillas();

    private final Analyzer romanian;

    RomanianLetters(Analyzer romanian) {
      super(PER_FIELD_REUSE_STRATEGY);
      this.romanian = romanian;
    }

    private static NormalizeCharMap cedillas() {
      NormalizeCharMap.Builder map = new NormalizeCharMap.Builder();
      map.add("ș", "ş");
      map.add("ț", "ţ");
      map.add("Ș", "Ş");
      map.add("Ț", "Ţ");
      return map.build();
    }

    @Override
    protected Analyzer getWrappedAnalyzer(String field) {
      return romanian;
    }

    @Override
    protected Reader wrapReader(String field, Reader reader) {
      return new MappingCharFilter(CEDILLAS, reader);
    }
  }
}
