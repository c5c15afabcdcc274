package de.einsnull.search.core.index;

import de.einsnull.search.api.SearchDocument;
import de.einsnull.search.core.text.Tongue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;

/** Turns documents into entries of the index. */
public final class Entries {

    /** A word of the title counts as much as this many in the text; measured, see docs/modules/search.md. */
    private static final int TITLE_WEIGHT = 6;

    private static final int KEYWORD_WEIGHT = 3;

    /** Longest part of a text whose spellings are known for corrections. */
    private static final int SPELLED = 20_000;

    private static final FieldType WORDS = words(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS, false);
    private static final FieldType TITLE_WORDS = words(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, true);
    private static final FieldType SPELLINGS = words(IndexOptions.DOCS, true);
    private static final FieldType BEGINNINGS = words(IndexOptions.DOCS, false);

    private Entries() {}

    private static FieldType words(IndexOptions options, boolean omitNorms) {
        var type = new FieldType();
        type.setTokenized(true);
        type.setIndexOptions(options);
        type.setOmitNorms(omitNorms);
        type.freeze();
        return type;
    }

    /**
     * The entries of one thing.
     *
     * @param versions the thing in all its languages
     * @param reading which reading of the type this is
     */
    public static List<Document> of(List<SearchDocument> versions, String reading) {
        return versions.stream().map(one -> entry(one, versions, reading)).toList();
    }

    private static Document entry(SearchDocument source, List<SearchDocument> versions, String reading) {
        var entry = new Document();
        identify(entry, source, versions);
        entry.add(new StringField(Fields.READING, reading, Field.Store.NO));
        source.readers().forEach(reader -> entry.add(new StringField(Fields.READER, reader, Field.Store.NO)));
        long from = source.validFrom().map(Instant::toEpochMilli).orElse(Long.MIN_VALUE);
        long until = source.validUntil().map(Instant::toEpochMilli).orElse(Long.MAX_VALUE);
        entry.add(new LongPoint(Fields.VALID_FROM, from));
        entry.add(new LongPoint(Fields.VALID_UNTIL, until));
        long updated = source.updated().map(Instant::toEpochMilli).orElse(0L);
        entry.add(new NumericDocValuesField(Fields.UPDATED, updated));
        entry.add(new StoredField(Fields.UPDATED, updated));
        facets(entry, source);
        texts(entry, source);
        return entry;
    }

    private static void identify(Document entry, SearchDocument source, List<SearchDocument> versions) {
        entry.add(new StringField(Fields.KEY, Fields.key(source.type(), source.id()), Field.Store.NO));
        entry.add(new StringField(Fields.TYPE, source.type(), Field.Store.YES));
        entry.add(new SortedSetDocValuesField(Fields.TYPE, new BytesRef(source.type())));
        entry.add(new StoredField(Fields.ID, source.id()));
        entry.add(new StringField(Fields.LANGUAGE, source.language(), Field.Store.YES));
        for (var other : versions) {
            if (!other.language().equals(source.language())) {
                entry.add(new StringField(Fields.OTHERS, other.language(), Field.Store.NO));
            }
        }
        entry.add(new StoredField(Fields.LINK, source.link()));
    }

    private static void facets(Document entry, SearchDocument source) {
        source.facets()
                .forEach((name, values) -> values.forEach(value -> {
                    String facet = name + Fields.SEPARATOR + value;
                    entry.add(new SortedSetDocValuesField(Fields.FACET, new BytesRef(facet)));
                    entry.add(new StringField(Fields.FACET, facet, Field.Store.YES));
                    entry.add(new StringField(Fields.FACET_TYPED, facet.toLowerCase(Locale.ROOT), Field.Store.NO));
                }));
    }

    /** The text comes first, so that places of words in the index are places in the text. */
    private static void texts(Document entry, SearchDocument source) {
        var tongue = Tongue.of(source.language());
        entry.add(new StoredField(Fields.TITLE, source.title()));
        entry.add(new StoredField(Fields.BODY, source.body()));
        entry.add(new Field(tongue.text(), source.body(), WORDS));
        repeat(entry, tongue, source.title(), TITLE_WEIGHT);
        entry.add(new Field(tongue.title(), source.title(), TITLE_WORDS));
        String spelled =
                source.body().substring(0, Math.min(SPELLED, source.body().length()));
        entry.add(new Field(tongue.spelling(), source.title(), SPELLINGS));
        entry.add(new Field(tongue.spelling(), spelled, SPELLINGS));
        entry.add(new Field(tongue.beginnings(), source.title(), BEGINNINGS));
        for (String keyword : source.keywords()) {
            repeat(entry, tongue, keyword, KEYWORD_WEIGHT);
            entry.add(new Field(tongue.spelling(), keyword, SPELLINGS));
            entry.add(new Field(tongue.beginnings(), keyword, BEGINNINGS));
        }
    }

    private static void repeat(Document entry, Tongue tongue, String text, int times) {
        for (int i = 0; i < times; i++) {
            entry.add(new Field(tongue.text(), text, WORDS));
        }
    }
}
