package de.einsnull.sensors.core.sta;

import de.einsnull.sensors.sensorthings.model.Kind;
import de.einsnull.sensors.sensorthings.model.Property;
import de.einsnull.sensors.sensorthings.model.TimeValue;
import de.einsnull.sensors.sensorthings.query.Any;
import de.einsnull.sensors.sensorthings.query.Call;
import de.einsnull.sensors.sensorthings.query.Expression;
import de.einsnull.sensors.sensorthings.query.Function;
import de.einsnull.sensors.sensorthings.query.JsonStep;
import de.einsnull.sensors.sensorthings.query.Literal;
import de.einsnull.sensors.sensorthings.query.Operation;
import de.einsnull.sensors.sensorthings.query.Operator;
import de.einsnull.sensors.sensorthings.query.PropertyPath;
import de.einsnull.sensors.sensorthings.query.ValueType;
import java.sql.SQLException;
import java.time.Instant;
import java.util.stream.Collectors;

/** Expressions as SQL with the same meaning. What has no equal there is {@link Untranslatable}. */
final class Translator {

    private final Request request;
    private final Scope scope;

    Translator(Request request, Scope scope) {
        this.request = request;
        this.scope = scope;
    }

    /** A condition; true, false or null. */
    Sql condition(Expression e) throws Untranslatable, SQLException {
        if (e instanceof Operation o) {
            return operation(o);
        }
        if (e instanceof Any any) {
            return any(any);
        }
        if (e instanceof Call call) {
            return new Calls(this, request).condition(call);
        }
        if (e instanceof Literal l) {
            return l.type() == ValueType.BOOLEAN
                    ? Sql.of(l.value().equals(true) ? "true" : "false")
                    : Sql.of("cast(null as boolean)");
        }
        return Sql.join("(", any(e).flag(), ")");
    }

    private Sql operation(Operation o) throws Untranslatable, SQLException {
        if (o.operator().comparison()) {
            return compare(o.operator(), o.left(), o.right());
        }
        return switch (o.operator()) {
            case AND -> Sql.join("(", condition(o.left()), " and ", condition(o.right()), ")");
            case OR -> Sql.join("(", condition(o.left()), " or ", condition(o.right()), ")");
            case NOT -> Sql.join("(not ", condition(o.left()), ")");
            default -> throw new Untranslatable(o.operator().symbol());
        };
    }

    private Sql any(Any any) throws Untranslatable, SQLException {
        var ways = new Scope(request, scope.variables());
        var row = ways.row(any.from(), any.navigations());
        var inner = scope.within(any.variable(), row);
        var condition = new Translator(request, inner).condition(any.condition());
        return ways.inner(inner.isEmpty() ? condition : inner.outer(condition));
    }

    Sql compare(Operator operator, Expression left, Expression right) throws Untranslatable, SQLException {
        if (right.type() == ValueType.NULL || left.type() == ValueType.NULL) {
            var other = right.type() == ValueType.NULL ? left : right;
            return operator == Operator.EQ ? none(other) : Sql.join("(not ", none(other), ")");
        }
        if (left.type().temporal() && right.type().temporal()) {
            return times(operator, time(left), time(right));
        }
        var type = common(left.type(), right.type());
        return switch (type) {
            case NUMBER -> compared(number(left), operator, number(right));
            case BOOLEAN -> compared(flag(left), operator, flag(right));
            case TEXT -> texts(text(left), operator, text(right));
            default -> throw new Untranslatable("compare " + type);
        };
    }

    private static ValueType common(ValueType left, ValueType right) throws Untranslatable {
        if ((left == ValueType.ANY && right == ValueType.ANY) || left.temporal() || right.temporal()) {
            throw new Untranslatable("compare JSON");
        }
        return left == ValueType.ANY ? right : left;
    }

    private static Sql compared(Sql left, Operator operator, Sql right) {
        return Sql.join("(", left, sign(operator), right, ")");
    }

    private Sql texts(Sql left, Operator operator, Sql right) {
        boolean ordered = request.postgres() && operator != Operator.EQ && operator != Operator.NE;
        return Sql.join("(", left, sign(operator), right, ordered ? " collate \"C\")" : ")");
    }

