package de.einsnull.sensors.parking;

import de.einsnull.portal.api.Language;
import de.einsnull.portal.api.PageAt;
import de.einsnull.portal.api.PageRequest;
import de.einsnull.portal.api.PageResponse;
import de.einsnull.portal.api.PortalPage;
import de.einsnull.security.api.Roles;
import de.einsnull.sensors.api.SensorDataException;
import de.einsnull.sensors.api.SensorDirectory;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code arbeitsplatz/parken}: occupancy by hour and weekday with forecast and its error, long stays, and CSV. */
@Component(service = PortalPage.class)
@PageAt(path = PlanningPage.PATH, access = Roles.STAFF)
public final class PlanningPage implements PortalPage {

    static final String PATH = "arbeitsplatz/parken";

    private static final List<Integer> WEEKS = List.of(1, 2, 4, 8);
    private static final List<Integer> HOURS = List.of(2, 4, 8, 24);

    private final SensorDirectory directory;
    private final Words words;
    private final Clock clock;
    private final Report report;

    /**
     * Starts the page.
     *
     * @param directory things and values
     * @param words texts
     */
    @Activate
    public PlanningPage(@Reference SensorDirectory directory, @Reference Words words) {
        this(directory, words, Clock.systemUTC());
    }

    PlanningPage(SensorDirectory directory, Words words, Clock clock) {
        this.directory = directory;
        this.words = words;
        this.clock = clock;
        this.report = new Report(directory);
    }

    @Override
    public PageResponse handle(PageRequest request) {
        var all = Facilities.of(directory, false);
        String wanted = request.parameter("ort").orElse("");
        var chosen = all.stream().filter(one -> one.key().equals(wanted)).findFirst();
        var facility = chosen.or(() -> all.stream().findFirst());
        int weeks = number(request, "wochen", WEEKS);
        if (request.path().equals("belegung.csv")) {
            return facility.<PageResponse>map(one -> csv(one, weeks, request.language()))
                    .orElse(PageResponse.notFound());
        }
        if (!request.path().isEmpty()) {
            return PageResponse.notFound();
        }
        var model = new HashMap<String, Object>();
        model.put("facilities", facilities(all));
        model.put("weekChoices", choices(WEEKS, "weeks.", request.language()));
        model.put("hourChoices", choices(HOURS, "hours.", request.language()));
        model.put("weeks", weeks);
        model.put("hours", number(request, "stunden", HOURS));
        model.put("days", days(request.language()));
        model.put("facility", facility.<Object>map(one -> one).orElse(""));
        model.put("broken", false);
        facility.ifPresent(one -> model.putAll(read(one, weeks, number(request, "stunden", HOURS))));
        return PageResponse.view("planning", "planning.title", model);
    }

    private Map<String, Object> read(Facility facility, int weeks, int hours) {
        try {
            var now = clock.instant();
            var result = report.of(facility, weeks, now);
            return Map.of(
                    "report", result,
                    "bars", Bars.of(result),
                    "stays", report.stays(facility, Duration.ofHours(hours), now));
        } catch (SensorDataException e) {
            return Map.of("broken", true);
        }
    }

    private static Map<String, String> facilities(List<Facility> all) {
        var names = new LinkedHashMap<String, String>();
        all.forEach(one -> names.put(one.key(), one.name()));
        return names;
    }

    private Map<String, String> choices(List<Integer> numbers, String key, Language language) {
        var all = new LinkedHashMap<String, String>();
        numbers.forEach(one -> all.put(Integer.toString(one), words.text(language, key + one)));
        return all;
    }

    private static int number(PageRequest request, String name, List<Integer> allowed) {
        String text = request.parameter(name).orElse("");
        return allowed.stream()
                .filter(one -> Integer.toString(one).equals(text))
                .findFirst()
                .orElse(allowed.get(1));
    }

    private static List<String> days(Language language) {
        return Arrays.stream(DayOfWeek.values())
                .map(day -> day.getDisplayName(TextStyle.SHORT_STANDALONE, locale(language)))
                .toList();
    }

    private static Locale locale(Language language) {
        return language == Language.DE_SIMPLE ? Locale.GERMAN : language.locale();
    }

    private PageResponse csv(Facility facility, int weeks, Language language) {
        var text = new StringBuilder("\ufeff").append(words.text(language, "csv.hour"));
        days(language).forEach(day -> text.append(';').append(day));
        for (var row : report.of(facility, weeks, clock.instant()).rows()) {
            text.append("\r\n").append(row.hour());
            row.days().forEach(cell -> text.append(';').append(cell.percent() < 0 ? "" : cell.percent()));
        }
        if (facility.demo()) {
            text.append("\r\n").append(words.text(language, "parking.demo"));
        }
        return new PageResponse.Content(
                "text/csv; charset=utf-8", text.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
    }
}
