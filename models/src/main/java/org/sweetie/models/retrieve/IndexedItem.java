package org.sweetie.models.retrieve;

import java.nio.charset.StandardCharsets;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.util.BytesRef;
import org.sweetie.engine.library.LibraryItem;
import org.sweetie.models.encode.SentenceEncoder;

/** An item as a document of the index, and the names of its fields. */
final class IndexedItem {
  static final String ID = "id";
  static final String WHOLE = "whole";
  static final String VECTOR = "vector";

  /** Before the name of a language's field: what the title alone says. */
  static final String TITLE = "title.";

  /** Before the name of a language's field: what title, text and topics say. */
  static final String ALL = "all.";

  private static final int LONGEST_ID = 1_000;

  private IndexedItem() {}

  static Term key(String id) {
    return new Term(ID, id);
  }

  /**
   * The document.
   *
   * @throws LibraryUnusable where the id cannot be kept
   */
  static Document document(LibraryItem item, SentenceEncoder encoder) {
    checkId(item.id());
    Document document = new Document();
    document.add(new StringField(ID, item.id(), Field.Store.NO));
    document.add(new SortedDocValuesField(ID, new BytesRef(item.id())));
    document.add(new StoredField(WHOLE, StoredItem.write(item)));
    addWords(item, document);
    if (Analyzers.code(item.language()).equals("en")) {
      addVector(encoder.encode(item.title() + "\n" + item.text()), document);
    }
    return document;
  }

  private static void addWords(LibraryItem item, Document to) {
    String all = item.title() + "\n" + item.text() + "\n" + String.join("\n", item.topics());
    for (Analyzers.Field field : Analyzers.fields(item.language())) {
      to.add(new TextField(TITLE + field.name(), item.title(), Field.Store.NO));
      to.add(new TextField(ALL + field.name(), all, Field.Store.NO));
    }
    to.add(new TextField(ALL + Analyzers.FOLDED, all, Field.Store.NO));
  }

  private static void addVector(float[] vector, Document to) {
    for (float x : vector) {
      if (x != 0) {
        to.add(new KnnFloatVectorField(VECTOR, vector, VectorSimilarityFunction.DOT_PRODUCT));
        return;
      }
    }
  }

  private static void checkId(String id) {
    byte[] utf8 = id.getBytes(StandardCharsets.UTF_8);
    if (utf8.length > LONGEST_ID || !new String(utf8, StandardCharsets.UTF_8).equals(id)) {
      throw new LibraryUnusable(
          "an item id of "
              + utf8.length
              + " bytes: expected at most "
              + LONGEST_ID
              + " bytes of well-formed Unicode; give the item a shorter, plain id",
          null);
    }
  }
}
