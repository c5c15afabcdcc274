package de.einsnull.sensors.core.host;

import de.einsnull.sensors.api.Channel;
import de.einsnull.sensors.api.Outcomes;
import de.einsnull.sensors.core.codec.Codecs;
import de.einsnull.sensors.core.ingest.Refusal;
import de.einsnull.sensors.core.ingest.Tally;
import de.einsnull.sensors.core.registry.Entry;
import de.einsnull.sensors.core.registry.Registry;
import java.util.List;
import java.util.Optional;

/** Devices of one instance: a channel is described by its datastream, else by the codec of the model, else by the driver. */
final class KnownChannels implements Emitter.Channels {

    private final String instance;
    private final List<Channel> ofDriver;
    private final Registry registry;
    private final Codecs codecs;
    private final Tally tally;

    KnownChannels(String instance, List<Channel> ofDriver, Registry registry, Codecs codecs, Tally tally) {
        this.instance = instance;
        this.ofDriver = ofDriver;
        this.registry = registry;
        this.codecs = codecs;
        this.tally = tally;
    }

    Optional<Entry> device(String device) {
        return registry.catalogue().find(instance, device);
    }

    @Override
    public boolean isKnown(String device) {
        return device(device).isPresent();
    }

    @Override
    public Refusal unknown(String device) {
        if (registry.isIgnored(instance, device)) {
            return new Refusal(Outcomes.IGNORED_DEVICE, "device '" + device + "' is ignored");
        }
        tally.unknownDevice(instance, device);
        return new Refusal(Outcomes.UNKNOWN_DEVICE, "device '" + device + "' is not registered");
    }

    @Override
    public Optional<Channel> find(String device, String channel) {
        var entry = device(device).orElseThrow();
        var stream = entry.streams().get(channel);
        if (stream != null) {
            return Optional.of(stream.snapshot().channel());
        }
        var ofModel = codecs.model(entry.registration().model())
                .map(m -> m.channels())
                .orElse(ofDriver);
        return ofModel.stream().filter(c -> c.id().equals(channel)).findFirst();
    }

    @Override
    public void count(Refusal refusal, String device) {
        tally.count(instance, refusal.outcome(), 1);
    }

    @Override
    public void refused(String device, String channel, String outcome) {
        tally.refused(instance, device, channel, outcome);
    }
}
