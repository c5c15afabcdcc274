package de.einsnull.sensors.core.registry;

import de.einsnull.sensors.api.Datastream;
import de.einsnull.sensors.api.Observation;
import de.einsnull.sensors.api.ObservationListener.Change;
import de.einsnull.sensors.api.ObservedProperty;
import de.einsnull.sensors.api.SensorModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/** All things, devices and last values in memory. Thread-safe. The database is the truth; this follows it. */
public final class Catalogue {

    private record Key(String instance, String externalId) {}

    private final ConcurrentNavigableMap<Long, Entry> byDevice = new ConcurrentSkipListMap<>();
    private final ConcurrentNavigableMap<Long, Entry> byThing = new ConcurrentSkipListMap<>();
    private final Map<Key, Entry> byKey = new ConcurrentHashMap<>();
    private final Map<Long, Stream> streams = new ConcurrentHashMap<>();
    private final ConcurrentNavigableMap<Long, SensorModel> models = new ConcurrentSkipListMap<>();
    private final ConcurrentNavigableMap<Long, ObservedProperty> properties = new ConcurrentSkipListMap<>();
    private final AtomicLong version = new AtomicLong();

    long version() {
        return version.get();
    }

    /** Adds or replaces a thing with its device, if it has one; last values of its datastreams are kept. */
    synchronized Entry put(Image image) {
        var before = byThing.get(image.thing().id());
        var kept = new LinkedHashMap<String, Stream>();
        for (Datastream datastream : image.datastreams()) {
            var stream = streams.computeIfAbsent(datastream.id(), id -> new Stream(datastream));
            stream.describe(datastream);
            kept.put(datastream.channel().id(), stream);
        }
        if (before != null) {
            before.streams().values().stream()
                    .filter(s -> !kept.containsValue(s))
                    .forEach(s -> streams.remove(s.id()));
        }
        var entry = new Entry(image.device(), image.thing(), image.registration(), kept);
        byThing.put(entry.thing().id(), entry);
        if (entry.hasDevice()) {
            byDevice.put(entry.id(), entry);
            byKey.put(key(entry), entry);
        }
        image.models().forEach(m -> models.put(m.id(), m));
        image.properties().forEach(p -> properties.put(p.id(), p));
        version.incrementAndGet();
        return entry;
    }

    /** Forgets a thing and its device. */
    synchronized void remove(long thing) {
        var entry = byThing.remove(thing);
        if (entry != null) {
            if (entry.hasDevice()) {
                byDevice.remove(entry.id());
                byKey.remove(key(entry));
            }
            entry.streams().values().forEach(s -> streams.remove(s.id()));
            version.incrementAndGet();
        }
    }

    /** Takes observations as last values where they are newer; gives the changes, one for each datastream. */
    public List<Change> apply(Collection<Observation> observations) {
        var changed = new LinkedHashMap<Long, Change>();
        for (Observation observation : observations) {
            var stream = streams.get(observation.datastream());
            if (stream != null && stream.offer(observation)) {
                var datastream = stream.snapshot();
                var thing = byThing.get(datastream.thing());
                var kind = thing == null ? "" : thing.thing().kind();
                changed.put(
                        stream.id(),
                        new Change(
                                datastream.thing(), kind, datastream.channel().id(), observation));
            }
        }
        version.addAndGet(changed.size());
        return new ArrayList<>(changed.values());
    }

    /** Sets the last values of these datastreams, also to nothing. */
    void renew(Collection<Long> ids, Collection<Observation> values) {
        for (Long id : ids) {
            var stream = streams.get(id);
            if (stream != null) {
                stream.renew(values.stream().filter(v -> v.datastream() == id).findFirst());
            }
        }
        version.incrementAndGet();
    }

    public Optional<Entry> find(String instance, String externalId) {
        return Optional.ofNullable(byKey.get(new Key(instance, externalId)));
    }

    Optional<Entry> device(long id) {
        return Optional.ofNullable(byDevice.get(id));
    }

    Optional<Entry> thing(long id) {
        return Optional.ofNullable(byThing.get(id));
    }

    Optional<Stream> stream(long id) {
        return Optional.ofNullable(streams.get(id));
    }

    /** Driver instances that devices have. */
    public Set<String> instances() {
        return byDevice.values().stream()
                .map(entry -> entry.registration().instance())
                .collect(Collectors.toSet());
    }

    Collection<Entry> devices() {
        return byDevice.values();
    }

    Collection<Entry> things() {
        return byThing.values();
    }

    List<SensorModel> models() {
        return List.copyOf(models.values());
    }

    List<ObservedProperty> properties() {
        return List.copyOf(properties.values());
    }

    private static Key key(Entry entry) {
        return new Key(entry.registration().instance(), entry.registration().externalId());
    }
}
