package de.einsnull.sensors.core.store;

import de.einsnull.sensors.api.Observation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;

/** Observations of the API from rows with the columns {@value #COLUMNS}. */
final class Rows {

    static final String COLUMNS = "datastream_id, phenomenon_time, result_time, num, seq, txt";

    private Rows() {}

    static Observation read(ResultSet row) throws SQLException {
        var time = Times.read(row, 2);
        var result = row.getObject(3, OffsetDateTime.class);
        double num = row.getDouble(4);
        var number = row.wasNull() ? null : num;
        return new Observation(
                row.getLong(1),
                time,
                result == null ? time : result.toInstant(),
                row.getLong(5),
                Results.value(number, row.getString(6)));
    }
}
