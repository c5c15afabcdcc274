package de.einsnull.guard.core;

import de.einsnull.bus.api.BusException;
import de.einsnull.bus.api.TryLaterException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/**
 * Tells whether something outside a module made it fail. While the database is away every page that reads it throws; a
 * guard that stopped them all would make a disaster of a disturbance.
 */
final class Excuses {

    private static final int DEEPEST = 20;
    private static final List<Class<?>> OUTSIDE = List.of(
            SQLException.class,
            IOException.class,
            BusException.class,
            TryLaterException.class,
            InterruptedException.class);

    private Excuses() {}

    static boolean isOutside(Throwable thrown) {
        var cause = thrown;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            var one = cause;
            if (OUTSIDE.stream().anyMatch(type -> type.isInstance(one))) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    /** Kind and text of what was thrown, short enough for a sentence. */
    static String describe(Throwable thrown) {
        if (thrown == null) {
            return "";
        }
        String text;
        try {
            text = thrown.toString();
        } catch (Throwable e) { // the exception is the module's own class, and so is its toString
            text = thrown.getClass().getName();
        }
        text = String.valueOf(text).lines().findFirst().orElse("");
        return text.length() > 300 ? text.substring(0, 300) + "..." : text;
    }
}
