package org.sweetie.engine.script;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The words of English: what each may be, and of which word it is an irregular form. Regular forms
 * are not in it; {@link Morphology} knows the rules.
 *
 * <p>The file is the number of bytes as an {@code int}, then those bytes deflated: the number of
 * words; for each word, in rising order, how many letters it begins with in common with the one
 * before, how many follow, these letters in ISO 8859-1, its set of {@link WordKind}s; the number of
 * irregular forms; for each, in rising order, the word, the set of kinds the form is, the base
 * word, both words by their place. All numbers are of variable length, seven bits a byte, low bits
 * first. It is written by {@code org.sweetie.models.lexicon} and never by hand.
 */
public final class Lexicon {
  /** What {@link #find} gives for a word that is not in it. */
  static final int NONE = -1;

  private static final int LONGEST_FILE = 1 << 24;

  private final byte[] letters;
  private final int[] starts;
  private final int[] kinds;
  private final int[] slots;
  private final int[] irregularWords;
  private final int[] irregularKinds;
  private final int[] irregularBases;

  private Lexicon(byte[] packed) {
    Numbers7 in = new Numbers7(packed);
    int count = in.next();
    this.starts = new int[count + 1];
    this.kinds = new int[count];
    this.letters = readWords(in, count);
    int forms = in.next();
    this.irregularWords = new int[forms];
    this.irregularKinds = new int[forms];
    this.irregularBases = new int[forms];
    for (int i = 0; i < forms; i++) {
      irregularWords[i] = in.next();
      irregularKinds[i] = in.next();
      irregularBases[i] = in.next();
    }
    this.slots = new int[Integer.highestOneBit(Math.max(count, 1)) << 2];
    Arrays.fill(slots, NONE);
    for (int i = 0; i < count; i++) {
      place(i);
    }
  }

  /** The table as it comes with the engine. */
  static Lexicon shipped() {
    try (InputStream in = Lexicon.class.getResourceAsStream("lexicon.bin")) {
      if (in == null) {
        throw new ScriptException(
            "lexicon.bin is missing beside the script engine's classes; rebuild the engine");
      }
      return read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a table.
   *
   * @param in the file; not closed
   * @throws IOException when the file is cut short or is no lexicon
   */
  public static Lexicon read(InputStream in) throws IOException {
    DataInputStream data = new DataInputStream(in);
    int length = data.readInt();
    if (length <= 0 || length > LONGEST_FILE) {
      throw new IOException(
          "not a lexicon: it says it holds " + length + " bytes; make it again, see models/README");
    }
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(in.readAllBytes());
      byte[] unpacked = new byte[length];
      int filled = inflater.inflate(unpacked);
      if (filled < length) {
        throw new IOException("the lexicon is cut short: " + filled + " bytes of " + length);
      }
      return new Lexicon(unpacked);
    } catch (DataFormatException | ArrayIndexOutOfBoundsException e) {
      throw new IOException("the lexicon is damaged; make it again, see models/README", e);
    } finally {
      inflater.end();
    }
  }

  private byte[] readWords(Numbers7 in, int count) {
    byte[] all = new byte[16];
    int end = 0;
    for (int i = 0; i < count; i++) {
      int shared = in.next();
      int added = in.next();
      if (end + shared + added > all.length) {
        all = Arrays.copyOf(all, Math.max(all.length * 2, end + shared + added));
      }
      System.arraycopy(all, i == 0 ? 0 : starts[i - 1], all, end, shared);
      in.copy(all, end + shared, added);
      starts[i] = end;
      end += shared + added;
      kinds[i] = in.next();
    }
    starts[count] = end;
    return Arrays.copyOf(all, end);
  }

  private void place(int word) {
    int hash = 0;
    for (int i = starts[word]; i < starts[word + 1]; i++) {
      hash = 31 * hash + (letters[i] & 0xFF);
    }
    int slot = slot(hash);
    while (slots[slot] != NONE) {
      slot = (slot + 1) & (slots.length - 1);
    }
    slots[slot] = word;
  }

  private int slot(int hash) {
    return (hash ^ (hash >>> 15)) & (slots.length - 1);
  }

  /** The place of a word in lower case, or {@link #NONE}. */
  int find(String word) {
    int slot = slot(word.hashCode());
    for (int found = slots[slot]; found != NONE; found = slots[slot]) {
      if (isAt(found, word)) {
        return found;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    return NONE;
  }

  private boolean isAt(int place, String word) {
    int start = starts[place];
    if (starts[place + 1] - start != word.length()) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) != (letters[start + i] & 0xFF)) {
        return false;
      }
    }
    return true;
  }

  int kindsAt(int place) {
    return kinds[place];
  }

  String wordAt(int place) {
    int start = starts[place];
    return new String(letters, start, starts[place + 1] - start, StandardCharsets.ISO_8859_1);
  }

  /** The first irregular form that a word is, or the number of all forms when it is none. */
  int firstForm(int place) {
    int low = 0;
    int high = irregularWords.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (irregularWords[middle] < place) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  boolean isForm(int form, int place) {
    return form < irregularWords.length && irregularWords[form] == place;
  }

  int formKinds(int form) {
    return irregularKinds[form];
  }

  String formBase(int form) {
    return wordAt(irregularBases[form]);
  }

  /** Tells every irregular form with its base. */
  void irregularForms(BiConsumer<String, String> each) {
    for (int form = 0; form < irregularWords.length; form++) {
      each.accept(wordAt(irregularWords[form]), formBase(form));
    }
  }

  /** How many words it holds. */
  public int size() {
    return kinds.length;
  }

  /** What a word in lower case may be by itself, irregular forms included; 0 when unknown. */
  public int kinds(String word) {
    int place = find(word);
    if (place == NONE) {
      return 0;
    }
    int all = kinds[place];
    for (int form = firstForm(place); isForm(form, place); form++) {
      all |= irregularKinds[form];
    }
    return all;
  }

  /** The words of which a word in lower case is an irregular form. */
  public List<String> bases(String word) {
    List<String> bases = new ArrayList<>();
    int place = find(word);
    for (int form = firstForm(place); isForm(form, place); form++) {
      bases.add(formBase(form));
    }
    return bases;
  }

  /** Numbers of variable length. */
  private static final class Numbers7 {
    private final byte[] bytes;
    private int at;

    Numbers7(byte[] bytes) {
      this.bytes = bytes;
    }

    int next() {
      int value = 0;
      for (int shift = 0; ; shift += 7) {
        byte part = bytes[at++];
        value |= (part & 0x7F) << shift;
        if (part >= 0) {
          return value;
        }
      }
    }

    void copy(byte[] to, int start, int length) {
      System.arraycopy(bytes, at, to, start, length);
      at += length;
    }
  }
}
