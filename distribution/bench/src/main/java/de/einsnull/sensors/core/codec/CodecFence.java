package de.einsnull.sensors.core.codec;

import de.einsnull.sensors.api.driver.Frame;
import de.einsnull.sensors.api.driver.PayloadCodec;
import de.einsnull.sensors.api.driver.Reading;
import java.time.Duration;
import java.util.List;

/** The way from an uplink to a module's codec: what is measured lies inside its package. */
public final class CodecFence implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(2);

    private final GuardedCodec guarded;

    /** Tries the codec's vectors, as the host does. */
    public CodecFence(PayloadCodec codec) {
        guarded = new GuardedCodec(codec, "bench", "Bench", "", LIMIT);
        if (!guarded.refusal().isEmpty()) {
            throw new IllegalArgumentException(guarded.refusal());
        }
    }

    /** Decodes as the host does. */
    public List<Reading> decode(Frame frame) throws Exception {
        return guarded.decode(frame);
    }

    @Override
    public void close() {
        guarded.close();
    }
}
