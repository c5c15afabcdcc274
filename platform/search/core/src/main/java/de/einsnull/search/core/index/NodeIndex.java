package de.einsnull.search.core.index;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SegmentReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;

/**
 * One index in one folder. What was put can be found after {@link #refresh} and survives a crash after {@link #commit}.
 * When the disk fails the writer closes itself; what is there can still be found, and the next write opens it again.
 * Thread-safe.
 */
public final class NodeIndex implements AutoCloseable {

    /** Measured, see docs/modules/search.md. */
    private static final Similarity SIMILARITY = new BM25Similarity(1.2f, 0.35f);

    private static final int BUFFER_IN_MB = 32;
    private static final String SCHEMA = "schema";

    private final Directory directory;
    private final Analyzer analyzer;
    private final Map<String, String> state = new ConcurrentHashMap<>();
    private final Latest commits = new Latest();
    private final Latest refreshes = new Latest();
    private volatile IndexWriter writer;
    private volatile SearcherManager searchers;

    private NodeIndex(Directory directory, Analyzer analyzer) {
        this.directory = directory;
        this.analyzer = analyzer;
    }

    /**
     * Opens an index, or makes an empty one.
     *
     * @param directory closed with the index
     * @throws IOException if a file of it is damaged or the disk cannot be read
     */
    public static NodeIndex open(Directory directory, Analyzer analyzer) throws IOException {
        var index = new NodeIndex(directory, analyzer);
        try {
            index.verify();
            index.openWriter();
            return index;
        } catch (IOException | RuntimeException e) {
            index.close();
            throw e;
        }
    }

    /** Reads every file once: a damaged one must not show only when somebody finds nothing. */
    private void verify() throws IOException {
        if (!DirectoryReader.indexExists(directory)) {
            return;
        }
        try (var reader = DirectoryReader.open(directory)) {
            for (var leaf : reader.leaves()) {
                if (leaf.reader() instanceof SegmentReader segment) {
                    segment.checkIntegrity();
                }
            }
            state.putAll(reader.getIndexCommit().getUserData());
        }
    }

    private synchronized void openWriter() throws IOException {
        if (writer != null && writer.isOpen()) {
            return;
        }
        var config = new IndexWriterConfig(analyzer)
                .setSimilarity(SIMILARITY)
                .setRAMBufferSizeMB(BUFFER_IN_MB)
                .setCommitOnClose(false);
        writer = new IndexWriter(directory, config);
        var before = searchers;
        searchers = new SearcherManager(writer, new Searchers());
        if (before != null) {
            before.close();
        }
    }

    private static final class Searchers extends SearcherFactory {

        @Override
        public IndexSearcher newSearcher(IndexReader reader, IndexReader previous) {
            var searcher = new IndexSearcher(reader);
            searcher.setSimilarity(SIMILARITY);
            return searcher;
        }
    }

    /** Whether all that is here was written by other code than this. */
    public boolean isForeign() {
        return !state.isEmpty() && !Fields.SCHEMA.equals(state.get(SCHEMA));
    }

    /** What a task does with the writer. */
    @FunctionalInterface
    private interface Writing {
        void with(IndexWriter writer) throws IOException;
    }

    private void write(Writing task) {
        try {
            if (!writer.isOpen()) {
                openWriter();
            }
            task.with(writer);
        } catch (IOException | AlreadyClosedException e) {
            throw new IndexFailedException("The search index cannot be written: " + e.getMessage(), e);
        }
    }

    /** Puts the documents of one thing in place of those it had; none removes it. */
    public void put(String key, List<Document> entries) {
        var place = new Term(Fields.KEY, key);
        write(to -> {
            if (entries.isEmpty()) {
                to.deleteDocuments(place);
            } else {
                to.updateDocuments(place, entries);
            }
        });
    }

    /** Removes what was not written by a reading of all documents of a type. */
    public void removeOthers(String type, String reading) {
        var others = new BooleanQuery.Builder()
                .add(new TermQuery(new Term(Fields.TYPE, type)), Occur.FILTER)
                .add(new TermQuery(new Term(Fields.READING, reading)), Occur.MUST_NOT)
                .build();
        write(to -> to.deleteDocuments(others));
    }

    /** Lets what was put be found. */
    public void refresh() {
        write(to -> refreshes.run(searchers::maybeRefreshBlocking));
    }

    /** Makes what was put survive a crash, with the versions of all types. */
    public void commit() {
        write(to -> commits.run(() -> {
            var data = new HashMap<>(state);
            data.put(SCHEMA, Fields.SCHEMA);
            to.setLiveCommitData(data.entrySet());
            to.commit();
        }));
    }

    /** Which version of a type was read completely, empty for none. Survives a crash after the next commit. */
    public Optional<String> version(String type) {
        return Optional.ofNullable(state.get(versionKey(type)));
    }

    /** Remembers the version of a type; an empty one says that it must be read again. */
    public void setVersion(String type, String version) {
        if (version.isEmpty()) {
            state.remove(versionKey(type));
        } else {
            state.put(versionKey(type), version);
        }
    }

    private static String versionKey(String type) {
        return "type." + type;
    }

    /** Something that reads the index. */
    @FunctionalInterface
    public interface Question<T> {
        T ask(IndexSearcher searcher) throws IOException;
    }

    /**
     * Asks the index as it was at the last refresh.
     *
     * @throws IndexFailedException if a file of it cannot be read
     */
    public <T> T ask(Question<T> question) {
        try {
            var manager = searchers;
            var searcher = manager.acquire();
            try {
                return question.ask(searcher);
            } finally {
                manager.release(searcher);
            }
        } catch (IOException | AlreadyClosedException e) {
            throw new IndexFailedException("The search index cannot be read: " + e.getMessage(), e);
        }
    }

    /** How many documents it has, those of types that are away included. */
    public int size() {
        return ask(searcher -> searcher.getIndexReader().numDocs());
    }

    /** Closes without a commit: what matters was committed. */
    @Override
    public void close() throws IOException {
        try (directory) {
            if (searchers != null) {
                searchers.close();
            }
            if (writer != null && writer.isOpen()) {
                writer.rollback();
            }
        }
    }
}
