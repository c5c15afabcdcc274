package de.einsnull.search.core.source;

import de.einsnull.search.api.SearchType;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** The sources that are there. Of several for one type the one that the framework ranks highest counts. Thread-safe. */
public final class Sources {

    private final Map<Object, Contributed> all = new ConcurrentHashMap<>();
    private final Comparator<Object> ranking;
    private volatile Map<String, Contributed> byType = Map.of();

    /** Starts without sources, which are known by their service references; the ranking puts the best last. */
    public Sources(Comparator<Object> ranking) {
        this.ranking = ranking;
    }

    /**
     * A source has come or changed.
     *
     * @param key the service reference
     */
    public void put(Object key, Contributed source) {
        all.put(key, source);
        sort();
    }

    /** A source has gone. */
    public Optional<Contributed> remove(Object key) {
        var gone = Optional.ofNullable(all.remove(key));
        sort();
        return gone;
    }

    private synchronized void sort() {
        var best = new ConcurrentSkipListMap<String, Contributed>();
        all.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(ranking))
                .forEach(entry -> best.put(entry.getValue().name(), entry.getValue()));
        byType = best;
    }

    /** The one that counts for a type. */
    Optional<Contributed> of(String type) {
        return Optional.ofNullable(byType.get(type));
    }

    /** Whether a source is the one that counts for its type. */
    boolean counts(Contributed source) {
        return of(source.name()).filter(source::equals).isPresent();
    }

    Collection<Contributed> counting() {
        return byType.values();
    }

    /** Types that can be found now. */
    public Set<String> types() {
        return byType.keySet();
    }

    /** The same with what people call them. */
    public List<SearchType> described() {
        return byType.values().stream().map(Contributed::type).toList();
    }
}
