package de.einsnull.search.core.index;

/** Names of the fields that are not words. An index whose {@link #SCHEMA} differs is built anew. */
public final class Fields {

    /** Version of all that determines how documents are stored and read: fields and analysis. */
    public static final String SCHEMA = "1";

    /** Type and id: one for each thing, the same for its languages. */
    public static final String KEY = "key";

    public static final String TYPE = "type";

    public static final String ID = "id";

    public static final String LANGUAGE = "language";

    /** Languages of the same thing's other documents. */
    public static final String OTHERS = "others";

    public static final String READER = "reader";

    /** Which reading of all documents of the type it was written by. */
    public static final String READING = "reading";

    public static final String VALID_FROM = "from";

    public static final String VALID_UNTIL = "until";

    /** Milliseconds since 1970, for the order without words. */
    public static final String UPDATED = "updated";

    /** Name and value with {@link #SEPARATOR} between. */
    public static final String FACET = "facet";

    /** The same in lower case, for what people type. */
    public static final String FACET_TYPED = "facet-typed";

    public static final String TITLE = "title";

    public static final String BODY = "body";

    public static final String LINK = "link";

    /** Stands in no value, see the bounds of a document. */
    public static final char SEPARATOR = '\0';

    private Fields() {}

    /** Value of {@link #KEY}. */
    public static String key(String type, String id) {
        return type + '/' + id;
    }
}
