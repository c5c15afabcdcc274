package de.einsnull.search.core.quality;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.QueryBuilder;

/** Lucene as it comes: title and text in one field, any of the words, BM25 with its defaults. */
final class PlainLucene implements Answering {

    private final Analyzer analyzer;
    private final IndexSearcher searcher;

    PlainLucene(Collection collection, Analyzer analyzer) throws IOException {
        this.analyzer = analyzer;
        var directory = new ByteBuffersDirectory();
        try (var writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
            for (var source : collection.documents()) {
                var entry = new Document();
                entry.add(new StringField("id", source.id(), Field.Store.YES));
                entry.add(new TextField("text", source.title() + "\n" + source.body(), Field.Store.NO));
                writer.addDocument(entry);
            }
        }
        searcher = new IndexSearcher(DirectoryReader.open(directory));
    }

    @Override
    public List<String> ask(String text) throws IOException {
        var ids = new ArrayList<String>();
        var query = new QueryBuilder(analyzer).createBooleanQuery("text", text);
        if (query != null) {
            for (var found : searcher.search(query, 10).scoreDocs) {
                ids.add(searcher.storedFields().document(found.doc).get("id"));
            }
        }
        return ids;
    }
}
