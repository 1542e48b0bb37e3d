package org.sweetie.engine.script;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.script.Sentence.Word;

/**
 * Cuts a message into sentences and words. What the words are is for {@link WordReader}; here is
 * what depends on their neighbours.
 */
final class Reader {
  /** As ChatScript: a longer sentence is cut. */
  static final int LONGEST_SENTENCE = 254;

  /** What comes after is not read; a person does not type that much. */
  static final int MOST_SENTENCES = 40;

  private static final int LONGEST_FACE = 12;
  private static final String STOPS =
      ".!?;:\u2026\u3002\uff0e\uff61\u0964\u06d4\uff01\uff1f\u061f\uff1b\uff1a";
  private static final String QUESTIONS = "?\uff1f\u061f";
  private static final String EXCLAMATIONS = "!\uff01";

  /** Marks that only show where speech begins and ends, or how a question will. */
  private static final String QUOTES = "\"\u201c\u201d\u201e\u00ab\u00bb\u2018\u00bf\u00a1`";

  /** Phrases of a script are cut before its words are known. */
  private static final WordReader PHRASES = new WordReader(Morphology.SHIPPED, new Vocabulary());

  private final WordReader reader;
  private final English english;
  private final @Nullable Interjections interjections;
  private final Cutter cutter;
  private final String text;
  private final int flags;
  private final List<Sentence> sentences = new ArrayList<>();
  private final List<Word> words = new ArrayList<>();
  private int at;
  private int brackets;
  private int wouldAt = -1;
  private boolean loneQuestion;

  private Reader(WordReader reader, @Nullable Interjections interjections, String text, int flags) {
    this.reader = reader;
    this.english = reader.english();
    this.interjections = interjections;
    this.cutter = new Cutter(english, text);
    this.text = text;
    this.flags = flags;
  }

  /**
   * The sentences of a message; one empty sentence when there is no word in it.
   *
   * @param flags how it is read, as {@link TokenFlags}
   */
  static List<Sentence> read(
      WordReader reader, Interjections interjections, String message, int flags) {
    return new Reader(reader, interjections, message, flags).read();
  }

  /** The words a phrase of the script is made of, folded. */
  static List<String> phrase(String phrase) {
    List<String> found = new ArrayList<>();
    for (Sentence sentence : new Reader(PHRASES, null, phrase, TokenFlags.PHRASE).read()) {
      for (Word word : sentence.words()) {
        found.add(word.folded());
      }
    }
    return found;
  }

  private boolean has(int flag) {
    return (flags & flag) != 0;
  }

  private List<Sentence> read() {
    while (at < text.length() && sentences.size() < MOST_SENTENCES) {
      int codePoint = text.codePointAt(at);
      if (codePoint == '\n') {
        at++;
        close('\n');
      } else if (Cutter.isSpace(codePoint)) {
        at += Character.charCount(codePoint);
      } else {
        readPiece(codePoint);
      }
      if (words.size() >= LONGEST_SENTENCE) {
        close('\n');
      }
    }
    close('\n');
    if (sentences.isEmpty()) {
      sentences.add(new Sentence(List.of(), loneQuestion, false));
    }
    return sentences;
  }

  private void readPiece(int codePoint) {
    if (Cutter.isWordPart(codePoint)) {
      readWord();
    } else if (isMasked()) {
      add(at, at + Script.MASKED.length());
    } else if (Shape.isEmoji(codePoint)) {
      add(at, cutter.emojiEnd(at));
    } else if (!readFace()) {
      readMark(codePoint);
    }
  }

  /** The mask's token, which punctuation rules would tear apart. */
  private boolean isMasked() {
    return text.charAt(at) == '<'
        && text.regionMatches(true, at, Script.MASKED, 0, Script.MASKED.length());
  }

  private boolean readFace() {
    int end = at;
    while (end < text.length() && end - at <= LONGEST_FACE && !isSpaceAt(end)) {
      end++;
    }
    if (end - at < 2
        || end - at > LONGEST_FACE
        || !english.isFace(Fold.word(text.substring(at, end)))) {
      return false;
    }
    add(at, end);
    return true;
  }

