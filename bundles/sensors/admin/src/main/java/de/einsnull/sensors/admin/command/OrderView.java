package de.einsnull.sensors.admin.command;

import de.einsnull.portal.api.BundleTexts;
import de.einsnull.portal.api.Language;
import de.einsnull.sensors.api.DeviceCommands.Order;
import de.einsnull.sensors.api.Value;
import de.einsnull.sensors.api.driver.CommandResult;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * An order as the template sees it.
 *
 * @param title what was to be done
 * @param values its parameters, may be empty
 * @param actor name of who gave it
 * @param at when
 * @param outcome name of the outcome, {@code PENDING} without one
 * @param shape shape of the outcome
 * @param alert kind of the alert that says it
 * @param detail what exactly, in English; may be empty
 */
public record OrderView(
        String title,
        String values,
        String actor,
        Instant at,
        String outcome,
        String shape,
        String alert,
        String detail) {

    static OrderView of(Order order, String actor, Optional<BundleTexts> texts, Language language) {
        var result = order.result();
        return new OrderView(
                CommandView.title(order.command(), texts, language),
                values(order),
                actor,
                order.at(),
                result.map(r -> r.outcome().name()).orElse("PENDING"),
                result.map(OrderView::shape).orElse("unknown"),
                result.map(OrderView::alert).orElse("info"),
                result.map(CommandResult::detail).orElse(""));
    }

    private static String shape(CommandResult result) {
        return switch (result.outcome()) {
            case DONE -> "free";
            case SENT -> "reading";
            case REFUSED -> "warning";
            case UNAVAILABLE, TIMEOUT, FAILED -> "fault";
        };
    }

    private static String alert(CommandResult result) {
        return switch (result.outcome()) {
            case DONE -> "success";
            case SENT -> "info";
            case REFUSED -> "warning";
            case UNAVAILABLE, TIMEOUT, FAILED -> "danger";
        };
    }

    private static String values(Order order) {
        return new TreeMap<>(order.parameters())
                .entrySet().stream()
                        .map(p -> p.getKey() + " = " + plain(p.getValue()))
                        .collect(Collectors.joining(", "));
    }

    private static String plain(Value value) {
        if (value instanceof Value.Quantity quantity) {
            double number = quantity.number();
            return number == Math.rint(number) && Math.abs(number) < 1e15
                    ? String.valueOf((long) number)
                    : String.valueOf(number);
        }
        return value instanceof Value.Flag flag ? String.valueOf(flag.on()) : ((Value.Text) value).text();
    }
}
