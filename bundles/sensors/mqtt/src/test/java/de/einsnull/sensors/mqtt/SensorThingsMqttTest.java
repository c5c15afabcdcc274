package de.einsnull.sensors.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.sensors.sensorthings.model.EntityType;
import de.einsnull.sensors.sensorthings.store.EntityChange;
import de.einsnull.testkit.Configurations;
import de.einsnull.testkit.Eventually;
import de.einsnull.testkit.FakeMetrics;
import de.einsnull.testkit.RecordedAudit;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.felix.hc.api.Result;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;

/** The parts together, as the bus and the store see them. */
class SensorThingsMqttTest {

    private final FakeStore store = new FakeStore();
    private final FakeBus bus = new FakeBus();
    private final SensorThingsMqtt mqtt = new SensorThingsMqtt(
            context(Map.of("einsnull.http.port", "8081", "einsnull.sensors.conformance", "true")),
            Configurations.of(MqttConfig.class, Map.of()),
            store,
            bus,
            new RecordedAudit(),
            new FakeMetrics());

    private static BundleContext context(Map<String, String> properties) {
        return (BundleContext) Proxy.newProxyInstance(
                SensorThingsMqttTest.class.getClassLoader(),
                new Class<?>[] {BundleContext.class},
                (proxy, method, arguments) -> properties.get((String) arguments[0]));
    }

    @AfterEach
    void stop() {
        mqtt.stop();
        assertThat(bus.receiver()).isNull();
    }

    @Test
    void whatIsWantedIsTold() {
        store.observation(1, 7, 3, true);
        mqtt.wanted(Set.of("v1.1/Observations?$select=@iot.selfLink", "v1.1/#"));

        mqtt.changed(List.of(EntityChange.created(EntityType.OBSERVATION, 1)));

        Eventually.eventually("it is told", () -> !bus.lines().isEmpty());
        assertThat(bus.lines())
                .containsExactly("everybody v1.1/Observations?$select=@iot.selfLink"
                        + " {\"@iot.selfLink\":\"http://localhost:8081/sensorthings/v1.1/Observations(1)\"}");
    }

    /** A root that promises MQTT while the door is closed would send clients into the void. */
    @Test
    void theRootTellsOfOpenDoorsOnly() {
        assertThat(mqtt.endpoints()).isEmpty();

        mqtt.doors(List.of(URI.create("mqtt://127.0.0.1:1883")));
        assertThat(mqtt.endpoints())
                .containsEntry(
                        "http://www.opengis.net/spec/iot_sensing/1.1/req/create-observations-via-mqtt/observations-creation",
                        List.of(URI.create("mqtt://127.0.0.1:1883")))
                .hasSize(4);

        mqtt.doors(List.of());
        assertThat(mqtt.endpoints()).isEmpty();
    }

    @Test
    void nonsenseIsNotOfferedAndTestSystemsAreFree() {
        assertThat(mqtt.offers("v1.1/Observations")).isTrue();
        assertThat(mqtt.offers("v1.1/#")).isFalse();
        assertThat(mqtt.freeOnThisMachine()).isTrue();
        assertThat(mqtt.firstLevel()).isEqualTo("v1.1");
    }

    @Test
    void healthSaysWhatWasNotTold() {
        store.observation(1, 7, 3, true);
        mqtt.wanted(Set.of("v1.1/Observations"));
        assertThat(new MqttHealth(mqtt).execute().getStatus()).isEqualTo(Result.Status.OK);

        bus.refuse();
        mqtt.changed(List.of(EntityChange.created(EntityType.OBSERVATION, 1)));

        Eventually.eventually("it is counted", () -> mqtt.losses() == 1);
        assertThat(new MqttHealth(mqtt).execute().getStatus()).isEqualTo(Result.Status.WARN);
    }
}
