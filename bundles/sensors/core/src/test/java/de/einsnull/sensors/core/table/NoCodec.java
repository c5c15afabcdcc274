package de.einsnull.sensors.core.table;

import de.einsnull.sensors.api.Channel;
import de.einsnull.sensors.api.driver.Frame;
import de.einsnull.sensors.api.driver.PayloadCodec;
import de.einsnull.sensors.api.driver.Reading;
import de.einsnull.sensors.api.driver.Vector;
import java.util.List;

/** Makes a model known. */
final class NoCodec implements PayloadCodec {

    @Override
    public List<Channel> channels() {
        return List.of(Channel.number("n", "1", "urn:n"));
    }

    @Override
    public List<Vector> vectors() {
        return List.of(Vector.decodes("made up", 1, "00").expect("n", 0));
    }

    @Override
    public List<Reading> decode(Frame frame) {
        return List.of(new Reading("n", 0.0, "1", frame.receivedAt()));
    }
}
