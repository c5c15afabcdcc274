package de.einsnull.sensors.admin.table;

import de.einsnull.portal.api.Language;
import de.einsnull.portal.api.PageAt;
import de.einsnull.portal.api.PageRequest;
import de.einsnull.portal.api.PageResponse;
import de.einsnull.portal.api.PortalPage;
import de.einsnull.security.api.Roles;
import de.einsnull.sensors.admin.Words;
import de.einsnull.sensors.api.DeviceTable;
import de.einsnull.sensors.api.DeviceTable.Effect;
import de.einsnull.sensors.api.SensorDataException;
import de.einsnull.sensors.api.UnreadableTable;
import de.einsnull.settings.api.table.Csv;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code verwaltung/geraete/tabelle}: registers many devices from a table: first a report of every row, then the deed. */
@Component(service = PortalPage.class)
@PageAt(path = DeviceTablePage.PATH, access = Roles.ADMIN, maxUploadInBytes = DeviceTablePage.MOST_BYTES)
public final class DeviceTablePage implements PortalPage {

    static final String PATH = "verwaltung/geraete/tabelle";

    /** The file, and the fields around it. */
    static final long MOST_BYTES = DeviceTable.MOST_BYTES + 16_384L;

    private static final Logger LOG = LoggerFactory.getLogger(DeviceTablePage.class);
    private static final int REFUSED = 422;
    private static final int UNAVAILABLE = 503;
    private static final String MEDIA_TYPE = "text/csv; charset=utf-8";

    private final DeviceTable tables;
    private final Words words;
    private final HeldTables held;
    private final ReportView report;

    /**
     * Starts the page.
     *
     * @param tables reads tables
     * @param words texts
     */
    @Activate
    public DeviceTablePage(@Reference DeviceTable tables, @Reference Words words) {
        this(tables, words, Clock.systemUTC());
    }

    DeviceTablePage(DeviceTable tables, Words words, Clock clock) {
        this.tables = tables;
        this.words = words;
        held = new HeldTables(clock);
        report = new ReportView(words);
    }

    @Override
    public PageResponse handle(PageRequest request) throws IOException {
        var locale = columns(request.language());
        return switch (request.path()) {
            case "" -> request.isPost() ? sent(request) : asked(request);
            case "vorlage.csv" -> content(Csv.BYTE_ORDER_MARK + tables.template(locale));
            case "geraete.csv" -> content(tables.export(locale));
            case "fehler.csv" -> found(request).map(one -> faulty(request, one)).orElseGet(PageResponse::notFound);
            default -> PageResponse.notFound();
        };
    }

    /** Columns have German names for whoever reads German, English names for all others. */
    private static Locale columns(Language language) {
        return language == Language.DE || language == Language.DE_SIMPLE ? Locale.GERMAN : Locale.ENGLISH;
    }

    private Optional<HeldTables.Held> found(PageRequest request) {
        return held.find(request.identity().id(), request.parameter("pruefung").orElse(""));
    }

    private PageResponse asked(PageRequest request) {
        boolean wanted = request.parameter("pruefung").isPresent();
        var table = found(request);
        if (table.isEmpty()) {
            return report.empty(request, wanted ? "import.expired" : "", "", 200);
        }
        return report.of(request, tables.check(table.get().csv()), table.get().done());
    }

    private PageResponse sent(PageRequest request) throws IOException {
        var file = request.uploads().get("datei");
        if (file == null) {
            return request.parameter("pruefung").isPresent()
                    ? apply(request)
                    : report.empty(request, "import.choose", "", REFUSED);
        }
        byte[] csv;
        try (var in = file.open()) {
            csv = in.readNBytes(DeviceTable.MOST_BYTES + 1);
        }
        try {
            tables.check(csv);
        } catch (UnreadableTable e) {
            return report.empty(request, "", words.text(request.language(), problem(e), e.detail()), REFUSED);
        }
        return to(held.hold(request.identity().id(), csv));
    }

    private static String problem(UnreadableTable e) {
        return "import.problem." + e.code();
    }

    private PageResponse apply(PageRequest request) {
        var table = found(request);
        if (table.isEmpty()) {
            return report.empty(request, "import.expired", "", REFUSED);
        }
        var token = request.parameter("pruefung").orElse("");
        boolean onlyIfAll = !request.parameter("absicht").orElse("").equals("gute");
        try {
            var done = tables.apply(
                    table.get().csv(), onlyIfAll, request.identity().id());
            if (done.applied()) {
                held.done(token, new HeldTables.Done(done.count(Effect.NEW), done.count(Effect.CHANGED)));
            }
            return to(token);
        } catch (SensorDataException e) {
            LOG.warn("Devices of a table were not registered", e);
            return report.away(request, tables.check(table.get().csv()), UNAVAILABLE);
        }
    }

    private static PageResponse to(String token) {
        return new PageResponse.Redirect(PATH + "?pruefung=" + token);
    }

    /** The faulty rows as they stand in the table, with the reason: corrected, they are given back. */
    private PageResponse faulty(PageRequest request, HeldTables.Held table) {
        var found = tables.check(table.csv());
        var reason = words.text(request.language(), "import.reason.column");
        var kept = new ArrayList<Integer>();
        for (int i = 0; i < found.head().size(); i++) {
            if (!found.head().get(i).equalsIgnoreCase(reason)) {
                kept.add(i);
            }
        }
        var text = new StringBuilder(Csv.BYTE_ORDER_MARK).append(line(found.head(), kept, reason));
        found.rows().stream()
                .filter(row -> row.effect() == Effect.FAULTY)
                .map(row ->
                        line(row.fields(), kept, String.join(" ", RowView.sentences(row, words, request.language()))))
                .forEach(text::append);
        return content(text.toString());
    }

    private static String line(List<String> fields, List<Integer> kept, String last) {
        var line = new ArrayList<String>();
        kept.forEach(i -> line.add(i < fields.size() ? fields.get(i) : ""));
        line.add(last);
        return Csv.line(line);
    }

    private static PageResponse content(String text) {
        return new PageResponse.Content(MEDIA_TYPE, text.getBytes(StandardCharsets.UTF_8));
    }
}
