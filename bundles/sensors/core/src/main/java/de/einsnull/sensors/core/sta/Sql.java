package de.einsnull.sensors.core.sta;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A piece of SQL with the values of its question marks. Values never stand in the text. */
final class Sql {

    private static final int MOST_SECONDS = 30;
    private static final int FETCH = 1_000;

    private final StringBuilder text = new StringBuilder();
    private final List<Object> values = new ArrayList<>();

    static Sql of(String text, Object... values) {
        return new Sql().add(text, values);
    }

    /** Pieces one after the other, each a text, a value of this class, or anything else that is shown as text. */
    static Sql join(Object... pieces) {
        var joined = new Sql();
        for (Object piece : pieces) {
            if (piece instanceof Sql sql) {
                joined.add(sql);
            } else {
                joined.add(piece.toString());
            }
        }
        return joined;
    }

    Sql add(String more, Object... moreValues) {
        text.append(more);
        values.addAll(Arrays.asList(moreValues));
        return this;
    }

    Sql add(Sql other) {
        text.append(other.text);
        values.addAll(other.values);
        return this;
    }

    /** Adds conditions with {@code and} between them, and {@code where} before them unless there are none. */
    Sql where(List<Sql> conditions) {
        for (int i = 0; i < conditions.size(); i++) {
            add(i == 0 ? " where " : " and ").add(conditions.get(i));
        }
        return this;
    }

    String text() {
        return text.toString();
    }

    PreparedStatement prepare(Connection connection) throws SQLException {
        var statement = connection.prepareStatement(text());
        try {
            for (int i = 0; i < values.size(); i++) {
                set(statement, i + 1, values.get(i));
            }
            return statement;
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }

    /** A statement that reads, and is ended when that takes too long. */
    PreparedStatement reading(Connection connection) throws SQLException {
        var statement = prepare(connection);
        try {
            statement.setQueryTimeout(MOST_SECONDS);
            statement.setFetchSize(FETCH);
            return statement;
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }

    int update(Connection connection) throws SQLException {
        try (var statement = prepare(connection)) {
            return statement.executeUpdate();
        }
    }

    private static void set(PreparedStatement statement, int index, Object value) throws SQLException {
        if (value == null) {
            statement.setNull(index, Types.VARCHAR);
        } else if (value instanceof Null none) {
            statement.setNull(index, none.type());
        } else if (value instanceof Instant time) {
            statement.setObject(index, time.atOffset(ZoneOffset.UTC));
        } else if (value instanceof BigDecimal number) {
            statement.setBigDecimal(index, number);
        } else if (value instanceof Long[] ids) {
            statement.setArray(index, statement.getConnection().createArrayOf("bigint", ids));
        } else {
            statement.setObject(index, value);
        }
    }

    /**
     * A null that is no text.
     *
     * @param type of {@link Types}
     */
    record Null(int type) {

        static Object or(Object value, int type) {
            return value == null ? new Null(type) : value;
        }
    }

    @Override
    public String toString() {
        return text + " " + values;
    }
}
