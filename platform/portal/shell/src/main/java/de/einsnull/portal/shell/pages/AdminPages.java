package de.einsnull.portal.shell.pages;

import de.einsnull.health.api.CheckLog;
import de.einsnull.health.api.Sentence;
import de.einsnull.portal.api.PageRequest;
import de.einsnull.portal.api.PageResponse;
import de.einsnull.portal.shell.render.PageState;
import de.einsnull.web.api.RestModule;
import de.einsnull.web.api.RestResource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.felix.hc.api.Result;
import org.apache.felix.hc.api.ResultLog;
import org.apache.felix.hc.api.execution.HealthCheckExecutionResult;
import org.apache.felix.hc.api.execution.HealthCheckExecutor;
import org.apache.felix.hc.api.execution.HealthCheckSelector;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** What city IT sees of the platform in the portal: its health and its APIs. */
@Component(service = AdminPages.class)
public final class AdminPages {

    /** A selector without tags would mean those with the tag "default". */
    private static final HealthCheckSelector ALL = HealthCheckSelector.tags("-hidden");

    private static final List<String> WORST_FIRST = List.of("bad", "attention", "good");

    private final BundleContext context;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile HealthCheckExecutor executor;

    @Activate
    public AdminPages(BundleContext context) {
        this.context = context;
    }

    /**
     * One health check as the page shows it.
     *
     * @param name as the check calls itself
     * @param id the name as part of a key of texts
     * @param state good, attention or bad
     * @param messages what it says
     */
    public record Check(String name, String id, String state, List<Message> messages) {}

    /**
     * What a check says.
     *
     * @param sentence the same in a sentence of the bundle that checks, which has none if it is not ours
     * @param english the same in English
     */
    public record Message(Sentence sentence, String english) {}

    PageResponse health(PageRequest request, PageState state) {
        var now = executor;
        var checks = now == null
                ? List.<Check>of()
                : now.execute(ALL).stream()
                        .map(AdminPages::check)
                        .sorted(Comparator.comparing((Check check) -> WORST_FIRST.indexOf(check.state()))
                                .thenComparing(Check::name))
                        .toList();
        return PageResponse.view(
                "health",
                "health.title",
                Map.of("checks", checks, "bad", count(checks, "bad"), "attention", count(checks, "attention")));
    }

    private static long count(List<Check> checks, String state) {
        return checks.stream().filter(check -> check.state().equals(state)).count();
    }

    private static Check check(HealthCheckExecutionResult execution) {
        var result = execution.getHealthCheckResult();
        String state = result.getStatus() == Result.Status.OK
                ? "good"
                : result.getStatus() == Result.Status.WARN ? "attention" : "bad";
        var messages = new ArrayList<Message>();
        for (ResultLog.Entry entry : result) {
            if (!entry.isDebug()) {
                messages.add(new Message(CheckLog.sentence(entry).orElse(Sentence.NONE), entry.getMessage()));
            }
        }
        String name = execution.getHealthCheckMetadata().getTitle();
        return new Check(name, name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"), state, messages);
    }

    /** One API as the page shows it. */
    public record Api(String title, String path, String module) {}

    PageResponse apis(PageRequest request, PageState state) throws InvalidSyntaxException {
        var apis = new TreeMap<String, Api>();
        for (var reference : context.getServiceReferences(RestResource.class, null)) {
            String path = property(reference, RestModule.PREFIX_ + "path");
            String title = property(reference, RestModule.PREFIX_ + "title");
            apis.put(path, new Api(title, path, reference.getBundle().getSymbolicName()));
        }
        return PageResponse.view("apis", "apis.title", Map.of("apis", List.copyOf(apis.values())));
    }

    private static String property(ServiceReference<?> reference, String name) {
        return String.valueOf(reference.getProperty(name));
    }
}
