package de.einsnull.sensors.core.registry;

import de.einsnull.sensors.api.Channel;
import de.einsnull.sensors.api.Device;
import de.einsnull.sensors.api.DeviceRegistration;
import de.einsnull.sensors.api.DeviceRegistry;
import de.einsnull.sensors.api.Page;
import de.einsnull.sensors.api.SensorDataException;
import de.einsnull.sensors.api.UnknownDevice;
import de.einsnull.sensors.core.codec.Codecs;
import de.einsnull.sensors.core.codec.ModelInfo;
import de.einsnull.sensors.core.model.DeviceEntity;
import de.einsnull.sensors.core.model.ThingEntity;
import de.einsnull.sensors.core.store.Finds;
import de.einsnull.sensors.core.store.Finds.Ignored;
import de.einsnull.sensors.core.store.ObservationReader;
import de.einsnull.sensors.core.store.SensorDatabase;
import de.einsnull.sensors.core.store.UnknownDevices;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The register of devices: JPA below, the catalogue in memory above. */
@Component(service = {DeviceRegistry.class, Registry.class})
public final class Registry implements DeviceRegistry {

    private static final Logger LOG = LoggerFactory.getLogger(Registry.class);
    private static final int MAX_BATCH = 10_000;

    private final Jpa jpa;
    private final SensorDatabase database;
    private final Codecs codecs;
    private final Clock clock;
    private final Catalogue catalogue = new Catalogue();
    private final ChannelNames names = new ChannelNames();
    private final List<Consumer<List<Entry>>> listeners = new CopyOnWriteArrayList<>();
    private final List<Runnable> changeListeners = new CopyOnWriteArrayList<>();
    private volatile Set<Ignored> ignored = Set.of();
    private volatile boolean loaded;

    @Activate
    public Registry(
            @Reference(target = "(osgi.unit.name=sensors)") EntityManagerFactory factory,
            @Reference SensorDatabase database,
            @Reference Codecs codecs) {
        this(factory, database, codecs, Clock.systemUTC());
    }

