package org.sweetie.models.tokens;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import opennlp.tools.sentdetect.SentenceModel;
import opennlp.tools.sentdetect.ThreadSafeSentenceDetectorME;
import opennlp.tools.tokenize.SimpleTokenizer;
import opennlp.tools.tokenize.ThreadSafeTokenizerME;
import opennlp.tools.tokenize.TokenizerModel;
import opennlp.tools.util.Span;
import org.sweetie.engine.text.TextReader;

/**
 * Finds sentences and words in chat, keeping their places.
 *
 * <p>OpenNLP's English models (trained on the Universal Dependencies Web treebank) decide where a
 * full stop ends a sentence and where signs belong to a word; what they cut within a word ({@code
 * do n't}, {@code wan na}) is joined again, because chat writes such words in many ways. Words of
 * other scripts and runs without a space longer than any word are cut by character class instead.
 * The models look at the first {@value #MODELLED} units, more than any chat line has; the rest of a
 * text is cut by spaces and signs, a hundred times faster. Takes time linear in the text. Safe for
 * use by many threads.
 */
public final class Tokenizer {
  private static final int LONGEST_WORD = 60;
  private static final int LONGEST_SEGMENT = 4_000;
  private static final int MODELLED = 10_000;

  private final ThreadSafeSentenceDetectorME sentences;
  private final ThreadSafeTokenizerME words;

  private Tokenizer(SentenceModel sentences, TokenizerModel words) {
    this.sentences = new ThreadSafeSentenceDetectorME(sentences);
    this.words = new ThreadSafeTokenizerME(words);
  }

  /** Loads the models from the class path. */
  public static Tokenizer load() {
    try (InputStream s = open("/opennlp-en-ud-ewt-sentence-1.3-2.5.4.bin");
        InputStream w = open("/opennlp-en-ud-ewt-tokens-1.3-2.5.4.bin")) {
      return new Tokenizer(new SentenceModel(s), new TokenizerModel(w));
    } catch (IOException e) {
      throw new IllegalStateException(
          "cannot read OpenNLP's English models from the class path: check the opennlp-models jars",
          e);
    }
  }

  private static InputStream open(String name) throws IOException {
    InputStream in = Tokenizer.class.getResourceAsStream(name);
    if (in == null) {
      throw new IOException(name + " is not on the class path");
    }
    return in;
  }

  /** The sentences of a text in order; none for a text without a token. */
  public List<Sentence> sentences(String text) {
    List<Sentence> found = new ArrayList<>();
    for (Span segment : segments(text)) {
      String part = text.substring(segment.getStart(), segment.getEnd());
      boolean modelled = segment.getStart() < MODELLED;
      for (Span sentence : modelled ? sentences.sentPosDetect(part) : stops(part)) {
        int start = segment.getStart() + sentence.getStart();
        add(text, start, segment.getStart() + sentence.getEnd(), found);
      }
    }
    return found;
  }

  /** Sentences that end where a space follows a stop. */
  private static Span[] stops(String text) {
    List<Span> found = new ArrayList<>();
    int start = 0;
    for (int at = 1; at < text.length(); at++) {
      if (Character.isWhitespace(text.charAt(at)) && ".!?…".indexOf(text.charAt(at - 1)) >= 0) {
        addSegment(start, at, found);
        start = at;
      }
    }
    addSegment(start, text.length(), found);
    return found.toArray(Span[]::new);
  }

  private void add(String text, int start, int end, List<Sentence> to) {
    List<Token> tokens = tokens(text, start, end);
    if (!tokens.isEmpty()) {
      to.add(new Sentence(start, end, tokens));
    }
  }

  /**
   * Lines, cut further where they are long or hold a run without a space that no model should see.
   */
  private static List<Span> segments(String text) {
    List<Span> segments = new ArrayList<>();
    int start = 0;
    for (Span chunk : chunks(text, 0, text.length())) {
      boolean long1 = chunk.length() > LONGEST_WORD;
      if (long1 || chunk.getEnd() - start > LONGEST_SEGMENT || newline(text, start, chunk)) {
        addSegment(start, chunk.getStart(), segments);
        start = chunk.getStart();
      }
      if (long1) {
        cut(chunk, segments);
        start = chunk.getEnd();
      }
    }
    addSegment(start, text.length(), segments);
    return segments;
  }

  private static boolean newline(String text, int start, Span chunk) {
    for (int i = chunk.getStart() - 1; i >= start && Character.isWhitespace(text.charAt(i)); i--) {
      if (text.charAt(i) == '\n') {
        return true;
      }
    }
    return false;
  }

  private static void addSegment(int start, int end, List<Span> to) {
    if (end > start) {
      to.add(new Span(start, end));
    }
  }

  private static void cut(Span run, List<Span> to) {
    for (int at = run.getStart(); at < run.getEnd(); at += LONGEST_WORD) {
      to.add(new Span(at, Math.min(run.getEnd(), at + LONGEST_WORD)));
    }
  }

