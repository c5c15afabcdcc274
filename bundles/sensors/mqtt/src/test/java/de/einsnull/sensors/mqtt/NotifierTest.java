package de.einsnull.sensors.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import de.einsnull.sensors.sensorthings.model.EntityType;
import de.einsnull.sensors.sensorthings.store.EntityChange;
import de.einsnull.sensors.sensorthings.store.EntityChange.What;
import de.einsnull.testkit.Eventually;
import de.einsnull.testkit.FakeMetrics;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A map or a dashboard must hear of each change once, and nobody of what is not his. */
class NotifierTest {

    private final FakeStore store = new FakeStore();
    private final FakeBus bus = new FakeBus();
    private final Meters meters = new Meters(new FakeMetrics());
    private final Notifier notifier = new Notifier(bus, new Scene(store, "http://city.example/v1.1"), meters);

    @AfterEach
    void stop() {
        notifier.close();
    }

    private void want(String... topics) {
        notifier.wanted(
                Arrays.stream(topics).map(t -> Topic.of(t).orElseThrow()).toList());
    }

    private void created(long... ids) {
        notifier.changed(LongStream.of(ids)
                .mapToObj(id -> EntityChange.created(EntityType.OBSERVATION, id))
                .toList());
    }

    private List<String> told() {
        Eventually.eventually("all is told", () -> notifier.backlog() == 0);
        return bus.lines();
    }

    @Test
    void observationsReachTheirTopicsWithWhatWasAskedFor() {
        store.observation(1, 7, 3, true);
        store.observation(2, 8, 9, true);
        want(
                "v1.1/Observations?$select=result",
                "v1.1/Datastreams(7)/Observations?$select=result,id",
                "v1.1/Observations?$filter=result gt 5&$select=id",
                "v1.1/Things");

        created(1, 2);

        assertThat(told())
                .containsExactly(
                        "everybody v1.1/Observations?$select=result {\"result\":3}",
                        "everybody v1.1/Observations?$select=result {\"result\":9}",
                        "everybody v1.1/Datastreams(7)/Observations?$select=result,id {\"@iot.id\":1,\"result\":3}",
                        "everybody v1.1/Observations?$filter=result gt 5&$select=id {\"@iot.id\":2}");
    }

    @Test
    void whatIsInternalIsMarkedSo() {
        store.observation(1, 7, 3, false);
        want("v1.1/Observations?$select=result");

        created(1);

        assertThat(told()).containsExactly("internal v1.1/Observations?$select=result {\"result\":3}");
    }

    @Test
    void aPropertyIsToldWhenItIsAnother() {
        var type = EntityType.THING;
        want("v1.1/Things(1)/name", "v1.1/Things(1)/description");
        var change = new EntityChange(type, 1, What.CHANGED, Set.of(type.require("name")));

        store.put(type, 1, 0, true, Map.of("name", "a", "description", "d"));
        notifier.changed(List.of(change));
        told();
        notifier.changed(List.of(change));
        told();
        store.put(type, 1, 0, true, Map.of("name", "b", "description", "d"));
        notifier.changed(List.of(change));

        assertThat(told())
                .containsExactly(
                        "everybody v1.1/Things(1)/name {\"name\":\"a\"}",
                        "everybody v1.1/Things(1)/name {\"name\":\"b\"}");
    }

    @Test
    void aPlaceInsideAPropertyIsToldByItsName() {
        var type = EntityType.THING;
        want("v1.1/Things(1)/properties/owner");
        var properties = new ObjectMapper().createObjectNode();
        properties.set("owner", TextNode.valueOf("Bauhof"));
        store.put(type, 1, 0, true, Map.of("properties", properties));

        notifier.changed(List.of(EntityChange.created(type, 1)));

        assertThat(told()).containsExactly("everybody v1.1/Things(1)/properties/owner {\"owner\":\"Bauhof\"}");
    }

    @Test
    void nothingIsLostWhileTheDatabaseIsAwayOrWhenMuchComesAtOnce() {
        var ids = LongStream.rangeClosed(1, 1_234).toArray();
        LongStream.of(ids).forEach(id -> store.observation(id, 7, 1, true));
        want("v1.1/Observations?$select=id");
        store.away(true);

        created(ids);
        assertThat(bus.lines()).isEmpty();
        store.away(false);

        assertThat(told()).hasSize(ids.length).doesNotHaveDuplicates();
        assertThat(meters.losses()).isZero();
    }

    @Test
    void whatIsLostIsCounted() {
        store.observation(1, 7, 3, true);
        want("v1.1/Observations");
        bus.refuse();

        created(1);
        told();

        assertThat(meters.losses()).isEqualTo(1);
    }

    @Test
    void withoutSubscribersNothingIsKept() {
        store.observation(1, 7, 3, true);
        want("v1.1/Things");

        created(1);

        assertThat(notifier.backlog()).isZero();
        assertThat(bus.lines()).isEmpty();
    }

    @Test
    void whatIsGoneAgainIsNotTold() {
        want("v1.1/Observations", "v1.1/Datastreams(7)/Observations", "v1.1/Observations(1)");

        created(1);

        assertThat(told()).isEmpty();
        assertThat(meters.losses()).isZero();
    }
}
