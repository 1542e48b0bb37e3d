package org.sweetie.engine.script;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.script.Sentence.Word;

/** Cuts a message into sentences and words, expands contractions and finds canonical forms. */
final class Reader {
  /** As ChatScript: a longer sentence is cut. */
  static final int LONGEST_SENTENCE = 254;

  /** What comes after is not read; a person does not type that much. */
  static final int MOST_SENTENCES = 40;

  /** A longer word is compared by its beginning. */
  private static final int LONGEST_WORD = 80;

  /** Phrases of a script are cut before its words are known. */
  private static final Vocabulary NO_WORDS = new Vocabulary();

  private final English english;
  private final Vocabulary vocabulary;
  private final List<Sentence> sentences = new ArrayList<>();
  private final List<Word> words = new ArrayList<>();
  private final String text;
  private int at;
  private boolean loneQuestion;

  private Reader(English english, Vocabulary vocabulary, String text) {
    this.english = english;
    this.vocabulary = vocabulary;
    this.text = text;
  }

  /** The sentences of a message; one empty sentence when there is no word in it. */
  static List<Sentence> read(English english, Vocabulary vocabulary, String message) {
    return new Reader(english, vocabulary, message).read();
  }

  /** The words a phrase of the script is made of, folded. */
  static List<String> phrase(English english, String phrase) {
    Reader reader = new Reader(english, NO_WORDS, phrase);
    List<String> found = new ArrayList<>();
    for (Sentence sentence : reader.read()) {
      for (int i = 1; i <= sentence.count(); i++) {
        found.add(sentence.word(i).folded());
      }
    }
    return found;
  }

