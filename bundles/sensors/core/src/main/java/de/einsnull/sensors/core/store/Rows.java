package de.einsnull.sensors.core.store;

import de.einsnull.sensors.api.Observation;
import de.einsnull.sensors.api.Value;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;

/** Observations as rows: {@value #COLUMNS}. */
final class Rows {

    static final String COLUMNS = "datastream_id, phenomenon_time, seq, result_time, num, flag, txt";

    private Rows() {}

    static Observation read(ResultSet row) throws SQLException {
        return new Observation(row.getLong(1), Times.read(row, 2), Times.read(row, 4), row.getLong(3), value(row));
    }

    private static Value value(ResultSet row) throws SQLException {
        double number = row.getDouble(5);
        if (!row.wasNull()) {
            return Value.of(number);
        }
        boolean on = row.getBoolean(6);
        return row.wasNull() ? Value.of(row.getString(7)) : Value.of(on);
    }

    /** Sets the seven columns as parameters 1 to 7. */
    static void set(PreparedStatement statement, Observation o) throws SQLException {
        statement.setLong(1, o.datastream());
        statement.setObject(2, Times.column(o.phenomenonTime()));
        statement.setLong(3, o.sequence());
        statement.setObject(4, Times.column(o.resultTime()));
        setOrNull(statement, 5, number(o.value()), Types.DOUBLE);
        setOrNull(statement, 6, flag(o.value()), Types.BOOLEAN);
        setOrNull(statement, 7, text(o.value()), Types.VARCHAR);
    }

    private static void setOrNull(PreparedStatement statement, int index, Object value, int type) throws SQLException {
        if (value == null) {
            statement.setNull(index, type);
        } else {
            statement.setObject(index, value, type);
        }
    }

    static Double number(Value value) {
        return value instanceof Value.Quantity q ? q.number() : null;
    }

    static Boolean flag(Value value) {
        return value instanceof Value.Flag f ? f.on() : null;
    }

    static String text(Value value) {
        return value instanceof Value.Text t ? t.text() : null;
    }
}
