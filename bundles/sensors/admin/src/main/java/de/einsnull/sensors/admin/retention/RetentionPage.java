package de.einsnull.sensors.admin.retention;

import de.einsnull.portal.api.PageAt;
import de.einsnull.portal.api.PageRequest;
import de.einsnull.portal.api.PageResponse;
import de.einsnull.portal.api.PortalPage;
import de.einsnull.security.api.AuditTrail;
import de.einsnull.security.api.Roles;
import de.einsnull.sensors.admin.Words;
import de.einsnull.sensors.api.Retention;
import de.einsnull.sensors.api.Retention.Rule;
import de.einsnull.sensors.api.SensorDataException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code verwaltung/aufbewahrung}: how long observations are kept and why, and what was removed. */
@Component(service = PortalPage.class)
@PageAt(path = RetentionPage.PATH, access = Roles.ADMIN)
public final class RetentionPage implements PortalPage {

    static final String PATH = "verwaltung/aufbewahrung";

    private static final Logger LOG = LoggerFactory.getLogger(RetentionPage.class);
    private static final int SHOWN = 100;

    private final Retention retention;
    private final AuditTrail audit;
    private final Words words;

    /**
     * Starts the page.
     *
     * @param retention knows the rules
     * @param audit notes who changed one
     * @param words texts
     */
    @Activate
    public RetentionPage(@Reference Retention retention, @Reference AuditTrail audit, @Reference Words words) {
        this.retention = retention;
        this.audit = audit;
        this.words = words;
    }

    @Override
    public PageResponse handle(PageRequest request) {
        try {
            if (request.path().isEmpty()) {
                return overview(request);
            }
            return retention.rules().stream()
                    .filter(rule -> String.valueOf(rule.observedProperty()).equals(request.path()))
                    .findFirst()
                    .map(rule ->
                            request.isPost() ? save(request, rule) : form(request, rule, RetentionForm.of(rule), 200))
                    .orElseGet(PageResponse::notFound);
        } catch (SensorDataException e) {
            LOG.warn("How long what is kept cannot be shown or changed", e);
            return view(List.of(), List.of(), true, true, false, 503);
        }
    }

    private PageResponse overview(PageRequest request) {
        return view(
                retention.rules(),
                retention.removals(SHOWN),
                retention.isIntact(),
                false,
                request.parameter("gespeichert").isPresent(),
                200);
    }

    private static PageResponse view(
            List<Rule> rules,
            List<Retention.Removal> removals,
            boolean intact,
            boolean away,
            boolean saved,
            int status) {
        return new PageResponse.View(
                "retention",
                "retention.title",
                new Object[0],
                Map.of("rules", rules, "removals", removals, "intact", intact, "away", away, "saved", saved),
                status);
    }

    private PageResponse save(PageRequest request, Rule rule) {
        var form = RetentionForm.sent(request);
        if (!form.errors().isEmpty()) {
            return form(request, rule, form, 422);
        }
        retention.set(rule.observedProperty(), form.rawDays(), form.rollupDays(), form.reason());
        audit.record(
                request.identity().id(),
                "retention.changed",
                rule.definition() + ": " + form.rawDays() + "/" + form.rollupDays(),
                true);
        return new PageResponse.Redirect(PATH + "?gespeichert=1");
    }

    private PageResponse form(PageRequest request, Rule rule, RetentionForm form, int status) {
        var errors = new LinkedHashMap<String, String>();
        form.errors().forEach((field, key) -> errors.put(field, words.text(request.language(), key)));
        var model = new HashMap<String, Object>();
        model.put("rule", rule);
        model.put("values", form.values());
        model.put("errors", errors);
        return new PageResponse.View("retention-rule", "retention.edit", new Object[] {rule.name()}, model, status);
    }
}
