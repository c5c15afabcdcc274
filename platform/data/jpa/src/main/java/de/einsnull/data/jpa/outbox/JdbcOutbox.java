package de.einsnull.data.jpa.outbox;

import de.einsnull.bus.api.CityEvent;
import de.einsnull.data.api.Outbox;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The outbox as a table of the platform's schema, reached by its full name from any module's connection. */
@Component
public final class JdbcOutbox implements Outbox {

    private static final String INSERT = "insert into platform.outbox"
            + " (event_id, source, type, subject, occurred_at, data) values (?, ?, ?, ?, ?, ?)";

    private final DataSource own;
    private final CommitHints hints;

    @Activate
    public JdbcOutbox(@Reference(target = "(einsnull.schema=platform)") DataSource own, @Reference CommitHints hints) {
        this.own = own;
        this.hints = hints;
    }

    @Override
    public void append(Connection connection, CityEvent event) throws SQLException {
        if (connection.getAutoCommit()) {
            throw new IllegalStateException("The outbox needs a transaction: switch auto-commit off first");
        }
        try (var insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, event.id());
            insert.setString(2, event.source().toString());
            insert.setString(3, event.type());
            insert.setString(4, event.subject());
            insert.setString(5, event.time().toString());
            insert.setString(6, event.data());
            insert.executeUpdate();
        }
        hints.appended();
    }

    @Override
    public long pending() throws SQLException {
        try (var connection = own.getConnection()) {
            return OutboxTable.count(connection);
        }
    }
}