  private boolean isSpaceAt(int position) {
    return Cutter.isSpace(text.charAt(position));
  }

  private void readMark(int codePoint) {
    if (codePoint == '\'' || codePoint == '\u2019') {
      readApostrophe();
    } else if (STOPS.indexOf(codePoint) >= 0) {
      readStop();
    } else if (codePoint == '-' || codePoint == '\u2013' || codePoint == '\u2014') {
      readDash();
    } else if (QUOTES.indexOf(codePoint) >= 0) {
      at++;
    } else if (beginsWord(codePoint)) {
      readWord();
    } else {
      brackets += codePoint == '(' ? 1 : codePoint == ')' && brackets > 0 ? -1 : 0;
      add(at, at + Character.charCount(codePoint));
    }
  }

  /** {@code $5}, {@code +7}, {@code #tag}, {@code @name}. */
  private boolean beginsWord(int codePoint) {
    int next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
    boolean digit = next >= '0' && next <= '9';
    if (codePoint == '#' || codePoint == '@') {
      return Cutter.isWordPart(next);
    }
    return digit && (Shape.isCurrency(codePoint) || (codePoint == '+' && isAfterSpace()));
  }

  private boolean isAfterSpace() {
    return at == 0 || isSpaceAt(at - 1);
  }

  private void readWord() {
    add(at, cutter.wordEnd(at));
  }

  private void readDash() {
    boolean negative =
        text.charAt(at) == '-'
            && isAfterSpace()
            && at + 1 < text.length()
            && Character.isDigit(text.charAt(at + 1));
    if (negative) {
      readWord();
      return;
    }
    boolean range =
        at > 0
            && Character.isDigit(text.charAt(at - 1))
            && at + 1 < text.length()
            && Character.isDigit(text.charAt(at + 1));
    if (range || has(TokenFlags.NO_HYPHEN_END) || has(TokenFlags.NO_SENTENCE_END)) {
      add(at, at + 1);
      return;
    }
    at++;
    close('-');
  }

  private void readApostrophe() {
    int start = at;
    int end = at + 1;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    String piece = Fold.word(text.substring(start, end));
    if (piece.length() > 1 && english.isEnding(piece)) {
      add(start, end);
    } else {
      // A quotation mark; the word after it stands for itself.
      at = start + 1;
    }
  }

  private void readStop() {
    int start = at;
    boolean question = false;
    boolean exclamation = false;
    while (at < text.length() && STOPS.indexOf(text.charAt(at)) >= 0) {
      question |= QUESTIONS.indexOf(text.charAt(at)) >= 0;
      exclamation |= EXCLAMATIONS.indexOf(text.charAt(at)) >= 0;
      at++;
    }
    char stop = question ? '?' : exclamation ? '!' : text.charAt(start);
    if (at - start == 1 && !endsSentence(stop)) {
      if (stop != '.') {
        add(start, at);
      }
      return;
    }
    if (at - start > 1 && stop == '.' && isLowerNext()) {
      return;
    }
    close(question ? '?' : exclamation ? '!' : '.');
  }

  private boolean endsSentence(char stop) {
    return switch (stop) {
      case '.' -> !isAbbreviated();
      case ':' -> brackets == 0 && !has(TokenFlags.NO_COLON_END) && !beginsList();
      case ';' -> brackets == 0 && !has(TokenFlags.NO_SEMICOLON_END);
      default -> true;
    };
  }

  private boolean beginsList() {
    int comma = text.indexOf(',', at);
    return comma >= 0 && comma - at < LONGEST_SENTENCE;
  }

  private boolean isAbbreviated() {
    if (words.isEmpty()) {
      return false;
    }
    Word last = words.get(words.size() - 1);
    if (english.isTitle(last.folded())) {
      return true;
    }
    int next = next();
    if (english.isAbbreviation(last.folded())) {
      return Character.isLowerCase(next) || Character.isDigit(next);
    }
    String typed = last.typed();
    boolean initial =
        typed.length() == 1 && Character.isUpperCase(typed.charAt(0)) && !typed.equals("I");
    return initial && Character.isUpperCase(next);
  }

