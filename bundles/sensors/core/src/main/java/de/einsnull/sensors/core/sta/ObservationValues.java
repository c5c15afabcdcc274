package de.einsnull.sensors.core.sta;

import com.fasterxml.jackson.databind.JsonNode;
import de.einsnull.sensors.core.model.Properties;
import de.einsnull.sensors.core.store.MoreRow;
import de.einsnull.sensors.core.store.Results;
import de.einsnull.sensors.core.store.Row;
import de.einsnull.sensors.sensorthings.model.Property;
import de.einsnull.sensors.sensorthings.model.TimeValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** Values of an observation on their way to a row. */
final class ObservationValues {

    /** So many decimal digits come back from a double as they were, whatever they are (IEEE 754). */
    private static final int SURE_DIGITS = 15;

    private static final int SURE_SCALE = 280;

    private TimeValue time;
    private Instant resultTime;
    private Double num;
    private String txt;
    private TimeValue valid;
    private String quality;
    private String parameters;

    private ObservationValues() {}

    /** Of a new one, which was just observed if nobody says when. */
    static ObservationValues of(Instant now, Map<Property, Object> values) {
        var its = new ObservationValues();
        its.time = TimeValue.at(now.truncatedTo(ChronoUnit.MILLIS));
        values.forEach((property, value) -> its.set(property.name(), value));
        return its;
    }

    /** Of an existing one. */
    static ObservationValues of(Row row) {
        var its = new ObservationValues();
        its.num = row.num();
        its.txt = row.txt();
        its.resultTime = row.result();
        its.time = TimeValue.at(row.time());
        var more = row.more();
        if (more != null) {
            its.time = more.end() == null ? its.time : TimeValue.between(row.time(), more.end());
            its.valid = more.validFrom() == null ? null : TimeValue.between(more.validFrom(), more.validTo());
            its.quality = more.quality();
            its.parameters = more.parameters();
        }
        return its;
    }

    ObservationValues set(String property, Object value) {
        switch (property) {
            case "phenomenonTime" -> time = value == null ? time : (TimeValue) value;
            case "resultTime" -> resultTime = value == null ? null : micros(((TimeValue) value).start());
            case "validTime" -> valid = (TimeValue) value;
            case "resultQuality" -> quality = value == null ? null : Properties.write((JsonNode) value);
            case "parameters" -> parameters = value == null ? null : Properties.write((JsonNode) value);
            case "result" -> result((JsonNode) value);
            default -> throw new IllegalArgumentException(property);
        }
        return this;
    }

    private void result(JsonNode result) {
        num = null;
        txt = null;
        if (result == null || result.isNull()) {
            return;
        }
        if (result.isNumber()) {
            num = result.doubleValue();
            txt = exact(result) ? null : Properties.write(result);
        } else {
            txt = result.isTextual() ? Results.TEXT + result.textValue() : Properties.write(result);
        }
    }

    /** Whether the column of numbers holds it without a change. */
    private boolean exact(JsonNode number) {
        var decimal = number.decimalValue();
        if (decimal.precision() <= SURE_DIGITS && Math.abs(decimal.scale()) < SURE_SCALE) {
            return true;
        }
        return Double.isFinite(num) && new BigDecimal(num.toString()).compareTo(decimal) == 0;
    }

    private static Instant micros(Instant time) {
        return time.truncatedTo(ChronoUnit.MICROS);
    }

    Instant start() {
        return micros(time.start());
    }

    Row row(long id, long stream, Long feature) {
        return row(id, stream, feature, null);
    }

    Row row(long id, long stream, Long feature, Integer seq) {
        var more = new MoreRow(
                        time.end().map(ObservationValues::micros).orElse(null),
                        valid == null ? null : micros(valid.start()),
                        valid == null ? null : micros(valid.last()),
                        quality,
                        parameters,
                        feature)
                .orNull();
        return new Row(id, stream, start(), resultTime, num, seq, txt, more);
    }
}
