package de.einsnull.data.jpa.database;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Optional;
import java.util.Set;

/** Tells failures that pass by themselves from those that need a person. */
public final class Failures {

    /** Classes of SQL states: connection, operator intervention, resources, rollback, time-out, authorisation. */
    private static final Set<String> PASSING = Set.of("08", "57", "53", "40", "HY", "28");

    /** H2: database locked by another process, closed while in use, object changed by another session. */
    private static final Set<Integer> PASSING_H2 = Set.of(90020, 90098, 90121, 50200, 90131, 40001);

    private Failures() {}

    /** Whether trying again later makes sense. */
    public static boolean passes(Throwable failure) {
        return sql(failure).filter(Failures::passes).isPresent();
    }

    private static boolean passes(SQLException e) {
        var state = e.getSQLState();
        return e instanceof SQLTransientException
                || PASSING_H2.contains(e.getErrorCode())
                || (state != null && state.length() == 5 && PASSING.contains(state.substring(0, 2)));
    }

    private static Optional<SQLException> sql(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return Optional.of(sql);
            }
        }
        return Optional.empty();
    }

    /** One line that says what went wrong at the root. */
    public static String reason(Throwable failure) {
        var root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        var text = String.valueOf(root.getMessage()).strip().replaceAll("\\s*\\R\\s*", " ");
        return root instanceof SQLException ? text : root.getClass().getSimpleName() + ": " + text;
    }
}
