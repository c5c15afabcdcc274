package de.einsnull.sensors.rules.mail;

import de.einsnull.bus.api.CityEvent;
import de.einsnull.bus.api.EventSubscriber;
import de.einsnull.bus.api.SubscribesTo;
import de.einsnull.bus.api.TryLaterException;
import de.einsnull.data.api.ProcessedEvents;
import de.einsnull.portal.api.Language;
import de.einsnull.sensors.rules.model.Alert;
import de.einsnull.sensors.rules.model.Rule;
import de.einsnull.sensors.rules.page.Readings;
import de.einsnull.sensors.rules.page.Words;
import de.einsnull.sensors.rules.store.AlertStore;
import de.einsnull.sensors.rules.store.Database;
import de.einsnull.sensors.rules.store.RuleStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Sends an e-mail for each alert whose rule names addresses. The bus tries again every minute when the mail server is away,
 * and puts the event aside after an hour, where city IT can replay it. A rule that fires for everything at once sends
 * {@value #MOST_AN_HOUR} mails an hour.
 */
@Component
@SubscribesTo(types = AlertStore.OPENED, group = AlertMail.GROUP, maxAttempts = 60, retryDelayInMs = 60_000)
public final class AlertMail implements EventSubscriber {

    static final String GROUP = "sensors.rules.mail";
    static final int MOST_AN_HOUR = 20;

    private final Database database;
    private final ProcessedEvents processed;
    private final AlertStore alerts;
    private final RuleStore rules;
    private final Mailer mailer;
    private final Words words;

    /**
     * Takes what it needs.
     *
     * @param database schema of this module
     * @param processed remembers what was sent
     * @param alerts knows the alert
     * @param rules knows the addresses
     * @param mailer sends
     * @param words texts
     */
    @Activate
    public AlertMail(
            @Reference Database database,
            @Reference ProcessedEvents processed,
            @Reference AlertStore alerts,
            @Reference RuleStore rules,
            @Reference Mailer mailer,
            @Reference Words words) {
        this.database = database;
        this.processed = processed;
        this.alerts = alerts;
        this.rules = rules;
        this.mailer = mailer;
        this.words = words;
    }

    @Override
    public void onEvent(CityEvent event) throws TryLaterException, IOException {
        if (!mailer.isConfigured()) {
            return;
        }
        try {
            var alert = alerts.find(Long.parseLong(event.subject()));
            var rule = alert.isEmpty() ? null : rules.find(alert.get().rule()).orElse(null);
            if (rule == null || rule.mail().isBlank()) {
                return;
            }
            int before = alerts.openedBefore(alert.get());
            if (before < MOST_AN_HOUR) {
                sendOnce(event, letter(event, alert.get(), rule, before == MOST_AN_HOUR - 1));
            }
        } catch (SQLException e) {
            throw new TryLaterException("The database of the rules is away", e);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** The mark is kept only if the server took the letter. */
    private void sendOnce(CityEvent event, Letter letter) throws SQLException {
        database.inTransaction(c -> {
            if (processed.markFirst(c, GROUP, event.id())) {
                try {
                    mailer.send(letter);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return true;
        });
    }

    private Letter letter(CityEvent event, Alert alert, Rule rule, boolean last) {
        var readings = new Readings(words, Language.DE);
        String values = alert.readings().stream()
                .map(readings::line)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
        var body = new StringBuilder(text("mail.body", alert.ruleName(), alert.thingName()))
                .append("\n\n")
                .append(text("mail.since", readings.time(alert.openedAt())))
                .append(values.isEmpty() ? "" : "\n" + values);
        if (!mailer.portal().isBlank()) {
            body.append("\n\n")
                    .append(mailer.portal())
                    .append("/de/arbeitsplatz/meldungen/")
                    .append(alert.id());
        }
        if (last) {
            body.append("\n\n").append(text("mail.last"));
        }
        var to = Arrays.stream(rule.mail().split(",")).map(String::strip).toList();
        String subject = text("mail.subject", alert.ruleName(), alert.thingName());
        return new Letter(
                event.id(), mailer.from(), to, subject, body.append('\n').toString(), event.time());
    }

    private String text(String key, Object... arguments) {
        return words.text(Language.DE, key, arguments);
    }
}
