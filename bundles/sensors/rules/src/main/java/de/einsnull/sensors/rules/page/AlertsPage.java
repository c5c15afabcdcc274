package de.einsnull.sensors.rules.page;

import de.einsnull.portal.api.PageAt;
import de.einsnull.portal.api.PageNotice;
import de.einsnull.portal.api.PageRequest;
import de.einsnull.portal.api.PageResponse;
import de.einsnull.portal.api.PortalPage;
import de.einsnull.security.api.Accounts;
import de.einsnull.security.api.Roles;
import de.einsnull.sensors.rules.model.Alert;
import de.einsnull.sensors.rules.store.AlertStore;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code arbeitsplatz/meldungen}: what rules have found, who took note, what is over. */
@Component(service = PortalPage.class)
@PageAt(path = AlertsPage.PATH, access = Roles.STAFF)
public final class AlertsPage implements PortalPage {

    private static final Logger LOG = LoggerFactory.getLogger(AlertsPage.class);

    static final String PATH = "arbeitsplatz/meldungen";

    private static final int MOST_OPEN = 500;
    private static final int MOST_CLOSED = 50;

    private final AlertStore alerts;
    private final Words words;
    private final Accounts accounts;
    private final Clock clock = Clock.systemUTC();

    /**
     * Starts the page.
     *
     * @param alerts the alerts
     * @param words texts
     * @param accounts names of those who took note
     */
    @Activate
    public AlertsPage(@Reference AlertStore alerts, @Reference Words words, @Reference Accounts accounts) {
        this.alerts = alerts;
        this.words = words;
        this.accounts = accounts;
    }

    /** An alert for people; times that are not yet are null. */
    public record View(
            long id,
            String rule,
            long thing,
            String thingName,
            Instant openedAt,
            Instant closedAt,
            Instant acknowledgedAt,
            String acknowledgedBy,
            List<String> values) {}

    @Override
    public PageResponse handle(PageRequest request) throws SQLException {
        if (request.path().isEmpty()) {
            return list(request);
        }
        if (!request.path().matches("\\d{1,18}")) {
            return PageResponse.notFound();
        }
        long id = Long.parseLong(request.path());
        if (request.isPost()) {
            boolean first = alerts.acknowledge(id, request.identity().id(), clock.instant());
            return new PageResponse.Redirect(PATH + "?" + (first ? Notice.SEEN : Notice.GONE).query());
        }
        var names = names();
        return alerts.find(id)
                .map(one -> PageResponse.view("alert", "alert.title", Map.of("alert", view(one, request, names))))
                .orElse(PageResponse.notFound());
    }

    private PageResponse list(PageRequest request) throws SQLException {
        var names = names();
        var open = alerts.open(MOST_OPEN).stream()
                .map(one -> view(one, request, names))
                .toList();
        var closed = alerts.closed(MOST_CLOSED).stream()
                .map(one -> view(one, request, names))
                .toList();
        long fresh = open.stream().filter(one -> one.acknowledgedAt() == null).count();
        return PageResponse.view(
                "alerts",
                "alerts.title",
                Map.of(
                        "notice", PageNotice.shown(request, Notice.values()),
                        "open", open,
                        "closed", closed,
                        "fresh", fresh));
    }

    private Map<String, String> names() {
        return accounts.names(e -> LOG.warn("The names of accounts cannot be read; their ids are shown", e));
    }

    private View view(Alert alert, PageRequest request, Map<String, String> names) {
        var readings = new Readings(words, request.language());
        return new View(
                alert.id(),
                alert.ruleName(),
                alert.thing(),
                alert.thingName(),
                alert.openedAt(),
                alert.closedAt().orElse(null),
                alert.acknowledgedAt().orElse(null),
                names.getOrDefault(alert.acknowledgedBy(), alert.acknowledgedBy()),
                alert.readings().stream()
                        .map(readings::line)
                        .filter(line -> !line.isEmpty())
                        .toList());
    }
}
