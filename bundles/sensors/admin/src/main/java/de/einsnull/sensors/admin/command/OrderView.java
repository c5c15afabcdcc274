package de.einsnull.sensors.admin.command;

import de.einsnull.portal.api.BundleTexts;
import de.einsnull.portal.api.Language;
import de.einsnull.sensors.admin.Words;
import de.einsnull.sensors.api.DeviceCommands.Order;
import de.einsnull.sensors.api.Value;
import de.einsnull.sensors.api.driver.CommandResult;
import java.text.NumberFormat;
import java.time.Instant;
import java.util.Locale;
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

    private static final int MOST_DIGITS = 15;

    static OrderView of(Order order, String actor, Optional<BundleTexts> texts, Words words, Language language) {
        var result = order.result();
        return new OrderView(
                CommandView.title(order.command(), texts, language),
                values(order, texts, words, language),
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

    private static String values(Order order, Optional<BundleTexts> texts, Words words, Language language) {
        return new TreeMap<>(order.parameters())
                .entrySet().stream()
                        .map(p -> CommandView.label(order.command(), p.getKey(), texts, language) + ": "
                                + plain(p.getValue(), words, language))
                        .collect(Collectors.joining(", "));
    }

    private static String plain(Value value, Words words, Language language) {
        if (value instanceof Value.Quantity quantity) {
            return number(language).format(quantity.number());
        }
        return value instanceof Value.Flag flag
                ? words.text(language, flag.on() ? "devices.yes" : "devices.no")
                : ((Value.Text) value).text();
    }

    /** As people of the language write it, with the digits that stand on signs in Germany. */
    private static NumberFormat number(Language language) {
        var format = NumberFormat.getInstance(
                language == Language.AR ? Locale.forLanguageTag("ar-u-nu-latn") : language.locale());
        format.setGroupingUsed(false);
        format.setMaximumFractionDigits(MOST_DIGITS);
        return format;
    }
}
