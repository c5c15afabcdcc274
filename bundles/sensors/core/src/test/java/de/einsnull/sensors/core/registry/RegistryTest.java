package de.einsnull.sensors.core.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.einsnull.sensors.api.Channel;
import de.einsnull.sensors.api.Channels;
import de.einsnull.sensors.api.Datastream;
import de.einsnull.sensors.api.DeviceRegistration;
import de.einsnull.sensors.api.ObservedProperties;
import de.einsnull.sensors.api.Page;
import de.einsnull.sensors.api.Position;
import de.einsnull.sensors.api.SensorDataException;
import de.einsnull.sensors.api.ThingQuery;
import de.einsnull.sensors.api.driver.Frame;
import de.einsnull.sensors.api.driver.PayloadCodec;
import de.einsnull.sensors.api.driver.Reading;
import de.einsnull.sensors.api.driver.Vector;
import de.einsnull.sensors.core.TestDatabase.Kind;
import de.einsnull.sensors.core.TestPlatform;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Without these a registered device would not appear, or a removed one would stay on the map. */
class RegistryTest {

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aDeviceBecomesAThingWithTheDatastreamsOfItsModel(Kind kind) throws Exception {
        try (var test = new TestPlatform(kind)) {
            test.codec("bay", new BayCodec());

            var device = test.registry.register(TestPlatform.registration("lora", "A1", "bay"));

            var thing = test.directory.thing(device.thing()).orElseThrow();
            assertThat(thing.position()).contains(new Position(8.145, 51.825));
            assertThat(thing.properties()).containsEntry("accessible", "true");
            assertThat(thing.datastreams())
                    .extracting(Datastream::name)
                    .containsExactly("Batteriespannung, Bucht A1", "Belegung, Bucht A1");
            assertThat(thing.datastream("occupied")).hasValueSatisfying(d -> {
                assertThat(d.open()).isTrue();
                assertThat(d.licence()).isEqualTo("CC0-1.0");
                assertThat(d.channel().observedProperty()).isEqualTo(ObservedProperties.PARKING_OCCUPIED);
            });
            assertThat(test.directory.models()).singleElement().satisfies(m -> assertThat(m.name())
                    .isEqualTo("Model bay"));
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void whatWasRegisteredIsThereAfterARestart(Kind kind) throws Exception {
        try (var test = new TestPlatform(kind)) {
            test.codec("bay", new BayCodec());
            test.register("lora", "A1", "bay");
            test.register("lora", "A2", "");
            var before = test.directory.things(ThingQuery.open()).items();

            var restarted = new Registry(test.database.factory(), test.database.database(), test.codecs.codecs());
            var after = new Directory(restarted, test.database.database());

            assertThat(after.things(ThingQuery.open()).items())
                    .isEqualTo(before)
                    .hasSize(1);
            assertThat(restarted.devices(Optional.of("lora"), 0, 10).total()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void registeringAgainChangesTheDeviceAndKeepsWhereItWas(Kind kind) throws Exception {
        try (var test = new TestPlatform(kind)) {
            test.codec("bay", new BayCodec());
            var first = test.registry.register(TestPlatform.registration("lora", "A1", "bay"));

            var second = test.registry.register(moved(first.registration()));

            assertThat(second.id()).isEqualTo(first.id());
            var thing = test.directory.thing(first.thing()).orElseThrow();
            assertThat(thing.name()).isEqualTo("Bucht 7");
            assertThat(thing.position()).contains(new Position(8.2, 51.9));
            assertThat(thing.datastream("occupied").orElseThrow().open()).isFalse();
            assertThat(test.directory.things(ThingQuery.open()).total()).isZero();
            assertThat(test.database.count("historical_location")).isEqualTo(2);
            assertThat(test.database.count("datastream")).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void removingADeviceRemovesAllOfIt(Kind kind) throws Exception {
        try (var test = new TestPlatform(kind)) {
            test.codec("bay", new BayCodec());
            var device = test.registry.register(TestPlatform.registration("lora", "A1", "bay"));
            test.register("lora", "A2", "bay");

            assertThat(test.registry.remove(device.id())).isTrue();
            assertThat(test.registry.remove(device.id())).isFalse();

            assertThat(test.directory.thing(device.thing())).isEmpty();
            assertThat(test.registry.find("lora", "A1")).isEmpty();
            assertThat(test.database.count("thing")).isEqualTo(1);
            assertThat(test.database.count("datastream")).isEqualTo(2);
        }
    }

    @Test
    void aThousandDevicesAreRegisteredInOneGo() throws Exception {
        try (var test = new TestPlatform(Kind.H2)) {
            test.codec("bay", new BayCodec());
            var all = IntStream.range(0, 1000)
                    .mapToObj(i -> TestPlatform.registration("lora", "D" + i, "bay"))
                    .toList();

            assertThat(test.registry.registerAll(all)).hasSize(1000);

            assertThat(test.database.count("datastream")).isEqualTo(2000);
            var page = test.directory.things(
                    new ThingQuery(Set.of("parking-bay"), Optional.of("Marktplatz"), "BUCHT d99", true, 5, 3));
            assertThat(page.total()).isEqualTo(11);
            assertThat(page.items()).hasSize(3);
            assertThat(test.directory.things(ThingQuery.open("soil")).items()).isEmpty();
            assertThat(test.directory.things(ThingQuery.open()).items()).hasSizeLessThanOrEqualTo(Page.MAX);
        }
    }

    @Test
    void aDatabaseThatIsAwayIsSaidAndChangesNothing() throws Exception {
        try (var test = new TestPlatform(Kind.H2)) {
            test.database.setDown(true);

            assertThatThrownBy(() -> test.register("lora", "A1", "")).isInstanceOf(SensorDataException.class);

            test.database.setDown(false);
            assertThat(test.registry.find("lora", "A1")).isEmpty();
        }
    }

    @Test
    void theRegisterIsReadLaterWhenTheDatabaseIsAwayAtTheStart() throws Exception {
        try (var test = new TestPlatform(Kind.H2)) {
            test.register("lora", "A1", "");
            test.database.setDown(true);
            var late = new Registry(test.database.factory(), test.database.database(), test.codecs.codecs());
            test.database.setDown(false);

            late.ensureLoaded();

            assertThat(late.find("lora", "A1")).isPresent();
        }
    }

    private static DeviceRegistration moved(DeviceRegistration r) {
        return new DeviceRegistration(
                r.instance(),
                r.externalId(),
                r.model(),
                "Bucht 7",
                "neben der Apotheke",
                r.kind(),
                r.group(),
                Optional.of(new Position(8.2, 51.9)),
                false,
                "",
                false,
                Map.of());
    }

    private static final class BayCodec implements PayloadCodec {

        @Override
        public List<Channel> channels() {
            return List.of(
                    Channel.flag(Channels.OCCUPIED, ObservedProperties.PARKING_OCCUPIED),
                    Channel.number(Channels.BATTERY_VOLTAGE, "V", ObservedProperties.BATTERY_VOLTAGE));
        }

        @Override
        public List<Vector> vectors() {
            return List.of(Vector.decodes("none", 1, ""));
        }

        @Override
        public List<Reading> decode(Frame frame) {
            return List.of();
        }
    }
}
