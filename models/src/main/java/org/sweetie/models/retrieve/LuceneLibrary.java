package org.sweetie.models.retrieve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.store.SleepingLockWrapper;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.library.LibraryIndex;
import org.sweetie.engine.library.LibraryItem;
import org.sweetie.models.encode.SentenceEncoder;
import org.sweetie.models.language.LanguageDetector;

/**
 * The library in a folder of its own.
 *
 * <p>Words are found by BM25 (Robertson and Zaragoza 2009; k1 1.2, b 0.75) in fields of the item's
 * language. English queries are compared with English items by their MiniLM vectors as well, and
 * the two rankings are fused. A query finds items in other languages by the words they share and no
 * further.
 *
 * <p>The folder is locked for writing during {@link #add} alone, so that another process may read
 * at any time and write in between; reads see what was last added, by whom ever. The same items
 * added by the same calls give the same results; equal scores are ordered by id.
 */
public final class LuceneLibrary implements LibraryIndex {
  /** How many of each ranking are fused, at least. */
  private static final int DEEP = 100;

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final double WRITER_MEGABYTES = 32;
  private static final BM25Similarity BM25 = new BM25Similarity(1.2f, 0.75f);

  private final Path folder;
  private final Directory directory;
  private final SentenceEncoder encoder = new SentenceEncoder();
  private final Object writing = new Object();
  private @Nullable LanguageDetector detector;
  private @Nullable SearcherManager searchers;

  private LuceneLibrary(Path folder, Directory directory) {
    this.folder = folder;
    this.directory = directory;
  }

  /**
   * Opens the library of a folder, which is made where it is missing. Nothing is written before the
   * first item is added.
   *
   * @throws LibraryUnusable where the folder cannot be opened
   */
  public static LibraryIndex open(Path folder) {
    try {
      Files.createDirectories(folder);
      return new LuceneLibrary(folder, FSDirectory.open(folder));
    } catch (IOException e) {
      throw new LibraryUnusable(
          "the library folder " + folder + " cannot be opened: check that it may be written", e);
    }
  }

  @Override
  public void add(Collection<LibraryItem> items) {
    if (items.isEmpty()) {
      return;
    }
    synchronized (writing) {
      try (IndexWriter writer = writer()) {
        addAll(items, writer);
      } catch (LockObtainFailedException e) {
        throw new LibraryUnusable(
            "another program has been adding to the library in "
                + folder
                + " for "
                + PATIENCE.toSeconds()
                + " s: wait for it to end, then try again",
            e);
      } catch (IOException e) {
        throw new LibraryUnusable(
            "nothing was added to the library in " + folder + ": check the disk", e);
      }
    }
  }

  /** All or none: an item that cannot be kept leaves the library as it was. */
  private void addAll(Collection<LibraryItem> items, IndexWriter writer) throws IOException {
    boolean done = false;
    try {
      for (LibraryItem item : items) {
        writer.updateDocument(IndexedItem.key(item.id()), IndexedItem.document(item, encoder));
      }
      writer.commit();
      done = true;
    } finally {
      if (!done) {
        writer.rollback();
      }
    }
  }

  private IndexWriter writer() throws IOException {
    IndexWriterConfig config = new IndexWriterConfig(new FieldAnalyzer());
    config.setSimilarity(BM25);
    config.setRAMBufferSizeMB(WRITER_MEGABYTES);
    config.setMergeScheduler(new SerialMergeScheduler());
    config.setCommitOnClose(false);
    return new IndexWriter(new SleepingLockWrapper(directory, PATIENCE.toMillis(), 50), config);
  }

  /** Reads each field as its name says. */
  private static final class FieldAnalyzer extends DelegatingAnalyzerWrapper {
    private final Map<String, Analyzer> byField = new HashMap<>();

    FieldAnalyzer() {
      super(PER_FIELD_REUSE_STRATEGY);
    }

    @Override
    protected Analyzer getWrappedAnalyzer(String field) {
      return byField.computeIfAbsent(field, Analyzers::ofField);
    }
  }

  @Override
  public List<Hit> search(String query, @Nullable String language, int k) {
    if (k < 0) {
      throw new IllegalArgumentException("k " + k + ": expected how many items to find, 0 or more");
    }
    if (query.isBlank() || k == 0) {
      return List.of();
    }
    Asked asked = language == null ? Asked.detected(query, detector()) : Asked.of(query, language);
    return reading(List.of(), searcher -> hits(asked, k, searcher));
  }

  private List<Hit> hits(Asked asked, int k, IndexSearcher searcher) throws IOException {
    Rankings rankings = new Rankings(searcher, Math.max(k, DEEP));
    List<List<String>> all = new ArrayList<>();
    all.add(rankings.byWords(asked.words()));
    if (asked.isEnglish() && rankings.hasVectors()) {
      all.add(rankings.byVector(encoder.encode(asked.text())));
    }
    BestPassage passages = new BestPassage(asked);
    List<Hit> hits = new ArrayList<>();
    for (Fused fused : Fused.of(all).stream().limit(k).toList()) {
      LibraryItem item = item(fused.id(), searcher);
      if (item != null) {
        Passage passage = passages.in(item);
        hits.add(new Hit(item, fused.score(), passage.start(), passage.end()));
      }
    }
    return hits;
  }

  @Override
  public Optional<LibraryItem> find(String id) {
    return reading(Optional.empty(), searcher -> Optional.ofNullable(item(id, searcher)));
  }

  private static @Nullable LibraryItem item(String id, IndexSearcher searcher) throws IOException {
    TopDocs found = searcher.search(new TermQuery(IndexedItem.key(id)), 1);
    if (found.scoreDocs.length == 0) {
      return null;
    }
    Document document = searcher.storedFields().document(found.scoreDocs[0].doc);
    BytesRef whole = document.getBinaryValue(IndexedItem.WHOLE);
    return StoredItem.read(whole);
  }

  @Override
  public int size() {
    return reading(0, searcher -> searcher.getIndexReader().numDocs());
  }

  private interface Reading<T> {
    T from(IndexSearcher searcher) throws IOException;
  }

  private <T> T reading(T whenEmpty, Reading<T> reading) {
    try {
      SearcherManager manager = searchers();
      if (manager == null) {
        return whenEmpty;
      }
      manager.maybeRefreshBlocking();
      IndexSearcher searcher = manager.acquire();
      try {
        return reading.from(searcher);
      } finally {
        manager.release(searcher);
      }
    } catch (IOException e) {
      throw new LibraryUnusable(
          "the library in " + folder + " cannot be read: check the disk, or import it again", e);
    }
  }

  private synchronized @Nullable SearcherManager searchers() throws IOException {
    if (searchers == null && DirectoryReader.indexExists(directory)) {
      searchers =
          new SearcherManager(
              directory,
              new SearcherFactory() {
                @Override
                public IndexSearcher newSearcher(
                    org.apache.lucene.index.IndexReader reader,
                    org.apache.lucene.index.@Nullable IndexReader previous) {
                  IndexSearcher searcher = new IndexSearcher(reader);
                  searcher.setSimilarity(BM25);
                  return searcher;
                }
              });
    }
    return searchers;
  }

  private synchronized LanguageDetector detector() {
    if (detector == null) {
      detector = new LanguageDetector();
    }
    return detector;
  }

  @Override
  public synchronized void close() {
    try {
      if (searchers != null) {
        searchers.close();
        searchers = null;
      }
      encoder.close();
      directory.close();
    } catch (IOException e) {
      throw new LibraryUnusable("the library in " + folder + " could not be closed", e);
    }
  }
}
