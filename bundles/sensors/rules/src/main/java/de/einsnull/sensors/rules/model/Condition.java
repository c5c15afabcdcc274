package de.einsnull.sensors.rules.model;

import de.einsnull.sensors.api.Value;
import java.time.Duration;

/**
 * One condition of a rule.
 *
 * @param channel channel whose values are looked at
 * @param operator what is asked
 * @param limit number to compare with, in the channel's unit; 0 for other operators
 * @param hysteresis how far a number must come back behind the limit before the condition ends; 0 or more
 * @param word flag ({@code true}, {@code false}) or word for {@link Operator#IS}, otherwise empty
 * @param silence how long nothing came, for {@link Operator#SILENT}, otherwise zero
 * @param thing id of the thing to look at, 0 for each thing that the rule is about
 */
public record Condition(
        String channel, Operator operator, double limit, double hysteresis, String word, Duration silence, long thing) {

    /**
     * Whether the condition holds after a value.
     *
     * @param value the value
     * @param before whether it held before
     * @return true if it holds
     */
    public boolean holds(Value value, boolean before) {
        return switch (operator) {
            case ABOVE -> value instanceof Value.Quantity q && q.number() > limit - (before ? hysteresis : 0);
            case BELOW -> value instanceof Value.Quantity q && q.number() < limit + (before ? hysteresis : 0);
            case IS -> words(value).equalsIgnoreCase(word);
            case SILENT -> false;
        };
    }

    /**
     * A value as text, as it is compared and kept.
     *
     * @param value the value
     * @return numbers with a decimal point
     */
    public static String words(Value value) {
        if (value instanceof Value.Quantity q) {
            return Double.toString(q.number());
        }
        return value instanceof Value.Flag f ? Boolean.toString(f.on()) : ((Value.Text) value).text();
    }
}
