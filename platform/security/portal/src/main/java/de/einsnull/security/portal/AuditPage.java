package de.einsnull.security.portal;

import de.einsnull.portal.api.PageAt;
import de.einsnull.portal.api.PageRequest;
import de.einsnull.portal.api.PageResponse;
import de.einsnull.portal.api.PortalPage;
import de.einsnull.security.api.Accounts;
import de.einsnull.security.api.AuditTrail;
import de.einsnull.security.api.AuditTrail.Entry;
import de.einsnull.security.api.Roles;
import java.time.Instant;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The newest entries of the audit trail, page by page, with login names where it holds ids of accounts. */
@Component
@PageAt(path = AuditPage.PATH, access = Roles.ADMIN)
public final class AuditPage implements PortalPage {

    private static final Logger LOG = LoggerFactory.getLogger(AuditPage.class);
    static final String PATH = "verwaltung/protokoll";
    private static final int MOST = 1_000;
    private static final int SIZE = 50;

    private final AuditTrail trail;
    private final Accounts accounts;

    @Activate
    public AuditPage(@Reference AuditTrail trail, @Reference Accounts accounts) {
        this.trail = trail;
        this.accounts = accounts;
    }

    /** An entry as the page shows it. */
    public record Row(Instant at, String actor, String action, String object, boolean success) {}

    @Override
    public PageResponse handle(PageRequest request) {
        if (!request.path().isEmpty()) {
            return PageResponse.notFound();
        }
        var names = accounts.names(e -> LOG.warn("The accounts cannot be read; the audit trail shows their ids", e));
        boolean failures = request.parameter("nur").filter("abgelehnt"::equals).isPresent();
        var found = trail.newest(MOST).stream()
                .filter(entry -> !failures || !entry.success())
                .toList();
        int pages = Math.max(1, (found.size() + SIZE - 1) / SIZE);
        int page = Math.max(1, Math.min(pages, number(request.parameter("seite").orElse(""))));
        var rows = found.stream()
                .skip((page - 1L) * SIZE)
                .limit(SIZE)
                .map(entry -> row(entry, names))
                .toList();
        return PageResponse.view(
                "audit", "audit.title", Map.of("entries", rows, "failures", failures, "page", page, "pages", pages));
    }

    private static int number(String text) {
        return text.matches("\\d{1,4}") ? Integer.parseInt(text) : 1;
    }

    private static Row row(Entry entry, Map<String, String> names) {
        return new Row(
                entry.at(),
                names.getOrDefault(entry.actor(), entry.actor()),
                entry.action(),
                names.getOrDefault(entry.object(), entry.object()),
                entry.success());
    }
}
