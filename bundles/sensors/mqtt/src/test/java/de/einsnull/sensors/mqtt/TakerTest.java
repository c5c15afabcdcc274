package de.einsnull.sensors.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.einsnull.bus.api.Outlet;
import de.einsnull.bus.api.TopicMessage;
import de.einsnull.bus.api.TopicSpace;
import de.einsnull.bus.api.TryLaterException;
import de.einsnull.sensors.sensorthings.model.EntityType;
import de.einsnull.sensors.sensorthings.model.Navigation;
import de.einsnull.sensors.sensorthings.model.TimeValue;
import de.einsnull.sensors.sensorthings.store.Link;
import de.einsnull.testkit.FakeMetrics;
import de.einsnull.testkit.MovableClock;
import de.einsnull.testkit.RecordedAudit;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a device publishes must be stored, or be found by city IT with the reason why it was not. */
class TakerTest {

    private static final Instant AT = Instant.parse("2026-11-24T12:00:00Z");

    private final FakeStore store = new FakeStore();
    private final RecordedAudit audit = new RecordedAudit();
    private final Taker taker =
            new Taker(store, new Scribe(audit, MovableClock.at("2026-11-24T12:00:00Z")), new Meters(new FakeMetrics()));
    private final List<String> aside = new ArrayList<>();
    private final Outlet outlet = new Outlet() {
        @Override
        public void send(TopicMessage message) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void putAside(TopicMessage message, String cause, String detail) {
            aside.add(cause + " " + detail);
        }
    };

    private static TopicMessage message(String topic, String body) {
        return new TopicMessage(
                TopicSpace.REQUESTS + topic,
                body.replace('`', '"').getBytes(StandardCharsets.UTF_8),
                Map.of(TopicSpace.ACCOUNT, "gateway"),
                AT,
                1);
    }

    private void receive(TopicMessage... messages) throws TryLaterException {
        taker.receive(List.of(messages), outlet);
    }

    @Test
    void anObservationBelongsToTheSeriesOfItsTopic() throws TryLaterException {
        receive(message("v1.1/Datastreams(7)/Observations", "{`result`: 5}"));

        assertThat(store.created()).singleElement().satisfies(draft -> {
            assertThat(draft.links().get(Navigation.OBSERVATION_DATASTREAM)).containsExactly(new Link.Existing(7, ""));
            assertThat(draft.values().get(EntityType.OBSERVATION.require("phenomenonTime")))
                    .isEqualTo(TimeValue.at(AT));
        });
        assertThat(aside).isEmpty();
    }

    @Test
    void anObservationMayNameItsSeriesAndComeByItsFeature() throws TryLaterException {
        receive(
                message("v1.1/Observations", "{`result`: 5, `Datastream`: {`@iot.id`: 7}}"),
                message("v1.1/Datastreams(7)/Observations", "{`result`: 5, `Datastream`: {`@iot.id`: 7}}"),
                message("v1.1/FeaturesOfInterest(9)/Observations", "{`result`: 5, `Datastream`: {`@iot.id`: 7}}"));

        assertThat(store.created()).hasSize(3);
        assertThat(store.created().get(2).links()).containsKey(Navigation.OBSERVATION_FEATURE_OF_INTEREST);
    }

    @Test
    void otherEntitiesAreCreatedToo() throws TryLaterException {
        receive(message("v1.1/Things", "{`name`: `Bank`, `description`: `am Markt`}"));

        assertThat(store.created()).singleElement().satisfies(d -> assertThat(d.type())
                .isEqualTo(EntityType.THING));
        assertThat(audit.lines()).containsExactly(" sensorthings.created mqtt gateway: Things(1) true");
    }

    @Test
    void whatCannotBeCreatedIsPutAsideWithItsReasonAndTheRestGoesOn() throws TryLaterException {
        receive(
                message("v1.1/Datastreams(7)/Observations", "{`result`: -1}"),
                message("v1.1/Datastreams(7)/Observations", "{`result`"),
                message("v1.1/Datastreams(7)/Observations", "{`rseult`: 1}"),
                message("v1.1/Datastreams(7)", "{`result`: 1}"),
                message("v1.1/Observations?$select=result", "{`result`: 1}"),
                message("v1.1/Datastreams(7)/Observations", "{`result`: 1}"));

        assertThat(store.created()).hasSize(1);
        assertThat(aside).hasSize(5);
        assertThat(aside.get(aside.size() - 1)).isEqualTo("refused /result wrong");
        assertThat(aside).filteredOn(a -> a.startsWith("no-such-set")).hasSize(2);
        assertThat(aside).anySatisfy(a -> assertThat(a).startsWith("malformed /rseult"));
    }

    @Test
    void whileTheDatabaseIsAwayEverythingWaits() {
        store.away(true);

        assertThatThrownBy(() -> receive(message("v1.1/Datastreams(7)/Observations", "{`result`: 1}")))
                .isInstanceOf(TryLaterException.class);
        assertThatThrownBy(() -> receive(message("v1.1/Things", "{`name`: `a`, `description`: ``}")))
                .isInstanceOf(TryLaterException.class);
        assertThat(aside).isEmpty();
    }

    @Test
    void observationsDoNotFloodTheAuditTrail() throws TryLaterException {
        for (int i = 0; i < 50; i++) {
            receive(message("v1.1/Datastreams(7)/Observations", "{`result`: 1}"));
        }

        assertThat(audit.lines())
                .containsExactly(" sensorthings.observed mqtt gateway: v1.1/Datastreams(7)/Observations true");
    }
}
