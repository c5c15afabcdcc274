package de.einsnull.sensors.core.sta;

import de.einsnull.sensors.sensorthings.model.EntityType;
import de.einsnull.sensors.sensorthings.query.Call;
import de.einsnull.sensors.sensorthings.query.Expression;
import de.einsnull.sensors.sensorthings.query.Literal;
import de.einsnull.sensors.sensorthings.query.Operator;
import de.einsnull.sensors.sensorthings.query.PropertyPath;
import de.einsnull.sensors.sensorthings.query.ValueType;
import java.sql.SQLException;
import org.locationtech.jts.geom.Point;

/** Functions as SQL. */
final class Calls {

    private final Translator translator;
    private final Request request;

    Calls(Translator translator, Request request) {
        this.translator = translator;
        this.request = request;
    }

    /** Functions that are true or false. */
    Sql condition(Call call) throws Untranslatable, SQLException {
        return switch (call.function()) {
            case SUBSTRINGOF -> Sql.join("(", position(argument(call, 0), argument(call, 1)), " > 0)");
            case CONTAINS -> Sql.join("(", position(argument(call, 1), argument(call, 0)), " > 0)");
            case STARTSWITH -> end(call, "left");
            case ENDSWITH -> end(call, "right");
            case BEFORE -> time(call, 0).before(time(call, 1));
            case AFTER -> time(call, 1).before(time(call, 0));
            case DURING -> during(call);
            case IN -> in(call);
            default -> throw new Untranslatable(call.function().text());
        };
    }

    private Expression argument(Call call, int index) {
        return call.arguments().get(index);
    }

    private Sql string(Call call, int index) throws Untranslatable, SQLException {
        return translator.text(argument(call, index));
    }

    private TimeSql time(Call call, int index) throws Untranslatable {
        return translator.time(argument(call, index));
    }

    private Sql during(Call call) throws Untranslatable {
        var other = time(call, 1);
        if (other.type() == ValueType.TIME) {
            throw new Untranslatable("during a time that may be an instant");
        }
        return time(call, 0).during(other);
    }

    private Sql position(Expression part, Expression whole) throws Untranslatable, SQLException {
        return request.postgres()
                ? Sql.join("strpos(", translator.text(whole), ", ", translator.text(part), ")")
                : Sql.join("locate(", translator.text(part), ", ", translator.text(whole), ")");
    }

    private Sql end(Call call, String side) throws Untranslatable, SQLException {
        var part = string(call, 1);
        return Sql.join("(", side, "(", string(call, 0), ", length(", part, ")) = ", part, ")");
    }

    private Sql in(Call call) throws Untranslatable, SQLException {
        var any = Sql.of("(");
        for (int i = 1; i < call.arguments().size(); i++) {
            any.add(i == 1 ? "" : " or ").add(translator.compare(Operator.EQ, argument(call, 0), argument(call, i)));
        }
        return any.add(")");
    }

    /** Functions that yield a text. */
    Sql text(Call call) throws Untranslatable, SQLException {
        return switch (call.function()) {
            case TOLOWER -> Sql.join("lower(", string(call, 0), ")");
            case TOUPPER -> Sql.join("upper(", string(call, 0), ")");
            case CONCAT -> Sql.join("(", string(call, 0), " || ", string(call, 1), ")");
            default -> throw new Untranslatable(call.function().text());
        };
    }

    /** Functions that yield a number. */
    Sql number(Call call) throws Untranslatable, SQLException {
        return switch (call.function()) {
            case LENGTH -> Sql.join("length(", string(call, 0), ")");
            case INDEXOF -> Sql.join("(", position(argument(call, 1), argument(call, 0)), " - 1)");
            case YEAR, MONTH, DAY, HOUR, MINUTE -> Sql.join(
                    "extract(", call.function().text(), " from ", time(call, 0).start(), utc());
            case FLOOR -> Sql.join("floor(", new Numbers(translator).real(argument(call, 0)), ")");
            case CEILING -> Sql.join("ceiling(", new Numbers(translator).real(argument(call, 0)), ")");
            case GEO_DISTANCE -> distance(argument(call, 0), argument(call, 1));
            default -> throw new Untranslatable(call.function().text());
        };
    }

    private static String utc() {
        return " at time zone 'UTC')";
    }

    private Sql distance(Expression one, Expression other) throws Untranslatable, SQLException {
        if (one instanceof Literal && other instanceof PropertyPath) {
            return distance(other, one);
        }
        if (one instanceof PropertyPath path
                && other instanceof Literal literal
                && literal.value() instanceof Point point
                && hasBox(path)) {
            var row = translator.row(path);
            if (request.pointsOnly(row.type())) {
                var x = Sql.of("(" + row.alias() + ".min_lon - cast(? as double precision))", point.getX());
                var y = Sql.of("(" + row.alias() + ".min_lat - cast(? as double precision))", point.getY());
                return Sql.join("sqrt(", x, " * ", x, " + ", y, " * ", y, ")");
            }
        }
        throw new Untranslatable("distance between geometries that are no points");
    }

    /** Whether the database knows a box around the place. */
    private boolean hasBox(PropertyPath path) {
        var type = translator.row(path).type();
        return path.steps().isEmpty() && (type == EntityType.LOCATION || type == EntityType.FEATURE_OF_INTEREST);
    }
}
