package de.einsnull.modules.rest;

import de.einsnull.modules.api.Finding;
import de.einsnull.web.api.Problem;
import de.einsnull.web.api.Problem.Field;
import de.einsnull.web.api.Problem.Text;
import java.util.List;

/** What can go wrong, in words for people. */
final class ModuleProblems {

    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int UNPROCESSABLE = 422;

    private ModuleProblems() {}

    static Problem noSuchModule(String name) {
        return Problem.of(
                "module-not-found",
                NOT_FOUND,
                new Text("Modul nicht gefunden", "Module not found"),
                new Text(
                        "Ein Modul „" + name + "“ ist nicht bekannt. GET /api/modules zeigt alle.",
                        "A module \"" + name + "\" is not known. GET /api/modules shows all."));
    }

    static Problem noSuchTarget(String target) {
        return Problem.of(
                "target-not-found",
                NOT_FOUND,
                new Text("Ziel nicht gefunden", "Target not found"),
                new Text(
                        "„" + target + "“ ist weder ein installiertes Modul noch ein geprüftes Archiv. Archive werden"
                                + " eine Stunde aufbewahrt; danach bitte noch einmal einreichen.",
                        "\"" + target + "\" is neither an installed module nor an archive that was handed in. Archives"
                                + " are kept for an hour; please hand it in again."));
    }

    static Problem noSuchOperation(String id) {
        return Problem.of(
                "operation-not-found",
                NOT_FOUND,
                new Text("Vorgang nicht gefunden", "Operation not found"),
                new Text(
                        "Der Vorgang " + id
                                + " ist nicht (mehr) bekannt. GET /api/modules/history zeigt, wie er endete.",
                        "The operation " + id
                                + " is not known (any more). GET /api/modules/history shows how it ended."));
    }

    /** The findings stand in {@code errors}, each with its code as the pointer. */
    static Problem refused(List<Finding> findings) {
        return refused(
                "archive-refused",
                UNPROCESSABLE,
                new Text("Archiv abgelehnt", "Archive refused"),
                new Text("Es wurde nichts installiert.", "Nothing was installed."),
                findings);
    }

    static Problem planRefused(List<Finding> findings) {
        return refused(
                "plan-refused",
                CONFLICT,
                new Text("Änderung abgelehnt", "Change refused"),
                new Text("Es wurde nichts geändert.", "Nothing was changed."),
                findings);
    }

    private static Problem refused(String code, int status, Text title, Text safe, List<Finding> findings) {
        List<Field> reasons = findings.stream()
                .filter(finding -> finding.level() == Finding.Level.REFUSED)
                .map(finding -> new Field(finding.code(), text(finding)))
                .toList();
        Text first = reasons.isEmpty() ? new Text("", "") : reasons.get(0).message();
        var detail = new Text((first.de() + " " + safe.de()).strip(), (first.en() + " " + safe.en()).strip());
        return new Problem(code, status, title, detail, reasons);
    }

    /** The sentences of findings do not repeat what they are about. */
    private static Text text(Finding finding) {
        String about = finding.subject().isEmpty() ? "" : finding.subject() + ": ";
        return new Text(about + finding.german(), about + finding.english());
    }

    static Problem repositoryFailed(String what, String reason) {
        return Problem.of(
                "repository-failed",
                UNPROCESSABLE,
                new Text("Quelle nicht lesbar", "Repository cannot be read"),
                new Text(
                        "„" + what + "“ kann nicht gelesen werden: " + reason + ". Es wurde nichts geändert.",
                        "\"" + what + "\" cannot be read: " + reason + ". Nothing was changed."));
    }

    static Problem missing(String field) {
        var text = new Text("Diese Angabe fehlt oder ist nicht gültig.", "This is missing or not valid.");
        return new Problem(
                "invalid-input",
                400,
                new Text("Ungültige Eingabe", "Invalid input"),
                text,
                List.of(new Field(field, text)));
    }
}
