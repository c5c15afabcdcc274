package de.einsnull.sensors.rest.sta;

import de.einsnull.web.api.Problem;
import de.einsnull.web.api.Problem.Text;
import de.einsnull.web.api.ProblemException;

/** What the API answers when it cannot do what was asked. */
final class StaProblems {

    private StaProblems() {}

    static ProblemException notFound(String what) {
        return new ProblemException(Problem.of(
                "not-found",
                404,
                new Text("Nicht gefunden", "Not found"),
                new Text("„" + what + "“ gibt es hier nicht.", "There is no '" + what + "' here.")));
    }

    static ProblemException badOption(String option, String expected) {
        return new ProblemException(Problem.of(
                "bad-query-option",
                400,
                new Text("Fehlerhafte Abfrage", "Bad query"),
                new Text(
                        "Die Option " + option + " ist nicht verständlich. Erwartet: " + expected + ".",
                        "The option " + option + " cannot be understood. Expected: " + expected + ".")));
    }

    static ProblemException notSupported(String what) {
        return new ProblemException(Problem.of(
                "not-supported",
                501,
                new Text("Noch nicht möglich", "Not possible yet"),
                new Text(
                        what + " wird noch nicht unterstützt. Möglich sind $top, $skip, $count, $orderby und $select.",
                        what + " is not supported yet. Possible are $top, $skip, $count, $orderby and $select.")));
    }
}
