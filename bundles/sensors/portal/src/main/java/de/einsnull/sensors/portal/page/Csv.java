package de.einsnull.sensors.portal.page;

import de.einsnull.sensors.api.Datastream;
import de.einsnull.sensors.api.Observation;
import de.einsnull.sensors.api.Value;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes observations as CSV (RFC 4180, UTF-8), with times in UTC and a point as decimal sign: made for programs. */
final class Csv {

    private static final String LINE_END = "\r\n";

    private Csv() {}

    static byte[] write(Datastream stream, boolean demo, List<Observation> observations) {
        var csv = new StringBuilder("time,value,unit,demo").append(LINE_END);
        for (var observation : observations) {
            csv.append(observation.phenomenonTime())
                    .append(',')
                    .append(field(text(observation.value())))
                    .append(',')
                    .append(field(stream.channel().unit()))
                    .append(',')
                    .append(demo)
                    .append(LINE_END);
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String text(Value value) {
        if (value instanceof Value.Quantity quantity) {
            return String.valueOf(quantity.number());
        }
        return value instanceof Value.Flag flag ? String.valueOf(flag.on()) : ((Value.Text) value).text();
    }

    /** A leading sign of a formula is defused, so that a spreadsheet does not run what a device sent. */
    private static String field(String text) {
        boolean formula = !text.isEmpty() && "=@\t\r".indexOf(text.charAt(0)) >= 0;
        String safe = formula ? "'" + text : text;
        return safe.matches("[^\",\r\n]*") ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
