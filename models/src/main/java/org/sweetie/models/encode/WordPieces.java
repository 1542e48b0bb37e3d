package org.sweetie.models.encode;

import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.json.JsonFactory;

/**
 * The word pieces of BERT uncased: basic tokenisation, then greedy longest match first (Devlin et
 * al. 2019; Wu et al. 2016).
 *
 * <p>Reads the vocabulary of a HuggingFace {@code tokenizer.json} and gives the same ids as that
 * library, without its native code: this one starts in a tenth of a second and unpacks nothing.
 */
final class WordPieces {
  private static final int MAX_WORD = 100;
  private static final String CONTINUES = "##";

  private final Map<String, Integer> ids;
  private final int unknown;
  private final int first;
  private final int last;

  private WordPieces(Map<String, Integer> ids) {
    this.ids = ids;
    this.unknown = id("[UNK]");
    this.first = id("[CLS]");
    this.last = id("[SEP]");
  }

  private int id(String piece) {
    Integer id = ids.get(piece);
    if (id == null) {
      throw new ModelUnusable(
          "the vocabulary of " + ids.size() + " pieces lacks " + piece + ": expected BERT's", null);
    }
    return id;
  }

  /** Reads {@code model.vocab} of a tokenizer.json as a stream; nothing else of it is kept. */
  static WordPieces read(InputStream json) throws IOException {
    Map<String, Integer> ids = new HashMap<>(65_536);
    try (JsonParser parser = new JsonFactory().createParser(json)) {
      while (parser.nextToken() != null) {
        if (parser.currentToken() == JsonToken.PROPERTY_NAME
            && parser.currentName().equals("vocab")) {
          readVocabulary(parser, ids);
        }
      }
    }
    return new WordPieces(ids);
  }

  private static void readVocabulary(JsonParser parser, Map<String, Integer> ids) {
    parser.nextToken();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String piece = parser.currentName();
      parser.nextToken();
      ids.put(piece, parser.getIntValue());
    }
  }

  /**
   * The ids of a text between [CLS] and [SEP].
   *
   * <p>Of a longer text the first and the last {@code max / 2} pieces are kept, because a long
   * message tends to say what it wants at either end; only so much of it is ever looked at.
   *
   * @param max the most ids given back, at least 4
   */
  long[] ids(String text, int max) {
    int room = max - 2;
    int window = 16 * max;
    if (text.length() <= 2 * window) {
      return framed(pieces(text, 2 * window), room);
    }
    List<Integer> head = pieces(text.substring(0, window), room / 2);
    List<Integer> tail = pieces(text.substring(text.length() - window), Integer.MAX_VALUE);
    List<Integer> both = new ArrayList<>(head.subList(0, Math.min(head.size(), room / 2)));
    both.addAll(tail.subList(Math.max(0, tail.size() - (room - both.size())), tail.size()));
    return framed(both, room);
  }

  private long[] framed(List<Integer> pieces, int room) {
    List<Integer> kept = pieces;
    if (pieces.size() > room) {
      kept = new ArrayList<>(pieces.subList(0, room / 2));
      kept.addAll(pieces.subList(pieces.size() - (room - room / 2), pieces.size()));
    }
    long[] framed = new long[kept.size() + 2];
    framed[0] = first;
    for (int i = 0; i < kept.size(); i++) {
      framed[i + 1] = kept.get(i);
    }
    framed[framed.length - 1] = last;
    return framed;
  }

  private List<Integer> pieces(String text, int enough) {
    List<Integer> pieces = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    String plain = withoutAccents(cleaned(text).toLowerCase(java.util.Locale.ROOT));
    for (int i = 0; i < plain.length() && pieces.size() < enough; ) {
      int c = plain.codePointAt(i);
      i += Character.charCount(c);
      if (isSpace(c)) {
        flush(word, pieces);
      } else if (isPunctuation(c)) {
        flush(word, pieces);
        flush(word.appendCodePoint(c), pieces);
      } else {
        word.appendCodePoint(c);
      }
    }
    flush(word, pieces);
    return pieces;
  }

  private void flush(StringBuilder word, List<Integer> pieces) {
    if (word.length() == 0) {
      return;
    }
    split(word.toString(), pieces);
    word.setLength(0);
  }

  private void split(String word, List<Integer> pieces) {
    if (word.codePointCount(0, word.length()) > MAX_WORD) {
      pieces.add(unknown);
      return;
    }
    int[] found = new int[word.length()];
    int count = 0;
    for (int start = 0; start < word.length(); ) {
      int end = longest(word, start);
      if (end < 0) {
        pieces.add(unknown);
        return;
      }
      found[count++] = id(piece(word, start, end));
      start = end;
    }
    Arrays.stream(found, 0, count).forEach(pieces::add);
  }

  private int longest(String word, int start) {
    for (int end = word.length(); end > start; end = word.offsetByCodePoints(end, -1)) {
      if (ids.containsKey(piece(word, start, end))) {
        return end;
      }
    }
    return -1;
  }

  private static String piece(String word, int start, int end) {
    String part = word.substring(start, end);
    return start == 0 ? part : CONTINUES + part;
  }

  private static String cleaned(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (isSpace(c)) {
                clean.append(' ');
              } else if (isHan(c)) {
                clean.append(' ').appendCodePoint(c).append(' ');
              } else if (c != 0 && c != 0xFFFD && !isControl(c)) {
                clean.appendCodePoint(c);
              }
            });
    return clean.toString();
  }

  private static String withoutAccents(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    Normalizer.normalize(text, Normalizer.Form.NFD)
        .codePoints()
        .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }

  private static boolean isSpace(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || Character.isSpaceChar(c)
        || (c >= 0x0B && c <= 0x0C)
        || c == 0x85;
  }

  private static boolean isControl(int c) {
    int type = Character.getType(c);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.PRIVATE_USE
        || type == Character.SURROGATE
        || type == Character.UNASSIGNED;
  }

  private static boolean isPunctuation(int c) {
    if (c < 128) {
      return c > 32 && c < 127 && !Character.isLetterOrDigit(c);
    }
    switch (Character.getType(c)) {
      case Character.CONNECTOR_PUNCTUATION:
      case Character.DASH_PUNCTUATION:
      case Character.START_PUNCTUATION:
      case Character.END_PUNCTUATION:
      case Character.INITIAL_QUOTE_PUNCTUATION:
      case Character.FINAL_QUOTE_PUNCTUATION:
      case Character.OTHER_PUNCTUATION:
        return true;
      default:
        return false;
    }
  }

  private static boolean isHan(int c) {
    return (c >= 0x4E00 && c <= 0x9FFF)
        || (c >= 0x3400 && c <= 0x4DBF)
        || (c >= 0x20000 && c <= 0x2A6DF)
        || (c >= 0x2A700 && c <= 0x2B81F)
        || (c >= 0x2B820 && c <= 0x2CEAF)
        || (c >= 0xF900 && c <= 0xFAFF)
        || (c >= 0x2F800 && c <= 0x2FA1F);
  }
}
