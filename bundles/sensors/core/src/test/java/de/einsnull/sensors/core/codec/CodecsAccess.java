package de.einsnull.sensors.core.codec;

import de.einsnull.sensors.api.driver.PayloadCodec;
import de.einsnull.sensors.core.FakeSurroundings;
import java.time.Duration;
import java.util.Map;

/** Codecs with short time limits, and services that tests make come and go. */
public final class CodecsAccess {

    public final FakeSurroundings surroundings = new FakeSurroundings();
    private final Codecs codecs = new Codecs(Duration.ofMillis(300), Duration.ofSeconds(5), surroundings);

    public Codecs codecs() {
        return codecs;
    }

    public void bind(String model, PayloadCodec codec) {
        codecs.bindCodec(codec, Map.of("sensors.model.id", model, "sensors.model.name", "Model " + model));
    }

    public void unbind(String model, PayloadCodec codec) {
        codecs.unbindCodec(codec, Map.of("sensors.model.id", model));
    }
}
