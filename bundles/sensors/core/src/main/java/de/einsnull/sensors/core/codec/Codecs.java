package de.einsnull.sensors.core.codec;

import de.einsnull.sensors.api.Outcomes;
import de.einsnull.sensors.api.driver.Frame;
import de.einsnull.sensors.api.driver.Limits;
import de.einsnull.sensors.api.driver.PayloadCodec;
import de.einsnull.sensors.api.driver.Reading;
import de.einsnull.sensors.api.driver.UndecodableFrameException;
import de.einsnull.sensors.core.framework.Framework;
import de.einsnull.sensors.core.framework.Surroundings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The codecs that are there now, by model. A codec that has just gone is waited for, because it may be being updated. */
@Component(service = Codecs.class)
public final class Codecs {

    private static final Logger LOG = LoggerFactory.getLogger(Codecs.class);
    private static final Duration UPDATE_GAP = Duration.ofSeconds(5);

    private final List<GuardedCodec> all = new CopyOnWriteArrayList<>();
    private final Map<String, GuardedCodec> ready = new ConcurrentHashMap<>();
    private final Map<String, Long> goneSince = new ConcurrentHashMap<>();
    private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();
    private final Object arrival = new Object();
    private final Surroundings surroundings;
    private final Map<PayloadCodec, Runnable> checks = new ConcurrentHashMap<>();
    private final Duration limit;
    private final Duration gap;

    @Activate
    public Codecs(@Reference Framework framework) {
        this(Duration.ofSeconds(Limits.DECODE_SECONDS), UPDATE_GAP, framework);
    }

    Codecs(Duration limit, Duration gap, Surroundings surroundings) {
        this.surroundings = surroundings;
        this.limit = limit;
        this.gap = gap;
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindCodec(PayloadCodec codec, Map<String, Object> properties) {
        var id = String.valueOf(properties.get("sensors.model.id"));
        var guarded = new GuardedCodec(
                codec,
                id,
                String.valueOf(properties.getOrDefault("sensors.model.name", id)),
                String.valueOf(properties.getOrDefault("sensors.model.datasheet", "")),
                limit);
        if (guarded.refusal().isEmpty()) {
            LOG.info("Codec for model {} passed its vectors", id);
        } else {
            LOG.error("Codec for model {} is not used: {}", id, guarded.refusal());
        }
        long bundle = (long) properties.getOrDefault("service.bundleid", 0L);
        checks.put(codec, surroundings.check(bundle, "Codec for model " + id, new CodecCheck(guarded)));
        all.add(guarded);
        choose(id);
        if (guarded.refusal().isEmpty()) {
            listeners.forEach(l -> l.accept(id));
        }
    }

    /** Of several codecs for a model the newest that passed its vectors is used; without one, the newest says why. */
    private void choose(String id) {
        synchronized (arrival) {
            var ofModel = all.stream().filter(c -> c.model().id().equals(id)).toList();
            ofModel.stream()
                    .filter(c -> c.refusal().isEmpty())
                    .reduce((older, newer) -> newer)
                    .or(() -> ofModel.stream().reduce((older, newer) -> newer))
                    .ifPresentOrElse(
                            c -> {
                                ready.put(id, c);
                                goneSince.remove(id);
                            },
                            () -> {
                                ready.remove(id);
                                goneSince.put(id, System.nanoTime());
                            });
            arrival.notifyAll();
        }
    }

    void unbindCodec(PayloadCodec codec, Map<String, Object> properties) {
        var id = String.valueOf(properties.get("sensors.model.id"));
        Optional.ofNullable(checks.remove(codec)).ifPresent(Runnable::run);
        for (GuardedCodec guarded : all) {
            if (guarded.codec() == codec && all.remove(guarded)) {
                choose(id);
                guarded.close();
            }
        }
    }

    @Deactivate
    void close() {
        all.forEach(GuardedCodec::close);
    }

    /** Adds somebody who is told the model of every codec that comes; the result ends that. */
    public Runnable onArrival(Consumer<String> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** What the codec of a model says about it. */
    public Optional<ModelInfo> model(String id) {
        return Optional.ofNullable(ready.get(id)).map(GuardedCodec::model);
    }

    /** Models that can be decoded now. */
    public Set<String> models() {
        return ready.entrySet().stream()
                .filter(entry -> entry.getValue().refusal().isEmpty())
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Codecs that are not used, with the reason. */
    public Map<String, String> refused() {
        var refused = new TreeMap<String, String>();
        ready.forEach((id, codec) -> {
            if (!codec.refusal().isEmpty()) {
                refused.put(id, codec.refusal());
            }
        });
        return refused;
    }

    /** Decodes with the codec of a model, within its time limit. */
    public List<Reading> decode(String model, Frame frame) throws UndecodableFrameException {
        var codec = ready.get(model);
        if (codec == null) {
            codec = await(model);
        }
        return codec.decode(frame);
    }

    private GuardedCodec await(String model) throws UndecodableFrameException {
        synchronized (arrival) {
            for (var codec = ready.get(model); ; codec = ready.get(model)) {
                if (codec != null) {
                    return codec;
                }
                long left = left(model);
                if (left <= 0) {
                    throw new UndecodableFrameException(
                            Outcomes.NO_CODEC, "there is no codec for model '" + model + "'", null);
                }
                sleep(left);
            }
        }
    }

    private long left(String model) {
        var since = goneSince.get(model);
        return since == null ? 0 : gap.toMillis() - TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - since);
    }

    private void sleep(long millis) throws UndecodableFrameException {
        try {
            arrival.wait(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UndecodableFrameException(Outcomes.NO_CODEC, "interrupted while a codec was updated", e);
        }
    }
}
