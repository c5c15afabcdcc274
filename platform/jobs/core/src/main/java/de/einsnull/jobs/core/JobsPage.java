package de.einsnull.jobs.core;

import de.einsnull.portal.api.BundleTexts;
import de.einsnull.portal.api.Language;
import de.einsnull.portal.api.PageAt;
import de.einsnull.portal.api.PageNotice;
import de.einsnull.portal.api.PageRequest;
import de.einsnull.portal.api.PageResponse;
import de.einsnull.portal.api.PortalPage;
import de.einsnull.security.api.AuditTrail;
import de.einsnull.security.api.Roles;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The jobs, how they went, and a button for each to run it now. */
@Component
@PageAt(path = JobsPage.PATH, access = Roles.ADMIN)
public final class JobsPage implements PortalPage {

    static final String PATH = "verwaltung/aufgaben";

    /** Key of a job's title in the texts of its module, before its name. */
    private static final String TITLE = "job.";

    private static final Logger LOG = LoggerFactory.getLogger(JobsPage.class);

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile AuditTrail audit;

    private final Jobs jobs;
    private final LongFunction<Optional<Bundle>> modules;

    /** Shows these jobs. */
    @Activate
    public JobsPage(BundleContext context, @Reference Jobs jobs) {
        this(jobs, id -> Optional.ofNullable(context.getBundle(id)));
    }

    JobsPage(Jobs jobs, LongFunction<Optional<Bundle>> modules) {
        this.jobs = jobs;
        this.modules = modules;
    }

    @Override
    public PageResponse handle(PageRequest request) {
        if (!request.path().isEmpty()) {
            return PageResponse.notFound();
        }
        return request.isPost() ? start(request) : list(request);
    }

    private PageResponse list(PageRequest request) {
        boolean away = false;
        Map<String, JobRow> rows = Map.of();
        try {
            rows = jobs.rows();
        } catch (SQLException e) {
            LOG.warn("What became of the jobs cannot be read", e);
            away = true;
        }
        var known = rows;
        var shown = jobs.lanes().stream()
                .map(lane -> view(lane, known.get(lane.spec().name()), request.language()))
                .sorted(Comparator.comparing(JobView::name))
                .toList();
        var notice = PageNotice.shown(request, Notice.values());
        return PageResponse.view("jobs", "jobs.title", Map.of("jobs", shown, "notice", notice, "away", away));
    }

    private JobView view(JobLane lane, JobRow row, Language language) {
        String name = lane.spec().name();
        Optional<Bundle> module = modules.apply(lane.spec().bundleId());
        String title = module.map(bundle -> new BundleTexts(bundle::getEntry))
                .filter(texts -> texts.has(TITLE + name))
                .map(texts -> texts.text(language, TITLE + name))
                .orElse(name);
        return JobView.of(lane, row, title, module.map(Bundle::getSymbolicName).orElse(""));
    }

    private PageResponse start(PageRequest request) {
        var name = request.parameter("aufgabe").orElse("");
        var started = jobs.runNow(name);
        var record = audit;
        if (started.orElse(false) && record != null) {
            record.record(request.identity().id(), "job.started", name, true);
        }
        var notice =
                started.map(begun -> begun ? Notice.STARTED : Notice.RUNNING).orElse(Notice.GONE);
        return new PageResponse.Redirect(PATH + "?" + notice.query());
    }
}
