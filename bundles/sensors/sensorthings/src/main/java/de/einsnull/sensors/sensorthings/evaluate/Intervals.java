package de.einsnull.sensors.sensorthings.evaluate;

import de.einsnull.sensors.sensorthings.model.TimeValue;
import de.einsnull.sensors.sensorthings.query.Function;
import de.einsnull.sensors.sensorthings.query.Operator;

/** How times lie to each other, as {@link Operator} and {@link Function} say. */
final class Intervals {

    private Intervals() {}

    static boolean compare(Operator operator, TimeValue a, TimeValue b) {
        return switch (operator) {
            case EQ -> a.equals(b);
            case NE -> !a.equals(b);
            case LT -> before(a, b);
            case GT -> before(b, a);
            case LE -> noLater(a, b);
            case GE -> noLater(b, a);
            default -> throw new IllegalArgumentException(operator.symbol());
        };
    }

    static boolean relation(Function function, TimeValue a, TimeValue b) {
        return switch (function) {
            case BEFORE -> before(a, b);
            case AFTER -> before(b, a);
            case MEETS -> a.last().equals(b.start()) || a.start().equals(b.last());
            case DURING -> during(a, b);
            case OVERLAPS -> overlaps(a, b);
            case STARTS -> a.start().equals(b.start());
            case FINISHES -> a.last().equals(b.last());
            default -> throw new IllegalArgumentException(function.text());
        };
    }

    private static boolean before(TimeValue a, TimeValue b) {
        return a.interval() ? !a.last().isAfter(b.start()) : a.start().isBefore(b.start());
    }

    private static boolean noLater(TimeValue a, TimeValue b) {
        return !a.start().isAfter(b.start()) && !a.last().isAfter(b.last());
    }

    private static boolean during(TimeValue a, TimeValue b) {
        boolean ends = a.interval() ? !a.last().isAfter(b.last()) : a.start().isBefore(b.last());
        return b.interval() && !a.start().isBefore(b.start()) && ends;
    }

    private static boolean overlaps(TimeValue a, TimeValue b) {
        if (!a.interval() && !b.interval()) {
            return a.equals(b);
        }
        boolean aReachesB =
                a.interval() ? b.start().isBefore(a.last()) : !b.start().isAfter(a.start());
        boolean bReachesA =
                b.interval() ? a.start().isBefore(b.last()) : !a.start().isAfter(b.start());
        return aReachesB && bReachesA;
    }
}
