package de.einsnull.sensors.sensorthings.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.sensors.sensorthings.Things;
import de.einsnull.sensors.sensorthings.model.EntityType;
import de.einsnull.sensors.sensorthings.parse.Limits;
import de.einsnull.sensors.sensorthings.parse.QueryParser;
import java.time.Instant;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Who asks for what lies before, in or after a time must get just that. Times are given by letters: a to e are the hours
 * from six to ten; {@code b} is an instant, {@code bc} the interval from seven to eight.
 */
class TimesTest {

    private static final QueryParser PARSER = new QueryParser(Limits.usual());
    private static final String ALL = "a b c d ab bc cd ac bd ad";

    private static String time(String letters) {
        return letters.chars()
                .mapToObj(c -> "2016-01-01T%02d:00:00Z".formatted(6 + c - 'a'))
                .reduce((x, y) -> x + "/" + y)
                .orElseThrow();
    }

    private static String matching(String filter) {
        var found = new TreeSet<String>();
        for (var letters : ALL.split(" ")) {
            var observation = Things.of(EntityType.OBSERVATION, 1)
                    .with("phenomenonTime", time(letters))
                    .make();
            var condition = PARSER.filter(EntityType.OBSERVATION, filter);
            if (new Evaluator(Instant.EPOCH).matches(condition, observation)) {
                found.add(letters);
            }
        }
        return String.join(" ", found);
    }

    /** What lies how to the instant b and to the interval bc. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "phenomenonTime lt %s|a ab|a ab",
                "phenomenonTime gt %s|c cd d|c cd d",
                "phenomenonTime le %s|a ab b|a ab ac b bc",
                "phenomenonTime ge %s|b bc bd c cd d|bc bd c cd d",
                "phenomenonTime eq %s|b|bc",
                "%s lt phenomenonTime|c cd d|c cd d",
                "%s gt phenomenonTime|a ab|a ab",
                "before(phenomenonTime,%s)|a ab|a ab",
                "after(phenomenonTime,%s)|c cd d|c cd d",
                "meets(phenomenonTime,%s)|ab b bc bd|ab b c cd",
                "overlaps(phenomenonTime,%s)|ac ad b bc bd|ac ad b bc bd",
                "starts(phenomenonTime,%s)|b bc bd|b bc bd",
                "finishes(phenomenonTime,%s)|ab b|ac bc c",
                "during(%s,phenomenonTime)|ac ad bc bd|ac ad bc bd",
                "not phenomenonTime lt %s and not phenomenonTime gt %s|ac ad b bc bd|ac ad b bc bd",
            })
    void relations(String filter, String toInstant, String toInterval) {
        assertThat(matching(filter.replace("%s", time("b")))).isEqualTo(ordered(toInstant));
        assertThat(matching(filter.replace("%s", time("bc")))).isEqualTo(ordered(toInterval));
    }

    private static String ordered(String letters) {
        return String.join(" ", new TreeSet<>(java.util.List.of(letters.split(" "))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "during(phenomenonTime,2016-01-01T07:00:00Z/2016-01-01T09:00:00Z)|b bc bd c cd",
                "phenomenonTime add duration'PT1H' gt 2016-01-01T08:00:00Z|c cd d",
                "phenomenonTime sub duration'PT1H' lt 2016-01-01T06:00:00Z|a ab",
                "phenomenonTime sub 2016-01-01T07:00:00Z eq duration'PT1H'|c",
                "phenomenonTime sub 2016-01-01T07:00:00Z gt duration'PT1H' mul 0.5|c d",
                "hour(phenomenonTime) eq 7|b bc bd",
                "year(phenomenonTime) eq 2016 and month(phenomenonTime) eq 1 and day(phenomenonTime) eq 1 and hour(phenomenonTime) gt 8|d",
                "date(phenomenonTime) eq 2016-01-01 and time(phenomenonTime) ge 09:00|d",
                "phenomenonTime lt now()|''",
                "phenomenonTime gt mindatetime() and phenomenonTime lt maxdatetime() and hour(phenomenonTime) gt 8|d",
                "minute(phenomenonTime) add second(phenomenonTime) add fractionalseconds(phenomenonTime) eq totaloffsetminutes(phenomenonTime) and hour(phenomenonTime) gt 8|d",
                "phenomenonTime gt resultTime|''",
                "not (phenomenonTime gt resultTime)|''",
            })
    void calculations(String filter, String expected) {
        assertThat(matching(filter)).isEqualTo(expected.replace("''", ""));
    }
}
