package de.einsnull.settings.rest;

import de.einsnull.settings.api.Fault;
import de.einsnull.web.api.Problem;
import de.einsnull.web.api.Problem.Field;
import de.einsnull.web.api.Problem.Text;
import de.einsnull.web.api.ProblemException;
import java.util.List;

/** What can go wrong, in words for people. */
final class Problems {

    private Problems() {}

    static Problem notThere(String pid) {
        return Problem.of(
                "settings-not-found",
                404,
                new Text("Einstellungen nicht gefunden", "Settings not found"),
                new Text(
                        "Unter " + pid + " gibt es hier nichts zu tun. GET /api/settings nennt, was es gibt.",
                        "There is nothing to do here for " + pid + ". GET /api/settings lists what there is."));
    }

    static Problem away() {
        return Problem.of(
                "settings-not-kept",
                503,
                new Text("Einstellungen nicht gespeichert", "Settings not kept"),
                new Text(
                        "Es wurde nicht alles gespeichert. Freien Speicherplatz und Protokoll prüfen.",
                        "Not everything was kept. Check the free disk space and the log."));
    }

    static Problem unreadable(String why) {
        return Problem.of(
                "not-an-export",
                422,
                new Text("Kein Export", "Not an export"),
                new Text(
                        "Der Inhalt kann nicht gelesen werden: " + why + ".",
                        "The content cannot be read: " + why + "."));
    }

    static void throwIfAny(List<Fault> faults) {
        if (faults.isEmpty()) {
            return;
        }
        boolean file = faults.get(0).code() == Fault.Code.FILE;
        var detail = file
                ? text(faults.get(0))
                : new Text(
                        "Es wurde nichts übernommen; „errors“ nennt die Gründe.", "Nothing was applied; see errors.");
        throw new ProblemException(new Problem(
                file ? "settings-in-a-file" : "settings-refused",
                file ? 409 : 422,
                new Text("Einstellungen nicht übernommen", "Settings not applied"),
                detail,
                faults.stream().map(Problems::field).toList()));
    }

    private static Field field(Fault fault) {
        return new Field("/values/" + fault.setting(), text(fault));
    }

    static String english(Fault fault) {
        return (fault.setting().isEmpty() ? "" : fault.setting() + ": ")
                + text(fault).en();
    }

    private static Text text(Fault fault) {
        var detail = fault.detail();
        return switch (fault.code()) {
            case REQUIRED -> new Text("Ein Wert fehlt.", "A value is missing.");
            case NOT_WHOLE -> new Text("Es muss eine ganze Zahl sein.", "It must be a whole number.");
            case NOT_NUMBER -> new Text("Es muss eine Zahl sein.", "It must be a number.");
            case NOT_TRUTH -> new Text("Es muss true oder false sein.", "It must be true or false.");
            case TOO_SMALL -> new Text("Mindestens " + detail + ".", "At least " + detail + ".");
            case TOO_LARGE -> new Text("Höchstens " + detail + ".", "At most " + detail + ".");
            case NOT_A_CHOICE -> new Text("Eines von: " + detail + ".", "One of: " + detail + ".");
            case PATTERN -> new Text("Es passt nicht zu " + detail + ".", "It does not match " + detail + ".");
            case NOT_A_PLACE -> new Text(
                    "Länge und Breite in Grad, mit Komma dazwischen.",
                    "Longitude and latitude in degrees, comma between.");
            case ONLY_ONE -> new Text("Nur ein Wert.", "One value only.");
            case TOO_LONG -> new Text("Zu viel; erlaubt: " + detail + ".", "Too much; allowed: " + detail + ".");
            case BAD_NAME -> new Text(
                    "Nur Buchstaben a-z, Ziffern, Punkte, Bindestriche.", "Letters a-z, digits, dots, hyphens only.");
            case NAME_TAKEN -> new Text("Den Namen " + detail + " gibt es.", "The name " + detail + " is taken.");
            case UNKNOWN -> new Text("Das kennt kein Modul: " + detail + ".", "No module knows it: " + detail + ".");
            case FILE -> new Text(
                    "Sie stehen in der Datei " + detail + "; dort ändern.",
                    "They stand in the file " + detail + "; change them there.");
            case MODULE -> new Text(detail, detail);
        };
    }
}
