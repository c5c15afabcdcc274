package de.einsnull.sensors.rest.table;

import de.einsnull.security.api.CurrentRequest;
import de.einsnull.security.api.Roles;
import de.einsnull.sensors.api.DeviceTable;
import de.einsnull.sensors.api.DeviceTable.Effect;
import de.einsnull.sensors.api.DeviceTable.Report;
import de.einsnull.sensors.api.SensorDataException;
import de.einsnull.sensors.api.UnreadableTable;
import de.einsnull.web.api.Problem;
import de.einsnull.web.api.Problem.Field;
import de.einsnull.web.api.Problem.Text;
import de.einsnull.web.api.ProblemException;
import de.einsnull.web.api.RestModule;
import de.einsnull.web.api.RestResource;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Devices as a table, for city IT: taken out, changed in a spreadsheet, given back. */
@Component(service = RestResource.class)
@RestModule(path = "/api/sensors", title = "Devices and drivers", maxBodyInBytes = 8_388_608)
@Path("/device-table")
@RolesAllowed(Roles.ADMIN)
public final class DeviceTables implements RestResource {

    private static final String CSV = "text/csv";
    private static final int MOST_FIELDS = 100;

    private final DeviceTable tables;
    private final CurrentRequest current;

    /**
     * Starts the resource.
     *
     * @param tables reads tables
     * @param current says who asks
     */
    @Activate
    public DeviceTables(@Reference DeviceTable tables, @Reference CurrentRequest current) {
        this.tables = tables;
        this.current = current;
    }

    /**
     * What a table does.
     *
     * @param added rows that register a device
     * @param changed rows that change one
     * @param unchanged rows that say what is so already
     * @param faulty rows that are left out
     * @param applied whether it is done
     * @param rows all rows
     */
    public record TableView(
            long added, long changed, long unchanged, long faulty, boolean applied, List<DeviceTable.Row> rows) {

        static TableView of(Report report) {
            return new TableView(
                    report.count(Effect.NEW),
                    report.count(Effect.CHANGED),
                    report.count(Effect.UNCHANGED),
                    report.count(Effect.FAULTY),
                    report.applied(),
                    report.rows());
        }
    }

    @GET
    @Produces(CSV + ";charset=utf-8")
    @Operation(summary = "All devices as a table", description = "Names of columns in English, or German with lang=de.")
    public String export(@QueryParam("lang") @DefaultValue("en") String language) {
        return tables.export(Locale.forLanguageTag(language));
    }

    @GET
    @Path("template")
    @Produces(CSV + ";charset=utf-8")
    @Operation(summary = "An empty table")
    public String template(@QueryParam("lang") @DefaultValue("en") String language) {
        return tables.template(Locale.forLanguageTag(language));
    }

    @POST
    @Path("check")
    @Consumes({CSV, MediaType.APPLICATION_OCTET_STREAM, MediaType.TEXT_PLAIN})
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Says what a table would do", description = "Nothing is changed.")
    public TableView check(byte[] csv) {
        return TableView.of(read(() -> tables.check(csv)));
    }

    @POST
    @Consumes({CSV, MediaType.APPLICATION_OCTET_STREAM, MediaType.TEXT_PLAIN})
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Registers what is new and changes what is different",
            description = "All rows or none; with faulty=skip, faulty rows are left out. The same table twice changes"
                    + " nothing.")
    public TableView apply(@QueryParam("faulty") @DefaultValue("refuse") String faulty, byte[] csv) {
        boolean onlyIfAll = !faulty.equals("skip");
        var report = read(() -> tables.apply(csv, onlyIfAll, current.identity().id()));
        if (!report.applied()) {
            throw refused(report);
        }
        return TableView.of(report);
    }

    @FunctionalInterface
    private interface Reading {
        Report of();
    }

    private static Report read(Reading reading) {
        try {
            return reading.of();
        } catch (UnreadableTable e) {
            throw new ProblemException(
                    Problem.of(
                            "unreadable-table",
                            400,
                            new Text("Die Tabelle kann nicht gelesen werden", "The table cannot be read"),
                            new Text(
                                    "Grund: " + e.code() + " " + e.detail() + ". Vergleichen Sie sie mit der Vorlage.",
                                    "Reason: " + e.code() + " " + e.detail() + ". Compare it with the template.")),
                    e);
        } catch (SensorDataException e) {
            throw new ProblemException(
                    Problem.of(
                            "database-away",
                            503,
                            new Text("Datenbank nicht erreichbar", "Database away"),
                            new Text(
                                    "Es wurde nichts geändert. Bitte versuchen Sie es später noch einmal.",
                                    "Nothing was changed. Please try again later.")),
                    e);
        }
    }

    /** Pointers are line and column: {@code /3/latitude}. */
    private static ProblemException refused(Report report) {
        var fields = report.rows().stream()
                .flatMap(row -> row.faults().stream()
                        .map(fault -> new Field(
                                "/" + row.line() + "/" + fault.column(),
                                same((fault.code() + " " + fault.detail()).strip()))))
                .limit(MOST_FIELDS)
                .toList();
        return new ProblemException(new Problem(
                "invalid-input",
                422,
                new Text("Ungültige Eingabe", "Invalid input"),
                new Text(
                        report.count(Effect.FAULTY)
                                + " Zeilen haben Fehler; es wurde nichts geändert. Berichtigen Sie sie, oder lassen Sie"
                                + " sie mit faulty=skip aus.",
                        report.count(Effect.FAULTY)
                                + " rows have errors; nothing was changed. Correct them, or leave them out with"
                                + " faulty=skip."),
                fields));
    }

    private static Text same(String text) {
        return new Text(text, text);
    }
}
