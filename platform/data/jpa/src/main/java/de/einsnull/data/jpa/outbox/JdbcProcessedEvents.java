package de.einsnull.data.jpa.outbox;

import de.einsnull.data.api.ProcessedEvents;
import de.einsnull.data.jpa.database.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Remembers handled events in the platform's schema, within the consumer's own transaction. */
@Component
public final class JdbcProcessedEvents implements ProcessedEvents {

    private static final String POSTGRESQL =
            "insert into platform.processed_event (consumer, event_id) values (?, ?)" + " on conflict do nothing";
    private static final String H2 =
            "merge into platform.processed_event p using (values (?, ?)) v (consumer, event_id)"
                    + " on p.consumer = v.consumer and p.event_id = v.event_id"
                    + " when not matched then insert (consumer, event_id) values (v.consumer, v.event_id)";

    /** Another transaction stored the same key between H2's look and its insert. */
    private static final String DUPLICATE_KEY = "23505";

    /** Its presence says that the table exists. */
    @Activate
    public JdbcProcessedEvents(@Reference(target = "(einsnull.schema=platform)") DataSource own) {
        assert own != null;
    }

    @Override
    public boolean markFirst(Connection connection, String group, String eventId) throws SQLException {
        var sql = Dialect.of(connection) == Dialect.H2 ? H2 : POSTGRESQL;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, group);
            statement.setString(2, eventId);
            return statement.executeUpdate() == 1;
        } catch (SQLException e) {
            if (DUPLICATE_KEY.equals(e.getSQLState())) {
                return false;
            }
            throw e;
        }
    }
}
