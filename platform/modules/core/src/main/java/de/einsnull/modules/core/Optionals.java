package de.einsnull.modules.core;

import de.einsnull.health.api.ModuleMeters;
import de.einsnull.security.api.AuditTrail;
import de.einsnull.web.api.LiveStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.karaf.features.FeaturesService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Services that come and go without the administration of modules: it works while the database and the web are down. */
@Component(service = Optionals.class)
public final class Optionals {

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile AuditTrail audit;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile LiveStream live;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile FeaturesService features;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile ModuleMeters meters;

    /** Made by the component runtime, which sets the fields. */
    @Activate
    public Optionals() {}

    Optional<AuditTrail> audit() {
        return Optional.ofNullable(audit);
    }

    Optional<LiveStream> live() {
        return Optional.ofNullable(live);
    }

    /** Figures of bundles by their symbolic names. */
    Map<String, Double> meters(List<String> bundles) {
        var all = new TreeMap<String, Double>();
        ModuleMeters there = meters;
        if (there != null) {
            bundles.forEach(bundle -> all.putAll(there.of(bundle)));
        }
        return all;
    }

    Optional<FeaturesService> features() {
        return Optional.ofNullable(features);
    }
}
