package de.einsnull.modules.core.repositories;

import de.einsnull.modules.api.ModuleRepositories;
import de.einsnull.modules.core.install.Offers;
import de.einsnull.modules.core.state.ModuleStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The places that city IT has added, and the distribution. What they offer is kept in memory. Thread-safe. */
public final class Repositories implements ModuleRepositories, Offers {

    private static final Logger LOG = LoggerFactory.getLogger(Repositories.class);
    private static final int MOST = 50;

    private static final Content NOT_READ = new Content(List.of(), "Noch nicht gelesen.");

    private final ModuleStore store;
    private final Place distribution;
    private final Function<URI, Place> places;
    private final Trail trail;
    private final Map<URI, Content> contents = new ConcurrentHashMap<>();

    /** What a place offered when it was read the last time it could be, and why it could not be read since. */
    private record Content(List<Offer> offers, String error) {}

    /** Is told who changes the places. */
    @FunctionalInterface
    public interface Trail {
        void record(String actor, String action, String address);
    }

    /**
     * @param store remembers the addresses
     * @param distribution what came with the platform
     * @param places opens a place
     * @param trail is told of changes
     */
    Repositories(ModuleStore store, Place distribution, Function<URI, Place> places, Trail trail) {
        this.store = store;
        this.distribution = distribution;
        this.places = places;
        this.trail = trail;
    }

    /** Everything that is offered; the distribution as it is now, other places as they were read. */
    public List<Offer> offers() {
        var all = new ArrayList<Offer>();
        try {
            all.addAll(distribution.read());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (URI address : addresses()) {
            all.addAll(content(address).offers());
        }
        return all;
    }

    private List<URI> addresses() {
        return store.state().repositories().stream().map(URI::create).toList();
    }

    private Content content(URI address) {
        return contents.getOrDefault(address, NOT_READ);
    }

    private Content read(URI address, Content before) {
        try {
            return new Content(places.apply(address).read(), "");
        } catch (IOException | RuntimeException e) {
            LOG.warn("The repository {} cannot be read: {}", address, e.getMessage());
            return new Content(before.offers(), String.valueOf(e.getMessage()));
        }
    }

    @Override
    public List<Repository> repositories() {
        var all = new ArrayList<Repository>();
        int ours = (int) offers().stream()
                .filter(offer -> offer.address().equals(distribution.address()))
                .count();
        all.add(new Repository(distribution.address(), ours, "", true));
        addresses().forEach(address -> all.add(view(address)));
        return all;
    }

    private Repository view(URI address) {
        Content content = content(address);
        return new Repository(address, content.offers().size(), content.error(), false);
    }

    @Override
    public Repository add(URI address, String actor) throws IOException {
        if (addresses().contains(address)) {
            return view(address);
        }
        if (addresses().size() >= MOST) {
            throw new IOException("No more than " + MOST + " repositories");
        }
        List<Offer> offers;
        try {
            offers = places.apply(address).read();
        } catch (RuntimeException e) {
            throw new IOException("Not a repository: " + e.getMessage(), e);
        }
        contents.put(address, new Content(offers, ""));
        store.change(state -> {
            var all = new ArrayList<>(state.repositories());
            all.add(address.toString());
            return state.withRepositories(all);
        });
        trail.record(actor, "module.repository.add", address.toString());
        return view(address);
    }

    @Override
    public void remove(URI address, String actor) {
        if (!addresses().contains(address)) {
            return;
        }
        try {
            store.change(state -> state.withRepositories(state.repositories().stream()
                    .filter(one -> !one.equals(address.toString()))
                    .toList()));
        } catch (IOException e) {
            throw new UncheckedIOException("The repository could not be removed", e);
        }
        contents.remove(address);
        trail.record(actor, "module.repository.remove", address.toString());
    }

    @Override
    public void refresh() {
        addresses().forEach(address -> contents.put(address, read(address, content(address))));
    }

    @Override
    public Fetched fetch(String name, String version, Path folder) throws IOException {
        Optional<Offer> offer = offers().stream()
                .filter(one -> one.name().equals(name) && one.version().equals(version))
                .findFirst();
        if (offer.isEmpty()) {
            throw new IOException("No repository offers " + name + " " + version);
        }
        URI address = offer.get().address();
        Place place = address.equals(distribution.address()) ? distribution : places.apply(address);
        return new Fetched(place.fetch(offer.get(), folder), "repository:" + address);
    }
}
