package de.einsnull.sensors.portal.layer;

import static de.einsnull.sensors.portal.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.sensors.api.Kinds;
import de.einsnull.sensors.api.Observation;
import de.einsnull.sensors.api.ObservationListener.Change;
import de.einsnull.sensors.api.Value;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Without the ping an open map shows what was; with one for every message it drowns. */
class LivePingsTest {

    private final BlockingQueue<String> published = new LinkedBlockingQueue<>();
    private final LivePings pings = new LivePings((channel, json) -> published.add(channel + " " + json));

    @AfterEach
    void close() {
        pings.close();
    }

    private static Change change(String kind) {
        return new Change(1, kind, "x", new Observation(1, NOON, NOON, 1, Value.of(true)));
    }

    @Test
    void aHundredChangesMakeOnePingForEachLayer() throws InterruptedException {
        for (int i = 0; i < 100; i++) {
            pings.observed(List.of(change(Kinds.PARKING_BAY), change(Kinds.WEATHER)));
        }

        var first = List.of(published.poll(5, TimeUnit.SECONDS), published.poll(5, TimeUnit.SECONDS));
        assertThat(first)
                .containsExactlyInAnyOrder(
                        "map/parking-bays {\"layer\":\"parking-bays\"}", "map/weather {\"layer\":\"weather\"}");
        assertThat(published).isEmpty();
    }

    @Test
    void aChangeAfterThePingMakesAnother() throws InterruptedException {
        pings.observed(List.of(change(Kinds.SOIL)));
        assertThat(published.poll(5, TimeUnit.SECONDS)).startsWith("map/soil");
        pings.observed(List.of(change(Kinds.SOIL)));
        assertThat(published.poll(5, TimeUnit.SECONDS)).startsWith("map/soil");
    }

    @Test
    void nobodyWaitsLongerThanHalfASecond() {
        assertThat(LivePings.PAUSE).isLessThanOrEqualTo(Duration.ofMillis(500));
    }
}
