package de.einsnull.sensors.admin.table;

import de.einsnull.portal.api.PageRequest;
import de.einsnull.portal.api.PageResponse;
import de.einsnull.sensors.admin.Words;
import de.einsnull.sensors.admin.table.HeldTables.Done;
import de.einsnull.sensors.api.DeviceTable;
import de.einsnull.sensors.api.DeviceTable.Effect;
import de.einsnull.sensors.api.DeviceTable.Report;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts together what the page of tables shows. */
final class ReportView {

    private static final int SIZE = 100;
    private static final List<String> COLUMNS = List.of(
            "instance",
            "externalId",
            "name",
            "kind",
            "model",
            "group",
            "description",
            "place",
            "open",
            "licence",
            "property");

    private final Words words;

    ReportView(Words words) {
        this.words = words;
    }

    /** The form alone; {@code error} is the key of what is wrong with the file field, {@code problem} a sentence. */
    PageResponse empty(PageRequest request, String error, String problem, int status) {
        var model = base();
        model.put("problem", problem);
        if (!error.isEmpty()) {
            model.put("errors", Map.of("datei", words.text(request.language(), error)));
        }
        return view(model, status);
    }

    /** The report of a table that nothing or something was done with. */
    PageResponse of(PageRequest request, Report report, Done done) {
        return view(full(request, report, done), 200);
    }

    /** The report of a table that nothing could be done with, because the database is away. */
    PageResponse away(PageRequest request, Report report, int status) {
        var model = full(request, report, Done.NOTHING);
        model.put("away", true);
        return view(model, status);
    }

    private Map<String, Object> full(PageRequest request, Report report, Done done) {
        boolean faultyOnly = request.parameter("zeigen").orElse("").equals("fehler");
        var rows = report.rows().stream()
                .filter(row -> !faultyOnly || row.effect() == Effect.FAULTY)
                .toList();
        int pages = Math.max(1, (rows.size() + SIZE - 1) / SIZE);
        int page = Math.max(1, Math.min(pages, number(request.parameter("seite").orElse(""))));
        var token = request.parameter("pruefung").orElse("");
        var model = base();
        model.put("token", token);
        model.put(
                "rows",
                rows.stream()
                        .skip((page - 1L) * SIZE)
                        .limit(SIZE)
                        .map(row -> RowView.of(row, words, request.language()))
                        .toList());
        model.put("all", report.rows().size());
        model.put("added", report.count(Effect.NEW));
        model.put("changed", report.count(Effect.CHANGED));
        model.put("unchanged", report.count(Effect.UNCHANGED));
        model.put("faulty", report.count(Effect.FAULTY));
        model.put("faultyOnly", faultyOnly);
        model.put("page", page);
        model.put("pages", pages);
        model.put("href", "tabelle?pruefung=" + token + (faultyOnly ? "&zeigen=fehler" : "") + "&seite={page}#bericht");
        model.put("done", done.added() < 0 ? "" : done);
        return model;
    }

    private static int number(String text) {
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : 1;
    }

    private static Map<String, Object> base() {
        var model = new HashMap<String, Object>();
        model.put("token", "");
        model.put("errors", Map.of());
        model.put("problem", "");
        model.put("away", false);
        model.put("done", "");
        model.put("columns", COLUMNS);
        model.put("most", DeviceTable.MOST_ROWS);
        return model;
    }

    private static PageResponse view(Map<String, Object> model, int status) {
        return new PageResponse.View("table", "import.title", new Object[0], model, status);
    }
}
