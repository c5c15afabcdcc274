package de.einsnull.sensors.sensorthings.parse;

import de.einsnull.sensors.sensorthings.model.EntityType;
import de.einsnull.sensors.sensorthings.query.Expression;
import de.einsnull.sensors.sensorthings.query.Query;
import de.einsnull.sensors.sensorthings.query.ResourcePath;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Reads what clients ask for (18-088, clause 9). Thread-safe. Every method throws a {@link QueryException} for a text that
 * is not in the language or larger than the limits, and nothing else.
 */
public final class QueryParser {

    private final Limits limits;

    /**
     * A parser with limits.
     *
     * @param limits how large a query may be
     */
    public QueryParser(Limits limits) {
        this.limits = limits;
    }

    /**
     * Reads a resource path.
     *
     * @param path decoded, without a slash at its beginning; not the root
     * @return the path
     */
    public ResourcePath path(String path) {
        return new PathParser(new Cursor("path", path, limits)).read();
    }

    /**
     * Reads query options.
     *
     * @param type type of the entities that are asked for
     * @param query what follows the question mark, percent-encoded; parameters whose names do not begin with $ are
     *     passed over
     * @return the options, with defaults
     */
    public Query query(EntityType type, String query) {
        var builder = new QueryBuilder(type, limits);
        for (var pair : query.split("&")) {
            var equals = pair.indexOf('=');
            // some clients encode the whole, the first equals sign included
            var option = equals < 0 ? decoded(pair) : decoded(pair.substring(0, equals)) + pair.substring(equals);
            var name = option.split("=", 2)[0];
            if (name.startsWith("$")) {
                var text = option.substring(Math.min(option.length(), name.length() + 1));
                read(name, equals < 0 ? text : decoded(text), builder);
            }
        }
        return builder.build();
    }

    private void read(String name, String text, QueryBuilder builder) {
        var cursor = new Cursor(name, text, limits);
        new OptionParser(cursor).read(name, 0, builder);
        if (!cursor.atEnd()) {
            throw name.equals("$filter")
                    ? cursor.expected("and, or oder das Ende", "and, or or the end")
                    : cursor.expected("das Ende", "the end");
        }
    }

    /**
     * Reads the text of a {@code $filter}.
     *
     * @param type type of the entities that are filtered
     * @param filter decoded
     * @return the condition
     */
    public Expression filter(EntityType type, String filter) {
        var builder = new QueryBuilder(type, limits);
        read("$filter", filter, builder);
        return Optional.of(builder.build()).flatMap(Query::filter).orElseThrow();
    }

    private String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Cursor("query", text, limits).expected(0, "Zeichen als %XX kodiert", "characters encoded as %XX");
        }
    }
}
