package de.einsnull.sensors.rest.command;

import de.einsnull.sensors.api.SensorDataException;
import de.einsnull.sensors.api.driver.CommandResult;
import de.einsnull.web.api.Problem;
import de.einsnull.web.api.Problem.Text;
import de.einsnull.web.api.ProblemException;
import java.util.function.Supplier;

/** What can go wrong with a command, as clients see it. */
final class CommandProblems {

    private static final String UNKNOWN_DE = " Ob das Gerät es getan hat, ist nicht bekannt.";
    private static final String UNKNOWN_EN = " Whether the device did it is not known.";

    private CommandProblems() {}

    /** A result that is none of the good ones becomes a problem. */
    static CommandResult orProblem(CommandResult result) {
        return switch (result.outcome()) {
            case DONE, SENT -> result;
            case REFUSED -> throw problem(
                    "command-refused", 409, "Das Gerät lehnt ab", "The device refuses", result, "", "");
            case FAILED -> throw problem(
                    "driver-failed",
                    502,
                    "Der Treiber ist gescheitert",
                    "The driver failed",
                    result,
                    UNKNOWN_DE,
                    UNKNOWN_EN);
            case UNAVAILABLE -> throw problem(
                    "driver-unavailable",
                    503,
                    "Der Treiber kann gerade nichts senden",
                    "The driver cannot send now",
                    result,
                    " Es wurde nichts gesendet.",
                    " Nothing was sent.");
            case TIMEOUT -> throw problem(
                    "driver-timeout",
                    504,
                    "Der Treiber antwortet nicht",
                    "The driver does not answer",
                    result,
                    UNKNOWN_DE,
                    UNKNOWN_EN);
        };
    }

    private static ProblemException problem(
            String code,
            int status,
            String german,
            String english,
            CommandResult result,
            String moreDe,
            String moreEn) {
        return new ProblemException(Problem.of(
                code,
                status,
                new Text(german, english),
                new Text(result.detail() + "." + moreDe, result.detail() + "." + moreEn)));
    }

    static ProblemException invalid(String message) {
        return new ProblemException(Problem.of(
                "invalid-input",
                400,
                new Text("Ungültiger Befehl", "Invalid command"),
                new Text("Es wurde nichts gesendet: " + message, "Nothing was sent: " + message)));
    }

    static ProblemException notFound(long device) {
        return new ProblemException(Problem.of(
                "not-found",
                404,
                new Text("Nicht gefunden", "Not found"),
                new Text("Das Gerät " + device + " gibt es nicht.", "There is no device " + device + ".")));
    }

    static <T> T orAway(Supplier<T> work) {
        try {
            return work.get();
        } catch (SensorDataException e) {
            throw new ProblemException(
                    Problem.of(
                            "database-away",
                            503,
                            new Text("Datenbank nicht erreichbar", "Database away"),
                            new Text(
                                    "Es wurde nichts gesendet. Bitte versuchen Sie es später noch einmal.",
                                    "Nothing was sent. Please try again later.")),
                    e);
        }
    }
}
