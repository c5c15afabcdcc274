package de.einsnull.sensors.rules.page;

import de.einsnull.portal.api.PageAt;
import de.einsnull.portal.api.PageNotice;
import de.einsnull.portal.api.PageRequest;
import de.einsnull.portal.api.PageResponse;
import de.einsnull.portal.api.PortalPage;
import de.einsnull.security.api.AuditTrail;
import de.einsnull.security.api.Roles;
import de.einsnull.sensors.api.SensorDirectory;
import de.einsnull.sensors.rules.engine.Trial;
import de.einsnull.sensors.rules.mail.Mailer;
import de.einsnull.sensors.rules.model.Rule;
import de.einsnull.sensors.rules.store.RuleStore;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * {@code arbeitsplatz/regeln}: rules as clerks write them. A rule is written, tried on recorded days, and switched on; a
 * change takes it back to the trial.
 */
@Component(service = PortalPage.class)
@PageAt(path = RulesPage.PATH, access = Roles.STAFF)
public final class RulesPage implements PortalPage {

    static final String PATH = "arbeitsplatz/regeln";

    private static final int NOT_ACCEPTED = 422;
    private static final Pattern BELOW = Pattern.compile("(\\d{1,18})(?:/(probe|einschalten|ausschalten|entfernen))?");

    private final RuleStore rules;
    private final SensorDirectory directory;
    private final Words words;
    private final Mailer mailer;
    private final AuditTrail audit;
    private final TrialPart trial;
    private final Clock clock = Clock.systemUTC();

    /**
     * Starts the page.
     *
     * @param rules keeps the rules
     * @param directory knows what there is in the city
     * @param trial tries rules
     * @param words texts
     * @param mailer says whether mails can be sent
     * @param audit is told what was done
     */
    @Activate
    public RulesPage(
            @Reference RuleStore rules,
            @Reference SensorDirectory directory,
            @Reference Trial trial,
            @Reference Words words,
            @Reference Mailer mailer,
            @Reference AuditTrail audit) {
        this.rules = rules;
        this.directory = directory;
        this.words = words;
        this.mailer = mailer;
        this.audit = audit;
        this.trial = new TrialPart(trial, directory, words, clock);
    }

    @Override
    public PageResponse handle(PageRequest request) throws SQLException {
        if (request.path().isEmpty()) {
            return list(request);
        }
        if (request.path().equals("neu")) {
            return edit(request, Optional.empty());
        }
        var below = BELOW.matcher(request.path());
        if (!below.matches()) {
            return PageResponse.notFound();
        }
        var rule = rules.find(Long.parseLong(below.group(1)));
        if (rule.isEmpty()) {
            return to("", Notice.GONE);
        }
        return below.group(2) == null ? edit(request, rule) : below(request, rule.get(), below.group(2));
    }

    private PageResponse below(PageRequest request, Rule rule, String deed) throws SQLException {
        if (deed.equals("probe")) {
            return trial.show(request, rule);
        }
        if (deed.equals("entfernen") && !request.isPost()) {
            return PageResponse.view("rule-remove", "rule.remove.title", Map.of("rule", view(rule, request)));
        }
        if (!request.isPost()) {
            return PageResponse.notFound();
        }
        audit.record(request.identity().id(), "sensor-rule." + word(deed), Long.toString(rule.id()), true);
        if (deed.equals("entfernen")) {
            rules.remove(rule.id(), clock.instant());
            return to("", Notice.REMOVED);
        }
        boolean on = deed.equals("einschalten");
        rules.setActive(rule.id(), on, clock.instant());
        return to("", on ? Notice.ON : Notice.OFF);
    }

    private static String word(String deed) {
        return switch (deed) {
            case "einschalten" -> "on";
            case "ausschalten" -> "off";
            default -> "removed";
        };
    }

    private PageResponse list(PageRequest request) throws SQLException {
        var views = rules.all().stream().map(rule -> view(rule, request)).toList();
        return PageResponse.view(
                "rules", "rules.title", Map.of("notice", PageNotice.shown(request, Notice.values()), "rules", views));
    }

    private RuleView view(Rule rule, PageRequest request) {
        return RuleView.of(rule, directory, words, request.language());
    }

    private PageResponse edit(PageRequest request, Optional<Rule> rule) throws SQLException {
        var choices = new Choices(directory, words, request.language());
        var form = new RuleForm(choices, words, request.language());
        if (!request.isPost()) {
            rule.ifPresentOrElse(form::show, () -> form.propose(request));
            return form(form, choices, rule, 200);
        }
        var read = form.read(request, rule.map(Rule::id).orElse(0L));
        if (read.isEmpty()) {
            return form(form, choices, rule, NOT_ACCEPTED);
        }
        var id = rules.save(read.get(), clock.instant());
        if (id.isEmpty()) {
            return to("", Notice.GONE);
        }
        audit.record(request.identity().id(), "sensor-rule.saved", Long.toString(id.get()), true);
        return to("/" + id.get() + "/probe", Notice.SAVED);
    }

    private PageResponse form(RuleForm form, Choices choices, Optional<Rule> rule, int status) {
        var model = new HashMap<>(choices.model());
        model.put("values", form.values());
        model.put("errors", form.errors());
        model.put("id", rule.<Object>map(Rule::id).orElse(""));
        model.put("active", rule.flatMap(Rule::activeSince).isPresent());
        model.put("mailer", mailer.isConfigured());
        String title = rule.isPresent() ? "rule.edit.title" : "rule.new.title";
        return new PageResponse.View("rule", title, new Object[0], model, status);
    }

    private static PageResponse to(String below, Notice notice) {
        return new PageResponse.Redirect(PATH + below + "?" + notice.query());
    }
}
