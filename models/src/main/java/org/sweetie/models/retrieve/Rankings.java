package org.sweetie.models.retrieve;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.util.BytesRef;

/** The ids that one state of the index gives for a query, best first, equal ones by id. */
final class Rankings {
  private static final Sort BEST_FIRST =
      new Sort(SortField.FIELD_SCORE, new SortField(IndexedItem.ID, SortField.Type.STRING));

  private final IndexSearcher searcher;
  private final int most;

  Rankings(IndexSearcher searcher, int most) {
    this.searcher = searcher;
    this.most = most;
  }

  List<String> byWords(Query words) throws IOException {
    return ids(words);
  }

  List<String> byVector(float[] vector) throws IOException {
    for (float x : vector) {
      if (x != 0) {
        return ids(new KnnFloatVectorQuery(IndexedItem.VECTOR, vector, most));
      }
    }
    return List.of();
  }

  /** Whether any item has a vector, so that it is worth loading the encoder. */
  boolean hasVectors() throws IOException {
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      FloatVectorValues vectors = leaf.reader().getFloatVectorValues(IndexedItem.VECTOR);
      if (vectors != null && vectors.size() > 0) {
        return true;
      }
    }
    return false;
  }

  private List<String> ids(Query query) throws IOException {
    TopDocs found = searcher.search(query, most, BEST_FIRST);
    List<String> ids = new ArrayList<>();
    for (ScoreDoc doc : found.scoreDocs) {
      Object[] keys = ((FieldDoc) doc).fields;
      ids.add(((BytesRef) keys[1]).utf8ToString());
    }
    return ids;
  }
}
