package de.einsnull.sensors.rules.page;

import de.einsnull.portal.api.PageNotice;
import de.einsnull.portal.api.PageRequest;
import de.einsnull.portal.api.PageResponse;
import de.einsnull.sensors.api.SensorDataException;
import de.einsnull.sensors.api.SensorDirectory;
import de.einsnull.sensors.rules.engine.Trial;
import de.einsnull.sensors.rules.model.Rule;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Shows when a rule would have fired on the days that somebody chose. */
final class TrialPart {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final int USUAL_DAYS = 7;
    private static final int MOST_DAYS = 31;
    private static final int SHOWN = 100;

    private final Trial trial;
    private final SensorDirectory directory;
    private final Words words;
    private final Clock clock;

    TrialPart(Trial trial, SensorDirectory directory, Words words, Clock clock) {
        this.trial = trial;
        this.directory = directory;
        this.words = words;
        this.clock = clock;
    }

    /** A day with how often the rule would have fired. */
    public record Day(Instant at, int count) {}

    /** A firing for people; {@code minutes} is -1 while it went on. */
    public record Row(long thing, String name, Instant from, long minutes, List<String> values) {}

    PageResponse show(PageRequest request, Rule rule) {
        var today = LocalDate.now(clock.withZone(ZONE));
        var errors = new HashMap<String, String>();
        var from = date(request, "von", today.minusDays(USUAL_DAYS - 1), errors);
        var to = date(request, "bis", today, errors);
        if (errors.isEmpty() && (to.isBefore(from) || ChronoUnit.DAYS.between(from, to) >= MOST_DAYS)) {
            errors.put("bis", words.text(request.language(), "error.days", MOST_DAYS));
        }
        var model = new HashMap<String, Object>();
        model.put("notice", PageNotice.shown(request, Notice.values()));
        model.put("rule", RuleView.of(rule, directory, words, request.language()));
        model.put("errors", errors);
        model.put("from", from.toString());
        model.put("to", to.toString());
        model.put("broken", false);
        model.put("tried", errors.isEmpty());
        if (errors.isEmpty()) {
            model.putAll(tried(request, rule, from, to));
        }
        return new PageResponse.View(
                "trial", "trial.title", new Object[] {rule.name()}, model, errors.isEmpty() ? 200 : 422);
    }

    private LocalDate date(PageRequest request, String field, LocalDate usual, Map<String, String> errors) {
        String text = request.parameter(field).orElse("");
        try {
            return text.isEmpty() ? usual : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            errors.put(field, words.text(request.language(), "error.date"));
            return usual;
        }
    }

    private Map<String, Object> tried(PageRequest request, Rule rule, LocalDate from, LocalDate to) {
        var begin = from.atStartOfDay(ZONE).toInstant();
        var end = to.plusDays(1).atStartOfDay(ZONE).toInstant();
        var until = end.isAfter(clock.instant()) ? clock.instant() : end;
        try {
            var outcome = trial.run(rule, begin, until);
            var readings = new Readings(words, request.language());
            var days = days(outcome.firings(), from, to);
            return Map.of(
                    "count", outcome.count(),
                    "things", outcome.things(),
                    "measured", outcome.values(),
                    "complete", outcome.complete(),
                    "days", days,
                    "most", days.stream().mapToInt(Day::count).max().orElse(0),
                    "rows",
                            outcome.firings().stream()
                                    .limit(SHOWN)
                                    .map(f -> row(f, readings))
                                    .toList(),
                    "shown", SHOWN);
        } catch (SensorDataException e) {
            return Map.of("broken", true);
        }
    }

    private static List<Day> days(List<Trial.Firing> firings, LocalDate from, LocalDate to) {
        var counts = new TreeMap<LocalDate, Integer>();
        from.datesUntil(to.plusDays(1)).forEach(day -> counts.put(day, 0));
        firings.forEach(one -> counts.merge(LocalDate.ofInstant(one.from(), ZONE), 1, Integer::sum));
        return counts.entrySet().stream()
                .map(day -> new Day(day.getKey().atTime(12, 0).atZone(ZONE).toInstant(), day.getValue()))
                .toList();
    }

    private static Row row(Trial.Firing firing, Readings readings) {
        long minutes = firing.to()
                .map(end -> Duration.between(firing.from(), end).toMinutes())
                .orElse(-1L);
        var values = firing.readings().stream()
                .map(readings::line)
                .filter(line -> !line.isEmpty())
                .toList();
        return new Row(firing.thing(), firing.name(), firing.from(), minutes, values);
    }
}
