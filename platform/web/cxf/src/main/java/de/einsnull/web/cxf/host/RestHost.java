package de.einsnull.web.cxf.host;

import de.einsnull.guard.api.ModuleGuard;
import de.einsnull.health.api.Metrics;
import de.einsnull.security.api.CurrentRequest;
import de.einsnull.settings.api.SettingHint;
import de.einsnull.web.api.ApiCatalogue;
import de.einsnull.web.api.RestResource;
import de.einsnull.web.cxf.http.TimeLimits;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Serves every {@link RestResource} that is there, module by module. */
@Component(
        service = {RestHost.class, ApiCatalogue.class},
        configurationPid = "de.einsnull.web",
        immediate = true)
@Designate(ocd = RestHost.Config.class)
public final class RestHost implements ApiCatalogue {

    /** Settings of all REST modules. */
    @ObjectClassDefinition(localization = "OSGI-INF/l10n/settings", name = "%rest", description = "%rest.help")
    @interface Config {

        @AttributeDefinition(
                name = "%rest.maxRequestsPerModule",
                description = "%rest.maxRequestsPerModule.help",
                min = "1",
                max = "1000")
        int maxRequestsPerModule() default 16;

        @AttributeDefinition(
                name = "%rest.keptAnswerInBytes",
                description = "%rest.keptAnswerInBytes.help",
                min = "0",
                max = "10000000")
        @SettingHint(unit = "Byte")
        int keptAnswerInBytes() default 262_144;

        @AttributeDefinition(
                name = "%rest.patienceInMs",
                description = "%rest.patienceInMs.help",
                min = "0",
                max = "30000")
        @SettingHint(unit = "ms")
        int patienceInMs() default 3_000;
    }

    private final Caller caller = new Caller();
    private final RestMeters meters = new RestMeters();
    private final TimeLimits limits = new TimeLimits();
    private final Strikes strikes = new Strikes();
    private final Modules modules;

    /** Starts the host. */
    @Activate
    public RestHost(BundleContext context, Config config) {
        var settings = new HostTools.Settings(
                config.maxRequestsPerModule(), config.keptAnswerInBytes(), Duration.ofMillis(config.patienceInMs()));
        var tools = new HostTools(caller, meters, limits, strikes, settings);
        modules = new Modules(context, tools, new ServerBuilder(tools));
    }

    @Deactivate
    void stop() {
        modules.close();
        limits.close();
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void addResource(RestResource resource, Map<String, Object> properties) {
        modules.add(resource, properties);
    }

    void removeResource(RestResource resource) {
        modules.remove(resource);
    }

    void updatedResource(RestResource resource, Map<String, Object> properties) {
        modules.remove(resource);
        modules.add(resource, properties);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setCurrentRequest(CurrentRequest request) {
        caller.set(request);
    }

    void unsetCurrentRequest(CurrentRequest request) {
        caller.unset(request);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setMetrics(Metrics metrics) {
        meters.set(metrics);
    }

    void unsetMetrics(Metrics metrics) {
        meters.unset(metrics);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setGuard(ModuleGuard guard) {
        strikes.set(guard);
    }

    void unsetGuard(ModuleGuard guard) {
        strikes.unset(guard);
    }

    @Override
    public List<Api> apis() {
        return modules.apis();
    }

    /** Sentences about modules that cannot be served. */
    List<String> troubles() {
        return modules.troubles();
    }

    String requestId() {
        return caller.requestId();
    }
}
