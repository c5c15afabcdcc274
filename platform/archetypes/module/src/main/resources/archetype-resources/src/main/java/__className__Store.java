package ${package};

import de.einsnull.bus.api.CityEvent;
import de.einsnull.data.api.Outbox;
import de.einsnull.data.api.ProcessedEvents;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The table of this module. It is there when the scripts in {@code db/migration} have run. */
@Component(service = ${className}Store.class)
public final class ${className}Store {

    static final String EVENT = "${groupId}.${area}.made.v1";

    private static final URI SOURCE = URI.create("/${area}");
    private static final int SHOWN = 50;

    private final DataSource source;
    private final Outbox outbox;
    private final ProcessedEvents processed;
    private final Clock clock;

    @Activate
    public ${className}Store(
            @Reference(target = "(einsnull.schema=${area})") DataSource source,
            @Reference Outbox outbox,
            @Reference ProcessedEvents processed) {
        this(source, outbox, processed, Clock.systemUTC());
    }

    ${className}Store(DataSource source, Outbox outbox, ProcessedEvents processed, Clock clock) {
        this.source = source;
        this.outbox = outbox;
        this.processed = processed;
        this.clock = clock;
    }

    /** The newest ones first. */
    public List<${className}> newest() throws SQLException {
        String query = "select id, words, made_at, confirmed from entry order by id desc limit " + SHOWN;
        try (var connection = source.getConnection();
                var statement = connection.prepareStatement(query);
                var rows = statement.executeQuery()) {
            List<${className}> found = new ArrayList<>();
            while (rows.next()) {
                var at = rows.getObject(3, OffsetDateTime.class).toInstant();
                found.add(new ${className}(rows.getLong(1), rows.getString(2), at, rows.getBoolean(4)));
            }
            return found;
        }
    }

    /** Stores the row and the event about it together, or neither. */
    public long add(String words) throws SQLException {
        try (var connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try {
                long id = insert(connection, words);
                outbox.append(connection, CityEvent.of(SOURCE, EVENT, Long.toString(id), clock.instant(), "{}"));
                connection.commit();
                return id;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        }
    }

    /** Marks a row; an event that comes a second time changes nothing. */
    void confirm(String group, CityEvent event) throws SQLException {
        try (var connection = source.getConnection();
                var update = connection.prepareStatement("update entry set confirmed = true where id = ?")) {
            connection.setAutoCommit(false);
            if (processed.markFirst(connection, group, event.id())) {
                update.setLong(1, Long.parseLong(event.subject()));
                update.executeUpdate();
            }
            connection.commit();
        }
    }

    private long insert(Connection connection, String words) throws SQLException {
        String command = "insert into entry (words, made_at) values (?, ?)";
        try (var insert = connection.prepareStatement(command, new String[] {"id"})) {
            insert.setString(1, words);
            insert.setObject(2, clock.instant().atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
            try (var keys = insert.getGeneratedKeys()) {
                keys.next();
                return keys.getLong(1);
            }
        }
    }
}
