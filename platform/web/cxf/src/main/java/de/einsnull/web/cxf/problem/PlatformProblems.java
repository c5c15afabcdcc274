package de.einsnull.web.cxf.problem;

import de.einsnull.web.api.Problem;
import de.einsnull.web.api.Problem.Field;
import de.einsnull.web.api.Problem.Text;
import java.util.List;

/** The problems that the platform itself answers with, before or instead of a module. */
public final class PlatformProblems {

    private PlatformProblems() {}

    public static Problem invalidInput(List<Field> fields) {
        return new Problem(
                "invalid-input",
                400,
                new Text("Ungültige Eingabe", "Invalid input"),
                new Text(
                        "Eingaben fehlen oder sind falsch. Was zu ändern ist, steht bei jedem Feld.",
                        "Inputs are missing or wrong. Each field says what to change."),
                fields);
    }

    public static Problem malformedBody(String where) {
        return Problem.of(
                "malformed-body",
                400,
                new Text("Nicht lesbarer Inhalt", "Unreadable content"),
                new Text(
                        "Der Inhalt der Anfrage ist kein gültiges JSON" + in(" (", where) + ".",
                        "The body of the request is not valid JSON" + in(" (", where) + "."));
    }

    private static String in(String before, String where) {
        return where.isEmpty() ? "" : before + where + ")";
    }

    public static Problem badRequest() {
        return Problem.of(
                "bad-request",
                400,
                new Text("Fehlerhafte Anfrage", "Bad request"),
                new Text("Die Anfrage ist nicht verständlich.", "The request cannot be understood."));
    }

    public static Problem unauthenticated() {
        return Problem.of(
                "login-required",
                401,
                new Text("Anmeldung nötig", "Login required"),
                new Text("Bitte melden Sie sich an.", "Please log in."));
    }

    public static Problem forbidden() {
        return Problem.of(
                "not-allowed",
                403,
                new Text("Nicht erlaubt", "Not allowed"),
                new Text(
                        "Ihr Konto darf das nicht. Wenden Sie sich an die Administration.",
                        "Your account may not do this. Ask the administration."));
    }

    public static Problem notFound() {
        return Problem.of(
                "not-found",
                404,
                new Text("Nicht gefunden", "Not found"),
                new Text("Unter dieser Adresse gibt es nichts.", "There is nothing at this address."));
    }

    public static Problem methodNotAllowed() {
        return Problem.of(
                "method-not-allowed",
                405,
                new Text("Methode nicht möglich", "Method not possible"),
                new Text(
                        "Diese Adresse kennt die Methode nicht; der Kopf „Allow“ nennt die möglichen.",
                        "This address does not know the method; the header Allow names those it knows."));
    }

    public static Problem notAcceptable() {
        return Problem.of(
                "not-acceptable",
                406,
                new Text("Format nicht möglich", "Format not possible"),
                new Text(
                        "Die Antwort gibt es nicht in dem Format, das der Kopf „Accept“ verlangt.",
                        "The answer does not come in the format that the header Accept asks for."));
    }

    public static Problem tooLarge(long limitInBytes) {
        return Problem.of(
                "body-too-large",
                413,
                new Text("Anfrage zu groß", "Request too large"),
                new Text(
                        "Der Inhalt der Anfrage darf höchstens " + limitInBytes + " Byte lang sein.",
                        "The body of the request may have at most " + limitInBytes + " bytes."));
    }

    public static Problem unsupportedMediaType() {
        return Problem.of(
                "unsupported-media-type",
                415,
                new Text("Format nicht unterstützt", "Format not supported"),
                new Text(
                        "Die Adresse versteht das Format der Anfrage nicht (Kopf „Content-Type“).",
                        "The address does not understand the format of the request (header Content-Type)."));
    }

    public static Problem tooManyStreams() {
        return Problem.of(
                "too-many-streams",
                429,
                new Text("Zu viele Verbindungen", "Too many connections"),
                new Text(
                        "Es sind zu viele Live-Verbindungen offen. Bitte später erneut versuchen.",
                        "Too many live connections are open. Please try again later."));
    }

    public static Problem internal() {
        return Problem.of(
                "internal-error",
                500,
                new Text("Interner Fehler", "Internal error"),
                new Text(
                        "Das hätte nicht passieren dürfen. Nennen Sie der Administration die Vorgangsnummer.",
                        "This should not have happened. Tell the administration the request id."));
    }

    public static Problem busy() {
        return unavailable(
                "busy",
                "Diese Schnittstelle ist gerade ausgelastet. Bitte gleich erneut versuchen.",
                "This API is busy. Please try again in a moment.");
    }

    public static Problem restarting() {
        return unavailable(
                "restarting",
                "Diese Schnittstelle wird gerade erneuert. Bitte gleich erneut versuchen.",
                "This API is being renewed. Please try again in a moment.");
    }

    public static Problem timeLimit() {
        return unavailable(
                "time-limit",
                "Die Bearbeitung dauerte zu lange und wurde abgebrochen.",
                "Handling the request took too long and was stopped.");
    }

    private static Problem unavailable(String code, String de, String en) {
        return Problem.of(code, 503, new Text("Zurzeit nicht verfügbar", "Currently unavailable"), new Text(de, en));
    }

    /** The problem that fits a bare status. */
    public static Problem forStatus(int status) {
        return switch (status) {
            case 400 -> badRequest();
            case 401 -> unauthenticated();
            case 403 -> forbidden();
            case 404 -> notFound();
            case 405 -> methodNotAllowed();
            case 406 -> notAcceptable();
            case 415 -> unsupportedMediaType();
            case 503 -> busy();
            default -> status >= 500 ? internal() : other(status);
        };
    }

    private static Problem other(int status) {
        var number = Math.max(400, status);
        return Problem.of(
                "http-" + number,
                number,
                new Text("Anfrage abgelehnt", "Request refused"),
                new Text("Die Anfrage wurde abgelehnt.", "The request was refused."));
    }
}