  private List<Sentence> read() {
    while (at < text.length() && sentences.size() < MOST_SENTENCES) {
      int codePoint = text.codePointAt(at);
      if (codePoint == '\n') {
        at++;
        close('\n');
      } else if (isSpace(codePoint)) {
        at += Character.charCount(codePoint);
      } else if (!readWhole()) {
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

  private static boolean isSpace(int codePoint) {
    return Character.isWhitespace(codePoint)
        || Character.isSpaceChar(codePoint)
        || Character.isISOControl(codePoint)
        || Character.getType(codePoint) == Character.FORMAT;
  }

  /** A face or the mask's token, which punctuation rules would tear apart. */
  private boolean readWhole() {
    int end = at;
    while (end < text.length() && end - at <= 12 && !isSpace(text.charAt(end))) {
      end++;
    }
    String chunk = Fold.word(text.substring(at, end));
    if (chunk.startsWith(Script.MASKED)) {
      add(Script.MASKED);
      at += Script.MASKED.length();
      return true;
    }
    if (chunk.length() < 2
        || Character.isLetterOrDigit(chunk.charAt(0))
        || !english.isFace(chunk)) {
      return false;
    }
    add(text.substring(at, end));
    at = end;
    return true;
  }

  private void readPiece(int codePoint) {
    if (isWordPart(codePoint)) {
      readWord();
    } else if (codePoint == '\'' || codePoint == '\u2019') {
      readApostrophe();
    } else if (".!?;:\u2026".indexOf(codePoint) >= 0) {
      readStop((char) codePoint);
    } else if ((codePoint == '-' || codePoint == '\u2013' || codePoint == '\u2014')) {
      at++;
      close('-');
    } else {
      int width = Character.charCount(codePoint);
      addExpanded(text.substring(at, at + width));
      at += width;
    }
  }

  private static boolean isWordPart(int codePoint) {
    if (Character.isLetterOrDigit(codePoint) || codePoint == '_') {
      return true;
    }
    int type = Character.getType(codePoint);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  private void readWord() {
    int start = at;
    while (at < text.length()) {
      int codePoint = text.codePointAt(at);
      if (!isWordPart(codePoint) && !joins(codePoint)) {
        break;
      }
      at += Character.charCount(codePoint);
    }
    addExpanded(text.substring(start, at));
  }

  /** Inside a word: {@code don't}, {@code well-known}, {@code 3.5}, {@code a@example.org}. */
  private boolean joins(int codePoint) {
    if ("'\u2019-.,:@/".indexOf(codePoint) < 0 || at + 1 >= text.length()) {
      return false;
    }
    int after = text.codePointAt(at + 1);
    if (codePoint == ',' || codePoint == ':' || codePoint == '/') {
      return Character.isDigit(text.charAt(at - 1)) && Character.isDigit(after);
    }
    return Character.isLetterOrDigit(after);
  }

  private void readApostrophe() {
    int start = at++;
    while (at < text.length() && Character.isLetter(text.charAt(at))) {
      at++;
    }
    String piece = Fold.word(text.substring(start, at));
    if (piece.equals("'s") || english.expansion(piece) != null) {
      addExpanded(piece);
    } else {
      // A quotation mark; the word after it stands for itself.
      at = start + 1;
    }
  }

  private void readStop(char stop) {
    if (stop == '.' && !words.isEmpty() && english.isAbbreviation(last().folded())) {
      at++;
      return;
    }
    boolean question = false;
    boolean exclamation = false;
    while (at < text.length() && ".!?;:\u2026".indexOf(text.charAt(at)) >= 0) {
      question |= text.charAt(at) == '?';
      exclamation |= text.charAt(at) == '!';
      at++;
    }
    close(question ? '?' : exclamation ? '!' : '.');
  }

  private Word last() {
    return words.get(words.size() - 1);
  }

  private void addExpanded(String typed) {
    String folded = cut(Fold.word(typed));
    String[] expansion = english.expansion(folded);
    if (expansion == null) {
      add(typed);
      return;
    }
    for (String part : expansion) {
      boolean asTyped = folded.startsWith(part) && typed.length() == folded.length();
      add(asTyped ? typed.substring(0, part.length()) : part);
    }
  }

  private void add(String typed) {
    String folded = spelled(cut(Fold.word(typed)));
    String canonical = english.canonical(folded, vocabulary::knows);
    String shown = folded.equals("i") ? "I" : canonical.equals(folded) ? typed : canonical;
    words.add(new Word(folded.equals("i") ? "I" : typed, folded, shown));
  }

  private static String cut(String word) {
    return word.length() <= LONGEST_WORD ? word : word.substring(0, LONGEST_WORD);
  }

  /** Lets go of letters held down: {@code hellooo}. */
  private String spelled(String folded) {
    if (folded.length() < 4 || vocabulary.knows(folded) || !hasRun(folded)) {
      return folded;
    }
    String twice = shortenRuns(folded, 2);
    if (isKnown(twice)) {
      return twice;
    }
    String once = shortenRuns(folded, 1);
    return isKnown(once) ? once : folded;
  }

  private boolean isKnown(String word) {
    return vocabulary.knows(word) || english.isInterjection(word);
  }

  private static boolean hasRun(String word) {
    for (int i = 2; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c == word.charAt(i - 1) && c == word.charAt(i - 2) && Character.isLetter(c)) {
        return true;
      }
    }
    return false;
  }

  /** Shortens runs of three letters and more; double letters belong to the word. */
  private static String shortenRuns(String word, int to) {
    StringBuilder shortened = new StringBuilder(word.length());
    int i = 0;
    while (i < word.length()) {
      int end = i + 1;
      while (end < word.length() && word.charAt(end) == word.charAt(i)) {
        end++;
      }
      int kept = end - i > 2 ? to : end - i;
      shortened.append(word, i, i + kept);
      i = end;
    }
    return shortened.toString();
  }

  private void close(char stop) {
    if (words.isEmpty()) {
      loneQuestion |= stop == '?';
      return;
    }
    boolean open = stop == '\n' || stop == '-';
    boolean question = stop == '?' || (open && readsAsQuestion());
    sentences.add(new Sentence(List.copyOf(words), question, stop == '!'));
    words.clear();
  }

  private boolean readsAsQuestion() {
    String second = words.size() > 1 ? words.get(1).folded() : "";
    return english.readsAsQuestion(words.get(0).folded(), second);
  }

  /** Fills in where each word, phrase and concept of the script occurs. */
  static void mark(Sentence sentence, Vocabulary vocabulary, @Nullable Interjections spoken) {
    new Marker(sentence, vocabulary, spoken).mark();
  }
}
