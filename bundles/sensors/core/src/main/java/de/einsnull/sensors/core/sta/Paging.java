package de.einsnull.sensors.core.sta;

import de.einsnull.sensors.sensorthings.model.EntityType;
import de.einsnull.sensors.sensorthings.query.Order;
import de.einsnull.sensors.sensorthings.query.PropertyPath;
import de.einsnull.sensors.sensorthings.query.Query;
import de.einsnull.sensors.sensorthings.store.Failure;
import de.einsnull.sensors.sensorthings.store.StoreException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Where the next page starts: behind the last entity of this one, where the order allows to find that place by an index. */
final class Paging {

    private static final String ID = "i";
    private static final String STREAM = "o";
    private static final String TIME = "t";

    private final Source source;
    private final Query query;

    Paging(Source source, Query query) {
        this.source = source;
        this.query = query;
    }

    private boolean observations() {
        return source.type() == EntityType.OBSERVATION;
    }

    /** By phenomenon time of observations and nothing else. */
    private boolean byTime() {
        return observations() && byTime(query.orderBy());
    }

    static boolean byTime(List<Order> orders) {
        return orders.size() == 1
                && orders.get(0).expression() instanceof PropertyPath path
                && path.navigations().isEmpty()
                && path.property().name().equals("phenomenonTime");
    }

    /** The token for what comes behind an entity, empty if that is found by skipping. */
    Optional<String> behind(Item last) {
        if (byTime()) {
            return Optional.of(String.join(".", TIME, micros(last.time), micros(last.last), String.valueOf(last.id)));
        }
        if (!query.orderBy().isEmpty() || source.order().get(0).equals(Source.PLACE)) {
            return Optional.empty();
        }
        return Optional.of(
                observations()
                        ? String.join(
                                ".",
                                STREAM,
                                String.valueOf(last.datastream),
                                micros(last.time),
                                String.valueOf(last.id))
                        : ID + "." + last.id);
    }

    private static String micros(Instant time) {
        return String.valueOf(ChronoUnit.MICROS.between(Instant.EPOCH, time));
    }

    /** The condition that the token of the query says. */
    List<Sql> conditions() {
        return query.token()
                .map(token -> List.of(condition(token.split("\\."))))
                .orElse(List.of());
    }

    private Sql condition(String[] token) {
        try {
            var a = source.alias();
            if (token[0].equals(ID) && token.length == 2) {
                return Sql.of(a + ".id > ?", Long.parseLong(token[1]));
            }
            if (token[0].equals(STREAM) && token.length == 4) {
                return Sql.of(
                        "(" + a + ".datastream_id, " + a + ".phenomenon_time, " + a + ".id) > (?, ?, ?)",
                        Long.parseLong(token[1]),
                        time(token[2]),
                        Long.parseLong(token[3]));
            }
            if (token[0].equals(TIME) && token.length == 4 && byTime()) {
                return behind(time(token[1]), time(token[2]), Long.parseLong(token[3]));
            }
        } catch (NumberFormatException | DateTimeException | ArithmeticException e) {
            throw wrong(e);
        }
        throw wrong(null);
    }

    private static StoreException wrong(Exception cause) {
        return new StoreException(
                new Failure.Violated(
                        "",
                        "Das ist keine Fortsetzung dieser Abfrage; beginnen Sie von vorn.",
                        "This does not continue this query; start from the beginning."),
                cause);
    }

    private Sql behind(Instant time, Instant last, long id) {
        boolean descending = query.orderBy().get(0).descending();
        var its = Columns.time(source.type(), source.type().require("phenomenonTime"), source.alias());
        var sign = descending ? "<" : ">";
        var start = its.start().text();
        var end = its.last().text();
        return Sql.of(
                "(" + start + " " + sign + "= ? and (" + start + " " + sign + " ? or " + end + " " + sign + " ? or "
                        + end + " = ? and " + source.alias() + ".id > ?))",
                time,
                time,
                last,
                last,
                id);
    }

    private static Instant time(String micros) {
        return Instant.EPOCH.plus(Long.parseLong(micros), ChronoUnit.MICROS);
    }
}
