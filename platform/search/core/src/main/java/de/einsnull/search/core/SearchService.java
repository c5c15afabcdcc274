package de.einsnull.search.core;

import de.einsnull.guard.api.ModuleGuard;
import de.einsnull.health.api.Metrics;
import de.einsnull.search.api.Search;
import de.einsnull.search.api.SearchHit;
import de.einsnull.search.api.SearchQuery;
import de.einsnull.search.api.SearchResult;
import de.einsnull.search.api.SearchSource;
import de.einsnull.search.api.SearchType;
import de.einsnull.search.api.Suggestion;
import de.einsnull.search.core.source.Contributed;
import de.einsnull.search.core.source.Sources;
import de.einsnull.search.core.source.Strike;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;

/** The search of this node. The index is opened beside the start of the platform; who asks before waits a moment. */
@Component(
        service = {Search.class, SearchService.class},
        immediate = true,
        configurationPid = SearchConfig.PID)
@Designate(ocd = SearchConfig.class)
@Capability(
        namespace = "osgi.service",
        attribute = "objectClass:List<String>=\"de.einsnull.bus.api.EventSubscriber\"",
        effective = "active")
public final class SearchService implements Search {

    private final Sources sources;
    private final Opening opening;
    private final Timers timers = new Timers();

    private volatile ModuleGuard guard;

    /**
     * Starts to open the index.
     *
     * @param context of this bundle
     * @param config synonyms
     */
    @Activate
    public SearchService(BundleContext context, SearchConfig config) {
        this.sources = new Sources((one, other) -> ((ServiceReference<?>) one).compareTo(other));
        var data = Optional.ofNullable(context.getProperty("karaf.data")).orElse("data");
        this.opening =
                new Opening(Path.of(data, "search"), sources, this::strike, Clock.systemUTC(), Optional.of(context));
        opening.setSynonyms(OwnSynonyms.with(config));
    }

    SearchService(Path folder, Clock clock) {
        this.sources = new Sources(Comparator.comparing(Object::toString));
        this.opening = new Opening(folder, sources, this::strike, clock, Optional.empty());
    }

    @Modified
    void change(SearchConfig config) {
        opening.setSynonyms(OwnSynonyms.with(config));
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setGuard(ModuleGuard now) {
        guard = now;
    }

    void unsetGuard(ModuleGuard gone) {
        if (gone.equals(guard)) {
            guard = null;
        }
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setMetrics(Metrics metrics) {
        timers.use(metrics);
    }

    void unsetMetrics(Metrics metrics) {
        timers.forget(metrics);
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            updated = "updateSource")
    void addSource(SearchSource source, ServiceReference<SearchSource> reference) {
        SourceReader.read(source, reference).ifPresent(contributed -> put(reference, contributed));
    }

    void updateSource(SearchSource source, ServiceReference<SearchSource> reference) {
        addSource(source, reference);
    }

    void put(Object key, Contributed source) {
        sources.put(key, source);
        opening.whenOpen(engine -> engine.keeper().came(source));
    }

    void removeSource(ServiceReference<SearchSource> reference) {
        remove(reference);
    }

    void remove(Object key) {
        sources.remove(key)
                .ifPresent(gone -> opening.whenOpen(engine -> engine.keeper().went(gone)));
    }

    private void strike(Strike strike) {
        var now = guard;
        if (now != null) {
            now.strike(
                    strike.by().bundle(),
                    strike.kind(),
                    "search documents " + strike.by().type().type(),
                    strike.cause());
        }
    }

    Opening opening() {
        return opening;
    }

    @Override
    public SearchResult search(SearchQuery query) {
        return timers.timed("search", () -> {
            var engine = opening.engine();
            boolean complete = engine.keeper().isComplete() || engine.isRebuilding();
            return engine.ask(query, asking -> asking.search(complete));
        });
    }

    @Override
    public List<Suggestion> suggest(SearchQuery query) {
        return timers.timed("suggest", () -> opening.engine().ask(query, asking -> asking.suggest()));
    }

    @Override
    public List<SearchHit> similar(String text, SearchQuery query) {
        return timers.timed("similar", () -> opening.engine().ask(query, asking -> asking.similar(text)));
    }

    @Override
    public List<SearchHit> similar(String type, String id, SearchQuery query) {
        return timers.timed("similar", () -> opening.engine().ask(query, asking -> asking.similar(type, id)));
    }

    @Override
    public List<SearchType> types() {
        return sources.described();
    }

    @Deactivate
    void close() {
        opening.close();
    }
}
