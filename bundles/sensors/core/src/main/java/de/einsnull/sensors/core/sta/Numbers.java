package de.einsnull.sensors.core.sta;

import de.einsnull.sensors.sensorthings.query.Expression;
import de.einsnull.sensors.sensorthings.query.Operation;
import de.einsnull.sensors.sensorthings.query.ValueType;
import java.sql.SQLException;

/** Arithmetic as SQL, reckoned as the database reckons with double precision. */
final class Numbers {

    private final Translator translator;

    Numbers(Translator translator) {
        this.translator = translator;
    }

    Sql operation(Operation o) throws Untranslatable, SQLException {
        for (Expression operand : o.operands()) {
            if (operand.type() != ValueType.NUMBER && operand.type() != ValueType.ANY) {
                throw new Untranslatable("arithmetic with " + operand.type());
            }
        }
        return switch (o.operator()) {
            case ADD -> both(o, " + ");
            case SUB -> both(o, " - ");
            case MUL -> both(o, " * ");
            case DIV -> Sql.join("(", real(o.left()), " / nullif(", real(o.right()), ", 0))");
            case NEGATE -> Sql.join("(- ", real(o.left()), ")");
            default -> throw new Untranslatable(o.operator().symbol());
        };
    }

    private Sql both(Operation o, String sign) throws Untranslatable, SQLException {
        return Sql.join("(", real(o.left()), sign, real(o.right()), ")");
    }

    /** A number as double precision. */
    Sql real(Expression e) throws Untranslatable, SQLException {
        return Sql.join("cast(", translator.number(e), " as double precision)");
    }
}
