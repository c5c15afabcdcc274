package de.einsnull.sensors.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.sensors.sensorthings.model.EntityType;
import de.einsnull.sensors.sensorthings.store.EntityChange;
import de.einsnull.sensors.sensorthings.store.EntityChange.What;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A client that asks for nonsense must be told, and one that asks for something must not hear of something else. */
class TopicTest {

    private static EntityChange changed(EntityType type, long id, What what, String... properties) {
        var its = Set.of(properties).stream().map(type::require).collect(Collectors.toSet());
        return new EntityChange(type, id, what, its);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "v1.1/Things",
                "v1.1/Things(1)",
                "v1.1/Things(1)/name",
                "v1.1/Things(1)/properties/owner",
                "v1.1/Datastreams(1)/Observations",
                "v1.1/Datastreams(1)/observedArea",
                "v1.1/Observations(5)/Datastream/Thing",
                "v1.1/Observations?$select=result,phenomenonTime",
                "v1.1/Observations?$filter=result gt 5 and Datastream/name eq 'a / b'",
                "v1.1/Things?$expand=Datastreams($select=name)",
            })
    void whatCanBeHeard(String topic) {
        assertThat(Topic.of(topic)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "v1.1",
                "v1.1/",
                "v1.1/#",
                "v1.1/+",
                "v1.1/Nothing",
                "v1.0/Things",
                "v1.1/Things/$ref",
                "v1.1/Things(1)/name/$value",
                "v1.1/Things(1)?$filter=id eq 1",
                "v1.1/Things(1)/name?$select=name",
                "v1.1/Things?$top=5",
                "v1.1/Things?$orderby=name",
                "v1.1/Things?$count=true",
                "v1.1/Things?$resultFormat=CSV",
                "v1.1/Things?$filter=name gt",
            })
    void whatCannotBeHeard(String topic) {
        assertThat(Topic.of(topic)).isEmpty();
    }

    @Test
    void aChangeConcernsSetsEntitiesAndTheProperty() {
        var change = changed(EntityType.THING, 1, What.CHANGED, "name");

        assertThat(Topic.of("v1.1/Things").orElseThrow().concerns(change)).isTrue();
        assertThat(Topic.of("v1.1/Things(1)").orElseThrow().concerns(change)).isTrue();
        assertThat(Topic.of("v1.1/Things(1)/name").orElseThrow().concerns(change))
                .isTrue();
        assertThat(Topic.of("v1.1/Datastreams(7)/Thing").orElseThrow().concerns(change))
                .isTrue();
        assertThat(Topic.of("v1.1/Things(2)").orElseThrow().concerns(change)).isFalse();
        assertThat(Topic.of("v1.1/Things(1)/description").orElseThrow().concerns(change))
                .isFalse();
        assertThat(Topic.of("v1.1/Locations").orElseThrow().concerns(change)).isFalse();
    }

    @Test
    void whatFollowsFromObservationsConcernsThePropertiesOnly() {
        var change = changed(EntityType.DATASTREAM, 1, What.FOLLOWED, "phenomenonTime");

        assertThat(Topic.of("v1.1/Datastreams(1)/phenomenonTime").orElseThrow().concerns(change))
                .isTrue();
        assertThat(Topic.of("v1.1/MultiDatastreams(1)/phenomenonTime")
                        .orElseThrow()
                        .concerns(change))
                .isTrue();
        assertThat(Topic.of("v1.1/Datastreams(1)/name").orElseThrow().concerns(change))
                .isFalse();
        assertThat(Topic.of("v1.1/Datastreams(1)").orElseThrow().concerns(change))
                .isFalse();
        assertThat(Topic.of("v1.1/Datastreams").orElseThrow().concerns(change)).isFalse();
    }
}