    Registry(EntityManagerFactory factory, SensorDatabase database, Codecs codecs, Clock clock) {
        this.jpa = new Jpa(factory, database);
        this.database = database;
        this.codecs = codecs;
        this.clock = clock;
        try {
            ensureLoaded();
        } catch (SensorDataException e) {
            LOG.warn("The devices could not be read yet, that is tried again when they are needed", e);
        }
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    /** Adds somebody who is told which devices were registered on this node; the result ends that. */
    public Runnable onRegistered(Consumer<List<Entry>> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Adds somebody who is told when this node changed devices or datastreams; the result ends that. */
    public Runnable onChanged(Runnable listener) {
        changeListeners.add(listener);
        return () -> changeListeners.remove(listener);
    }

    /** Reads everything from the database unless that was done. */
    public void ensureLoaded() {
        if (!loaded) {
            reload();
        }
    }

    /** Reads everything from the database, because another node changed something. */
    public synchronized void reload() {
        var images = jpa.inTransaction("list the things", Registry::all);
        keep(catalogue.things().stream().map(e -> e.thing().id()).toList(), images);
        try {
            catalogue.apply(new ObservationReader(database).lastValues());
        } catch (SQLException e) {
            throw new SensorDataException("The database could not list the last values", e);
        }
        ignored = database.call("list the devices that are ignored", Finds::ignored);
        loaded = true;
    }

    /** Reads these things from the database, because somebody changed them there. Other nodes follow. */
    public void refresh(Set<Long> things) {
        ensureLoaded();
        var images = jpa.inTransaction(
                "read things",
                manager -> images(
                        manager.createQuery("select t from Thing t where t.id in :ids", ThingEntity.class)
                                .setParameter("ids", things)
                                .getResultList(),
                        manager.createQuery("select d from Device d where d.thing.id in :ids", DeviceEntity.class)
                                .setParameter("ids", things)
                                .getResultList()));
        keep(things, images);
        changeListeners.forEach(Runnable::run);
    }

    /** Reads the newest values of these datastreams from the database, because observations were changed or removed. */
    public void renewLast(Set<Long> streams) {
        var values = database.call("read last values", c -> ObservationReader.lastValues(c, streams));
        catalogue.renew(streams, values);
    }

    private void keep(Collection<Long> known, List<Image> images) {
        images.forEach(catalogue::put);
        var there = images.stream().map(i -> i.thing().id()).collect(Collectors.toSet());
        known.stream().filter(id -> !there.contains(id)).forEach(catalogue::remove);
    }

    /** Whether city IT does not want to hear of a device. */
    public boolean isIgnored(String instance, String device) {
        return ignored.contains(new Ignored(instance, device));
    }

    /** Ignores a device of the inbox or wants it again; false if it is not there. Other nodes follow. */
    public boolean ignore(String instance, String device, boolean on) {
        boolean there = database.call("ignore a device", c -> Finds.ignore(c, instance, device, on));
        ignored = database.call("list the devices that are ignored", Finds::ignored);
        changeListeners.forEach(Runnable::run);
        return there;
    }

    private static List<Image> all(EntityManager manager) {
        // Brings the datastreams into the context in one go; the second query then finds them there.
        var things = manager.createQuery(
                        "select distinct t from Thing t left join fetch t.datastreams", ThingEntity.class)
                .getResultList();
        return images(
                things,
                manager.createQuery("select d from Device d", DeviceEntity.class)
                        .getResultList());
    }

    private static List<Image> images(List<ThingEntity> things, List<DeviceEntity> devices) {
        var images = new ArrayList<>(devices.stream().map(Image::of).toList());
        var done = images.stream().map(i -> i.thing().id()).collect(Collectors.toSet());
        things.stream().filter(t -> !done.contains(t.id())).map(Image::of).forEach(images::add);
        return images;
    }

    @Override
    public Device register(DeviceRegistration registration) {
        return registerAll(List.of(registration)).get(0);
    }

    @Override
    public List<Device> registerAll(List<DeviceRegistration> registrations) {
        if (registrations.size() > MAX_BATCH) {
            throw new IllegalArgumentException("At most " + MAX_BATCH + " devices can be registered at once");
        }
        ensureLoaded();
        var images = jpa.inTransaction("register devices", manager -> {
            var registrar = new Registrar(manager, names, clock.instant());
            var devices = registrations.stream()
                    .map(r -> registrar.register(r, model(r)))
                    .toList();
            registrar.finish(database);
            return devices.stream().map(Image::of).toList();
        });
        var entries = images.stream().map(catalogue::put).toList();
        forgetUnknown(entries);
        listeners.forEach(l -> l.accept(entries));
        changeListeners.forEach(Runnable::run);
        return entries.stream().map(Entry::device).toList();
    }

    private ModelInfo model(DeviceRegistration registration) {
        var id = registration.model().isEmpty() ? registration.instance() : registration.model();
        return codecs.model(id).orElse(new ModelInfo(id, id, "", List.of()));
    }

    private void forgetUnknown(List<Entry> entries) {
        database.call("tidy up the inbox of devices", c -> {
            UnknownDevices.remove(c, entries.stream().map(Entry::registration).toList());
            return true;
        });
        if (entries.stream().map(Entry::registration).anyMatch(r -> isIgnored(r.instance(), r.externalId()))) {
            ignored = database.call("list the devices that are ignored", Finds::ignored);
        }
    }

    /** The datastream of a channel, made if the thing has none yet. */
    public Stream stream(Entry entry, Channel channel) {
        var known = entry.streams().get(channel.id());
        if (known != null) {
            return known;
        }
        var image = jpa.inTransaction("add a datastream", manager -> {
            var device = manager.find(DeviceEntity.class, entry.id());
            var registrar = new Registrar(manager, names, clock.instant());
            registrar.datastream(device, model(entry.registration()), channel);
            registrar.finish(database);
            return Image.of(device);
        });
        var changed = catalogue.put(image);
        changeListeners.forEach(Runnable::run);
        return changed.streams().get(channel.id());
    }

    @Override
    public boolean remove(long id) {
        ensureLoaded();
        var entry = catalogue.device(id);
        entry.ifPresent(e -> {
            database.call("remove a device", c -> {
                Removal.of(c, e);
                return true;
            });
            catalogue.remove(e.thing().id());
            changeListeners.forEach(Runnable::run);
        });
        return entry.isPresent();
    }

    @Override
    public Optional<Device> device(long id) {
        return catalogue.device(id).map(Entry::device);
    }

    @Override
    public Optional<Device> find(String instance, String externalId) {
        return catalogue.find(instance, externalId).map(Entry::device);
    }

    @Override
    public Page<Device> devices(Optional<String> instance, int offset, int limit) {
        var all = catalogue.devices().stream()
                .filter(e -> instance.map(e.registration().instance()::equals).orElse(true))
                .toList();
        return new Page<>(
                all.stream().skip(offset).limit(limit).map(Entry::device).toList(), all.size());
    }

    @Override
    public List<UnknownDevice> unknown(int limit) {
        return database.call("list unknown devices", c -> UnknownDevices.list(c, limit));
    }
}