    private static String sign(Operator operator) {
        return switch (operator) {
            case EQ -> " = ";
            case NE -> " <> ";
            case LT -> " < ";
            case LE -> " <= ";
            case GT -> " > ";
            case GE -> " >= ";
            default -> throw new IllegalArgumentException(operator.symbol());
        };
    }

    private static Sql times(Operator operator, TimeSql left, TimeSql right) {
        return switch (operator) {
            case LT -> left.before(right);
            case GT -> right.before(left);
            case LE -> left.noLater(right);
            case GE -> right.noLater(left);
            case EQ -> left.same(right);
            default -> Sql.join("(not ", left.same(right), ")");
        };
    }

    private Sql none(Expression e) throws Untranslatable, SQLException {
        if (e instanceof PropertyPath path && path.type() == ValueType.GEOMETRY) {
            throw new Untranslatable("null geometry");
        }
        if (e.type() == ValueType.ANY) {
            return any(e).none();
        }
        if (e.type().temporal()) {
            return time(e).isNull();
        }
        return Sql.join("(", scalar(e), " is null)");
    }

    /** A number, a text or a truth value. */
    Sql scalar(Expression e) throws Untranslatable, SQLException {
        return switch (e.type()) {
            case NUMBER -> number(e);
            case TEXT -> text(e);
            case BOOLEAN -> condition(e);
            default -> throw new Untranslatable("value of type " + e.type());
        };
    }

    /** A number, or null. */
    Sql number(Expression e) throws Untranslatable, SQLException {
        if (e instanceof Literal l) {
            return Sql.of("?", l.value());
        }
        if (e instanceof PropertyPath path) {
            return path.type() == ValueType.ANY ? any(path).number() : plain(path);
        }
        if (e instanceof Operation o) {
            return new Numbers(this).operation(o);
        }
        return new Calls(this, request).number((Call) e);
    }

    /** A text, or null. */
    Sql text(Expression e) throws Untranslatable, SQLException {
        if (e instanceof Literal l) {
            return Sql.of("cast(? as varchar)", l.value());
        }
        if (e instanceof PropertyPath path) {
            return path.type() == ValueType.ANY ? any(path).text() : plain(path);
        }
        if (e instanceof Call call) {
            return new Calls(this, request).text(call);
        }
        throw new Untranslatable("text");
    }

    private Sql flag(Expression e) throws Untranslatable, SQLException {
        return condition(e);
    }

    private Sql plain(PropertyPath path) {
        var row = scope.row(path.from(), path.navigations());
        return Sql.of(Columns.plain(row.type(), path.property(), row.alias()));
    }

    /** The row a path leads to. */
    Scope.Row row(PropertyPath path) {
        return scope.row(path.from(), path.navigations());
    }

    /** A value whose type is seen in the row only. */
    AnySql any(Expression e) throws Untranslatable {
        if (e instanceof PropertyPath path) {
            return any(path);
        }
        throw new Untranslatable("JSON");
    }

    private AnySql any(PropertyPath path) throws Untranslatable {
        var row = row(path);
        boolean result = path.property().name().equals("result");
        if (result && path.steps().isEmpty()) {
            return AnySql.result(row.alias());
        }
        if (!request.postgres()
                || result
                || (path.property().kind() == Kind.GEOMETRY && path.steps().isEmpty())) {
            throw new Untranslatable("JSON");
        }
        return AnySql.json(Columns.plain(row.type(), path.property(), row.alias()), pointer(path));
    }

    private static String pointer(PropertyPath path) {
        return path.steps().stream()
                .map(s -> s instanceof JsonStep.Member m ? m.name() : String.valueOf(((JsonStep.Item) s).index()))
                .map(s -> '"' + s.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** A time, or nulls. */
    TimeSql time(Expression e) throws Untranslatable {
        if (e instanceof Literal l && l.value() instanceof TimeValue value) {
            return new TimeSql(
                    at(value.start()), value.end().map(Translator::at).orElse(null), l.type());
        }
        if (e instanceof PropertyPath path
                && !path.property().equals(Property.ID)
                && path.type().temporal()) {
            var row = row(path);
            return Columns.time(row.type(), path.property(), row.alias());
        }
        if (e instanceof Call call && call.function() == Function.NOW) {
            return new TimeSql(at(request.now()), null, ValueType.INSTANT);
        }
        throw new Untranslatable("time");
    }

    private static Sql at(Instant time) {
        return Sql.of("cast(? as timestamp(6) with time zone)", time);
    }
}
