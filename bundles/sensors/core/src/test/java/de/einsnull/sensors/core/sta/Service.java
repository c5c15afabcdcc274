package de.einsnull.sensors.core.sta;

import com.fasterxml.jackson.databind.JsonNode;
import de.einsnull.sensors.core.TestDatabase;
import de.einsnull.sensors.core.TestPlatform;
import de.einsnull.sensors.sensorthings.json.Addresses;
import de.einsnull.sensors.sensorthings.json.Bodies;
import de.einsnull.sensors.sensorthings.json.EntityReader;
import de.einsnull.sensors.sensorthings.json.EntityWriter;
import de.einsnull.sensors.sensorthings.parse.Limits;
import de.einsnull.sensors.sensorthings.parse.QueryParser;
import de.einsnull.sensors.sensorthings.query.EntityPath;
import de.einsnull.sensors.sensorthings.query.Query;
import de.einsnull.sensors.sensorthings.store.Draft;
import de.einsnull.sensors.sensorthings.store.EntityStore;
import de.einsnull.sensors.sensorthings.store.Page;
import de.einsnull.sensors.sensorthings.store.Visibility;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The store as clients see it: paths, query options and JSON. */
final class Service implements AutoCloseable {

    final TestPlatform platform;
    final EntityStore store;
    private final Bodies bodies = new Bodies();
    private final QueryParser parser = new QueryParser(Limits.usual());
    private final EntityWriter writer = new EntityWriter(new Addresses("http://city/v1.1"));

    Service(TestDatabase.Kind kind) {
        this(new TestPlatform(kind));
    }

    Service(TestPlatform platform) {
        this(platform, false);
    }

    Service(TestPlatform platform, boolean conformance) {
        this.platform = platform;
        this.store = new SqlEntityStore(
                platform.database.database(),
                new Told(platform.registry, platform.ingest.live()),
                Clock.systemUTC(),
                conformance);
    }

    EntityPath path(String path) {
        return parser.path(path).entities();
    }

    /** Options as they are typed, not encoded. */
    Query query(String path, String... options) {
        var encoded = Arrays.stream(options)
                .map(o -> o.substring(0, o.indexOf('='))
                        + "="
                        + URLEncoder.encode(o.substring(o.indexOf('=') + 1), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return parser.query(path(path).type(), encoded);
    }

    Page page(String path, String... options) {
        return store.read(path(path), query(path, options), Visibility.ALL);
    }

    JsonNode get(String path, String... options) {
        return get(Visibility.ALL, path, options);
    }

    JsonNode get(Visibility visibility, String path, String... options) {
        var query = query(path, options);
        var page = store.read(path(path), query, visibility);
        var text = new StringWriter();
        try (var out = bodies.mapper().createGenerator(text)) {
            if (path(path).single()) {
                writer.entity(out, page.entities().get(0), query);
            } else {
                writer.page(out, page, query, Optional.empty());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bodies.read(text.toString());
    }

    List<Long> ids(String path, String... options) {
        var ids = new ArrayList<Long>();
        page(path, options).entities().forEach(e -> ids.add(e.id()));
        return ids;
    }

    List<Long> filter(String path, String filter) {
        return ids(path, "$filter=" + filter, "$top=1000").stream().sorted().toList();
    }

    long post(String path, String body) {
        var set = path(path);
        var given = set.last().via().map(v -> v.inverse());
        return store.create(
                set, new EntityReader(Clock.systemUTC().instant()).created(set.type(), given, bodies.read(body)));
    }

    Draft draft(String path, String body) {
        return new EntityReader(Clock.systemUTC().instant())
                .created(path(path).type(), Optional.empty(), bodies.read(body));
    }

    void patch(String path, String body) {
        var draft =
                new EntityReader(Clock.systemUTC().instant()).patched(path(path).type(), bodies.read(body));
        store.update(path(path), current -> draft);
    }

    void delete(String path) {
        store.delete(path(path));
    }

    @Override
    public void close() {
        platform.close();
    }
}
