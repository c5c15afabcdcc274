package de.einsnull.search.core.source;

import de.einsnull.search.api.SearchSource;
import de.einsnull.search.api.SearchType;

/**
 * A source and what is known of it without asking it.
 *
 * @param source the service
 * @param type type of its documents
 * @param version what must stay the same that its documents need not be read again; empty if they always must
 * @param bundle id of the bundle that registered it
 */
public record Contributed(SearchSource source, SearchType type, String version, long bundle) {

    private static final String ALWAYS = "-";

    /** What the index remembers when all documents were read. */
    String stamp() {
        return version.isEmpty() ? ALWAYS : version;
    }

    String name() {
        return type.type();
    }
}
