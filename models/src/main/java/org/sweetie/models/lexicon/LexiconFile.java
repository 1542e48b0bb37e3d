package org.sweetie.models.lexicon;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Writes the file that {@link org.sweetie.engine.script.Lexicon} reads; its Javadoc has the form.
 */
final class LexiconFile {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private LexiconFile() {}

  static byte[] bytes(SortedMap<String, Entry> table) throws IOException {
    LexiconFile file = new LexiconFile();
    List<String> words = new ArrayList<>(table.keySet());
    file.writeWords(words, table);
    file.writeForms(words, table);
    return packed(file.out.toByteArray());
  }

  private void writeWords(List<String> words, Map<String, Entry> table) {
    write(words.size());
    String before = "";
    for (String word : words) {
      int shared = sharedLength(before, word);
      write(shared);
      write(word.length() - shared);
      out.writeBytes(word.substring(shared).getBytes(StandardCharsets.ISO_8859_1));
      write(entry(table, word).kinds());
      before = word;
    }
  }

  private void writeForms(List<String> words, Map<String, Entry> table) {
    List<String> forms = words.stream().filter(word -> entry(table, word).form() != 0).toList();
    write(forms.size());
    for (String word : forms) {
      Entry entry = entry(table, word);
      write(Collections.binarySearch(words, word));
      write(entry.form());
      write(Collections.binarySearch(words, entry.base()));
    }
  }

  private static Entry entry(Map<String, Entry> table, String word) {
    Entry entry = table.get(word);
    if (entry == null) {
      throw new IllegalStateException("the lexicon has a base word that is not in it");
    }
    return entry;
  }

  private static int sharedLength(String a, String b) {
    int end = Math.min(a.length(), b.length());
    for (int i = 0; i < end; i++) {
      if (a.charAt(i) != b.charAt(i)) {
        return i;
      }
    }
    return end;
  }

  private void write(int number) {
    if (number < 0) {
      throw new IllegalStateException("a base word is not in the lexicon");
    }
    int rest = number;
    while (rest >= 128) {
      out.write((rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    out.write(rest);
  }

  private static byte[] packed(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    new DataOutputStream(packed).writeInt(bytes.length);
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    try (DeflaterOutputStream zip = new DeflaterOutputStream(packed, deflater)) {
      zip.write(bytes);
    } finally {
      deflater.end();
    }
    return packed.toByteArray();
  }
}