  /** What stands between spaces; the mask token is always a chunk of its own. */
  private static List<Span> chunks(String text, int from, int to) {
    List<Span> chunks = new ArrayList<>();
    int start = from;
    for (int i = from; i < to; ) {
      int wide = text.startsWith(TextReader.EXPLICIT, i) ? TextReader.EXPLICIT.length() : 0;
      if (wide > 0 && i + wide <= to) {
        addSegment(start, i, chunks);
        chunks.add(new Span(i, i + wide));
        i += wide;
        start = i;
      } else if (Character.isWhitespace(text.charAt(i))) {
        addSegment(start, i++, chunks);
        start = i;
      } else {
        i++;
      }
    }
    addSegment(start, to, chunks);
    return chunks;
  }

  private List<Token> tokens(String text, int start, int end) {
    List<Token> tokens = new ArrayList<>();
    for (Span chunk : chunks(text, start, end)) {
      String part = text.substring(chunk.getStart(), chunk.getEnd());
      List<Span> pieces = new ArrayList<>();
      for (Span piece : cut(part, chunk.getStart() < MODELLED)) {
        pieces.add(new Span(piece, chunk.getStart()));
      }
      for (Span piece : joined(text, pieces)) {
        String surface = text.substring(piece.getStart(), piece.getEnd());
        tokens.add(new Token(surface, form(surface), piece.getStart(), piece.getEnd()));
      }
    }
    return tokens;
  }

  /** Never empty: what folds away, such as loose accents, is known by its first sign. */
  private static String form(String surface) {
    int sign = surface.codePointAt(0);
    boolean repeated =
        !Character.isLetterOrDigit(sign) && surface.codePoints().allMatch(c -> c == sign);
    String folded = repeated ? "" : Forms.fold(surface);
    return folded.isEmpty() ? Character.toString(sign) : folded;
  }

  private Span[] cut(String chunk, boolean modelled) {
    if (chunk.equals(TextReader.EXPLICIT) || chunk.chars().allMatch(Character::isLetter)) {
      return new Span[] {new Span(0, chunk.length())};
    }
    boolean latin = chunk.length() <= LONGEST_WORD && chunk.chars().allMatch(c -> c < 0x250);
    return modelled && latin
        ? words.tokenizePos(chunk)
        : SimpleTokenizer.INSTANCE.tokenizePos(chunk);
  }

  /** Cuts {@code 13yo} and {@code go-kart}, then joins what was cut within a word. */
  private static List<Span> joined(String text, List<Span> pieces) {
    List<Span> cut = new ArrayList<>();
    for (Span piece : pieces) {
      int start = piece.getStart();
      for (int at = start + 1; at < piece.getEnd(); at++) {
        if (isSeam(text, start, at)) {
          cut.add(new Span(start, at));
          start = at;
        }
      }
      cut.add(new Span(start, piece.getEnd()));
    }
    return withWholeWords(text, cut);
  }

  private static boolean isSeam(String text, int start, int at) {
    char left = text.charAt(at - 1);
    char right = text.charAt(at);
    if (left == '-' || right == '-') {
      return Character.isLetter(left) || Character.isLetter(right);
    }
    return Character.isLetter(right) && at - start > 1 && isNumber(text, start, at);
  }

  private static boolean isNumber(String text, int start, int end) {
    for (int at = start; at < end; at++) {
      if (!Character.isDigit(text.charAt(at))) {
        return false;
      }
    }
    return true;
  }

  private static List<Span> withWholeWords(String text, List<Span> pieces) {
    List<Span> whole = new ArrayList<>();
    for (int i = 0; i < pieces.size(); i++) {
      Span piece = pieces.get(i);
      while (i + 1 < pieces.size() && continues(text, piece, pieces.get(i + 1))) {
        piece = new Span(piece.getStart(), pieces.get(++i).getEnd());
      }
      if (!isHyphenWithin(text, piece)) {
        whole.add(piece);
      }
    }
    return whole;
  }

  private static boolean continues(String text, Span left, Span right) {
    return left.getEnd() == right.getStart()
        && isWordUnit(text.charAt(left.getStart()))
        && isWordUnit(text.charAt(left.getEnd() - 1))
        && isWordUnit(text.charAt(right.getStart()));
  }

  private static boolean isWordUnit(char unit) {
    return Character.isLetter(unit)
        || unit == '\''
        || unit == '’'
        || unit == 'ʼ'
        || unit == '`'
        || Character.getType(unit) == Character.NON_SPACING_MARK;
  }

  private static boolean isHyphenWithin(String text, Span piece) {
    int at = piece.getStart();
    return piece.length() == 1
        && text.charAt(at) == '-'
        && at > 0
        && at + 1 < text.length()
        && Character.isLetter(text.charAt(at - 1))
        && Character.isLetter(text.charAt(at + 1));
  }
}