  private boolean isLowerNext() {
    return Character.isLowerCase(next());
  }

  /** The next character that is no space, or a space at the end. */
  private int next() {
    for (int i = at; i < text.length() && i - at < LONGEST_FACE; i++) {
      if (!isSpaceAt(i)) {
        return text.codePointAt(i);
      }
    }
    return ' ';
  }

  /** Reads a piece of the text as one or more words. */
  private void add(int start, int end) {
    at = end;
    boolean capital = words.isEmpty() && Character.isUpperCase(text.charAt(start));
    for (Word word : reader.read(text, start, end, capital ? flags | WordReader.FIRST : flags)) {
      decideWould(word);
      words.add(word);
    }
    boolean shortened =
        end - start > 2 && text.charAt(end - 1) == 'd' && isApostrophe(text.charAt(end - 2));
    wouldAt =
        shortened && words.get(words.size() - 1).folded().equals("would")
            ? words.size() - 1
            : wouldAt;
  }

  private static boolean isApostrophe(char c) {
    return c == '\'' || c == '\u2019';
  }

  /** {@code I'd seen} is I had seen, {@code I'd see} is I would see. */
  private void decideWould(Word next) {
    if (wouldAt < 0
        || (WordKind.ADVERB.in((int) next.traits()) && !next.folded().equals("better"))) {
      return;
    }
    boolean participle =
        WordKind.PARTICIPLE.in((int) next.traits()) && !WordKind.VERB.in((int) next.traits());
    if (participle || next.folded().equals("better")) {
      words.set(wouldAt, reader.read("had", 0, 3, flags)[0]);
    }
    wouldAt = -1;
  }

  private void close(char stop) {
    if (has(TokenFlags.NO_SENTENCE_END) && at < text.length() && words.size() < LONGEST_SENTENCE) {
      return;
    }
    wouldAt = -1;
    brackets = 0;
    if (has(TokenFlags.ESSENTIALS)) {
      strip();
    }
    if (words.isEmpty()) {
      loneQuestion |= stop == '?';
      return;
    }
    if (has(TokenFlags.NUMBER_MERGE)) {
      NumberWords.merge(words);
    }
    boolean open = (stop == '\n' || stop == '-') && !has(TokenFlags.NO_INFER_QUESTION);
    splitInterjections();
    boolean question = stop == '?' || (open && readsAsQuestion());
    addSentence(question, stop == '!');
  }

  /** Commas at the ends say nothing. */
  private void strip() {
    while (!words.isEmpty() && words.get(words.size() - 1).folded().equals(",")) {
      words.remove(words.size() - 1);
    }
    int first = 0;
    while (first < words.size() && words.get(first).folded().equals(",")) {
      first++;
    }
    words.subList(0, first).clear();
  }

  /** As in ChatScript an interjection at the beginning is a sentence by itself. */
  private void splitInterjections() {
    if (interjections == null
        || !has(TokenFlags.INTERJECTION_SPLITTING)
        || !has(TokenFlags.INTERJECTIONS)) {
      return;
    }
    int length = interjections.lengthAt(words, 0);
    while (length > 0 && length < words.size() && sentences.size() < MOST_SENTENCES - 1) {
      List<Word> rest = new ArrayList<>(words.subList(length, words.size()));
      words.subList(length, words.size()).clear();
      addSentence(readsAsQuestion(), false);
      words.addAll(rest);
      strip();
      length = interjections.lengthAt(words, 0);
    }
  }

  private void addSentence(boolean question, boolean exclamation) {
    if (!words.isEmpty()) {
      sentences.add(new Sentence(List.copyOf(words), question, exclamation));
      words.clear();
    }
  }

  private boolean readsAsQuestion() {
    if (words.isEmpty()) {
      return false;
    }
    String second = words.size() > 1 ? words.get(1).folded() : "";
    return english.readsAsQuestion(words.get(0).folded(), second);
  }
}
