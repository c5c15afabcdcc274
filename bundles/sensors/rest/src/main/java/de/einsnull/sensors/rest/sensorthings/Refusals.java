package de.einsnull.sensors.rest.sensorthings;

import de.einsnull.sensors.sensorthings.json.BodyException;
import de.einsnull.sensors.sensorthings.parse.QueryException;
import de.einsnull.sensors.sensorthings.store.Failure;
import de.einsnull.sensors.sensorthings.store.StoreException;
import de.einsnull.web.api.Problem;
import de.einsnull.web.api.Problem.Field;
import de.einsnull.web.api.Problem.Text;
import de.einsnull.web.api.ProblemException;
import java.util.List;
import java.util.Locale;

/** What the API answers when it cannot or must not do what was asked. */
final class Refusals {

    private static final Text BAD_QUERY = new Text("Fehlerhafte Abfrage", "Bad query");
    private static final Text BAD_BODY = new Text("Fehlerhafter Inhalt", "Bad body");

    private Refusals() {}

    static ProblemException of(QueryException e) {
        if (e.kind() == QueryException.Kind.UNKNOWN_PATH) {
            return notFound(sentence(place(e, "de") + e.german()), sentence(place(e, "en") + e.english()));
        }
        var message = new Text(sentence(place(e, "de") + e.german()), sentence(place(e, "en") + e.english()));
        return new ProblemException(new Problem(
                e.kind() == QueryException.Kind.TOO_LARGE ? "query-too-large" : "bad-query-option",
                400,
                BAD_QUERY,
                message,
                List.of(new Field(e.option(), message))));
    }

    private static String place(QueryException e, String language) {
        var option = e.option().equals("path") ? (language.equals("de") ? "Pfad" : "path") : e.option();
        return option + ", " + (language.equals("de") ? "Zeichen " : "character ") + (e.position() + 1) + ": ";
    }

    private static String sentence(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1) + ".";
    }

    static ProblemException of(BodyException e) {
        var message = new Text(sentence(e.german()), sentence(e.english()));
        var where = e.pointer().isEmpty() ? "" : e.pointer() + ": ";
        return new ProblemException(new Problem(
                "invalid-input",
                400,
                BAD_BODY,
                new Text(where + e.german() + ".", where + e.english() + "."),
                List.of(new Field(e.pointer(), message))));
    }

    static ProblemException of(StoreException e) {
        return new ProblemException(problem(e.failure()), e);
    }

    static Problem problem(Failure failure) {
        if (failure instanceof Failure.Missing missing) {
            var name = missing.type().entityName();
            return notFound("„" + name + "“ gibt es hier nicht.", "There is no such " + name + " here.")
                    .problem();
        }
        if (failure instanceof Failure.Violated violated) {
            return of(new BodyException(violated.pointer(), violated.german(), violated.english()))
                    .problem();
        }
        if (failure instanceof Failure.Conflict conflict) {
            return Problem.of(
                    "conflict",
                    409,
                    new Text("Widerspruch", "Conflict"),
                    new Text(sentence(conflict.german()), sentence(conflict.english())));
        }
        if (failure instanceof Failure.TooExpensive expensive) {
            return Problem.of(
                    "query-too-expensive",
                    400,
                    BAD_QUERY,
                    new Text(sentence(expensive.german()), sentence(expensive.english())));
        }
        return Problem.of(
                "database-away",
                503,
                new Text("Messwerte gerade nicht lesbar", "Observations cannot be read now"),
                new Text("Bitte versuchen Sie es gleich noch einmal.", "Please try again in a moment."));
    }

    static ProblemException notFound(String german, String english) {
        return new ProblemException(
                Problem.of("not-found", 404, new Text("Nicht gefunden", "Not found"), new Text(german, english)));
    }

    static ProblemException method(String allowed) {
        return new ProblemException(Problem.of(
                "method-not-allowed",
                405,
                new Text("Methode nicht möglich", "Method not possible"),
                new Text("Hier möglich: " + allowed + ".", "Possible here: " + allowed + ".")));
    }

    static ProblemException mediaType(String expected) {
        return new ProblemException(Problem.of(
                "unsupported-media-type",
                415,
                new Text("Format nicht unterstützt", "Format not supported"),
                new Text("Erwartet wird " + expected + ".", "Expected is " + expected + ".")));
    }

    static ProblemException option(String german, String english) {
        return new ProblemException(Problem.of("bad-query-option", 400, BAD_QUERY, new Text(german, english)));
    }

    static ProblemException notAllowed(boolean known) {
        return new ProblemException(
                known
                        ? Problem.of(
                                "not-allowed",
                                403,
                                new Text("Nicht erlaubt", "Not allowed"),
                                new Text("Schreiben dürfen hier nur Mitarbeitende.", "Only staff may write here."))
                        : Problem.of(
                                "login-required",
                                401,
                                new Text("Anmeldung nötig", "Login required"),
                                new Text("Zum Schreiben bitte anmelden.", "Please log in to write.")));
    }
}
