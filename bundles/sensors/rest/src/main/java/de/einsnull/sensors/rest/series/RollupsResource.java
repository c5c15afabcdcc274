package de.einsnull.sensors.rest.series;

import de.einsnull.security.api.CurrentRequest;
import de.einsnull.security.api.Roles;
import de.einsnull.sensors.api.Datastream;
import de.einsnull.sensors.api.Rollup;
import de.einsnull.sensors.api.Rollups;
import de.einsnull.sensors.api.SensorDataException;
import de.einsnull.sensors.api.SensorDirectory;
import de.einsnull.web.api.Problem;
import de.einsnull.web.api.Problem.Text;
import de.einsnull.web.api.ProblemException;
import de.einsnull.web.api.RestModule;
import de.einsnull.web.api.RestResource;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Means of series: of open ones for everybody, of all for staff. */
@Component(service = RestResource.class)
@RestModule(path = "/api/sensors", title = "Devices and drivers", maxBodyInBytes = 8_388_608)
@Path("/rollups")
@PermitAll
public final class RollupsResource implements RestResource {

    private static final String CSV = "text/csv;charset=utf-8";
    private static final Duration USUAL = Duration.ofDays(7);

    private final Rollups rollups;
    private final SensorDirectory directory;
    private final CurrentRequest current;
    private final Clock clock;

    /**
     * Starts the resource.
     *
     * @param rollups knows the means
     * @param directory knows the series
     * @param current says who asks
     */
    @Activate
    public RollupsResource(
            @Reference Rollups rollups, @Reference SensorDirectory directory, @Reference CurrentRequest current) {
        this(rollups, directory, current, Clock.systemUTC());
    }

    RollupsResource(Rollups rollups, SensorDirectory directory, CurrentRequest current, Clock clock) {
        this.rollups = rollups;
        this.directory = directory;
        this.current = current;
        this.clock = clock;
    }

    /**
     * One stretch of time.
     *
     * @param begins its begin
     * @param count how many numbers
     * @param min the lowest
     * @param max the highest
     * @param mean their mean
     */
    public record Stretch(Instant begins, long count, double min, double max, double mean) {

        static Stretch of(Rollup one) {
            return new Stretch(one.begins(), one.count(), one.min(), one.max(), one.mean());
        }
    }

    @GET
    @Path("{datastream}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Count, lowest, highest and mean of a series by quarter of an hour, hour or day",
            description = "span is quarter, hour or day; from and to are ISO 8601, the last seven days without them."
                    + " At most 10,000 stretches. What is not over yet is not in them.")
    public List<Stretch> json(
            @PathParam("datastream") long datastream,
            @QueryParam("span") @DefaultValue("hour") String span,
            @QueryParam("from") String from,
            @QueryParam("to") String to) {
        return list(datastream, span, from, to).stream().map(Stretch::of).toList();
    }

    @GET
    @Path("{datastream}.csv")
    @Produces(CSV)
    @Operation(summary = "The same as a table")
    public String csv(
            @PathParam("datastream") long datastream,
            @QueryParam("span") @DefaultValue("hour") String span,
            @QueryParam("from") String from,
            @QueryParam("to") String to) {
        return list(datastream, span, from, to).stream()
                .map(Stretch::of)
                .map(s -> s.begins() + "," + s.count() + "," + s.min() + "," + s.max() + "," + s.mean() + "\r\n")
                .collect(Collectors.joining("", "begins,count,min,max,mean\r\n", ""));
    }

    private List<Rollup> list(long datastream, String span, String from, String to) {
        if (directory.datastream(datastream).filter(this::isVisible).isEmpty()) {
            throw new ProblemException(Problem.of(
                    "not-found",
                    404,
                    new Text("Nicht gefunden", "Not found"),
                    new Text("Diese Reihe gibt es nicht.", "There is no such series.")));
        }
        var end = time("to", to, clock.instant());
        var begin = time("from", from, end.minus(USUAL));
        return orAway(() -> rollups.list(datastream, span(span), begin, end, Rollups.MOST));
    }

    private boolean isVisible(Datastream stream) {
        return stream.open() || current.identity().meets(Roles.STAFF);
    }

    private static Rollup.Span span(String word) {
        return Arrays.stream(Rollup.Span.values())
                .filter(s -> s.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() -> invalid("span", "quarter, hour, day"));
    }

    private static Instant time(String name, String text, Instant otherwise) {
        if (text == null || text.isEmpty()) {
            return otherwise;
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw invalid(name, "2026-11-24T12:00:00Z");
        }
    }

    private static ProblemException invalid(String name, String example) {
        return new ProblemException(Problem.of(
                "invalid-input",
                400,
                new Text("Ungültige Eingabe", "Invalid input"),
                new Text("„" + name + "“: erwartet wird " + example, "'" + name + "': expected " + example)));
    }

    private static <T> T orAway(Supplier<T> work) {
        try {
            return work.get();
        } catch (SensorDataException e) {
            throw new ProblemException(away(), e);
        }
    }

    static Problem away() {
        return Problem.of(
                "database-away",
                503,
                new Text("Datenbank nicht erreichbar", "Database away"),
                new Text("Bitte versuchen Sie es später noch einmal.", "Please try again later."));
    }
}
