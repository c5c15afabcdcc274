package de.einsnull.settings.portal;

import de.einsnull.portal.api.Language;
import de.einsnull.portal.api.PageRequest;
import de.einsnull.portal.api.PageResponse;
import de.einsnull.settings.api.CsvImport;
import de.einsnull.settings.api.CsvImport.Row;
import de.einsnull.settings.api.Setting;
import de.einsnull.settings.api.SettingsException;
import de.einsnull.settings.api.SettingsForm;
import de.einsnull.settings.api.table.Csv;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Creates many instances from a table: first a report, then the deed. */
final class TableEditor {

    private static final Logger LOG = LoggerFactory.getLogger(TableEditor.class);
    private static final int REFUSED = 422;
    private static final String MEDIA_TYPE = "text/csv; charset=utf-8";

    private final CsvImport csv;
    private final Words words;
    private final Faults faults;

    TableEditor(CsvImport csv, Words words) {
        this.csv = csv;
        this.words = words;
        faults = new Faults(words);
    }

    /**
     * A row of the report.
     *
     * @param line number of the line
     * @param instance name of the instance
     * @param created whether it was created
     * @param faults what is wrong, in sentences
     */
    public record Line(int line, String instance, boolean created, List<String> faults) {}

    PageResponse handle(PageRequest request, SettingsForm form) {
        if (request.path().endsWith("/vorlage.csv")) {
            return content(String.join(";", columns(form)) + "\r\n");
        }
        if (!request.path().equals("csv/" + form.pid())) {
            return PageResponse.notFound();
        }
        if (!request.isPost()) {
            return view(form, "", List.of(), "", 200);
        }
        return sent(request, form, request.parameter("tabelle").orElse(""));
    }

    private PageResponse sent(PageRequest request, SettingsForm form, String table) {
        var language = request.language();
        var intention = request.parameter("absicht").orElse("pruefen");
        try {
            var rows =
                    switch (intention) {
                        case "alle", "gute" -> csv.create(
                                form.pid(),
                                table,
                                intention.equals("alle"),
                                request.identity().id(),
                                language.locale());
                        default -> csv.check(form.pid(), table, language.locale());
                    };
            var lines = lines(language, form, rows);
            boolean wrong = rows.stream().anyMatch(row -> !row.faults().isEmpty());
            return intention.equals("bericht")
                    ? content(report(language, lines))
                    : view(form, table, lines, "", wrong ? REFUSED : 200);
        } catch (IllegalArgumentException e) {
            return view(form, table, List.of(), words.text(language, "table.wrong", e.getMessage()), REFUSED);
        } catch (SettingsException e) {
            LOG.warn("Instances of {} were not created", form.pid(), e);
            return view(form, table, List.of(), words.text(language, "settings.away.text"), 503);
        }
    }

    private List<Line> lines(Language language, SettingsForm form, List<Row> rows) {
        return rows.stream()
                .map(row -> new Line(
                        row.line(),
                        row.instance(),
                        row.created(),
                        row.faults().stream()
                                .map(fault -> faults.sentence(language, form, fault))
                                .toList()))
                .toList();
    }

    private String report(Language language, List<Line> lines) {
        var head = List.of(
                words.text(language, "table.line"),
                words.text(language, "settings.name"),
                words.text(language, "table.result"));
        return lines.stream()
                .map(line -> List.of(
                        String.valueOf(line.line()),
                        line.instance(),
                        line.faults().isEmpty() ? words.text(language, "table.good") : String.join(" ", line.faults())))
                .map(Csv::line)
                .collect(Collectors.joining("", Csv.BYTE_ORDER_MARK + Csv.line(head), ""));
    }

    private static PageResponse content(String text) {
        return new PageResponse.Content(MEDIA_TYPE, text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> columns(SettingsForm form) {
        var columns = new ArrayList<String>();
        if (form.naming().isEmpty()) {
            columns.add("name");
        }
        form.settings().stream().map(Setting::id).forEach(columns::add);
        return columns;
    }

    private PageResponse view(SettingsForm form, String table, List<Line> lines, String problem, int status) {
        var model = new HashMap<String, Object>();
        model.put("form", form);
        model.put("columns", columns(form));
        model.put("table", table);
        model.put("lines", lines);
        model.put("problem", problem);
        model.put("bad", lines.stream().filter(line -> !line.faults().isEmpty()).count());
        model.put("created", lines.stream().filter(Line::created).count());
        return new PageResponse.View(
                "table", "table.title", new Object[] {form.name().text()}, model, status);
    }
}
