package de.einsnull.bus.artemis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import de.einsnull.bus.api.Subscription;
import de.einsnull.bus.api.SubscriptionSpec;
import de.einsnull.bus.artemis.broker.DoorUser;
import de.einsnull.bus.artemis.settings.Door.Protocol;
import de.einsnull.testkit.Eventually;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Without these, devices could not deliver, or could deliver and read what is not theirs. */
class MqttDoorTest {

    @TempDir
    Path directory;

    private final int port = TestBus.freePort();
    private final Inbox inbox = new Inbox();
    private TestBus bus;
    private Subscription subscription;

    @BeforeEach
    void start() {
        bus = TestBus.in(directory)
                .door(Protocol.MQTT, port)
                .user("gateway", List.of("ttn/v3"), List.of("ttn", "commands/#"))
                .user("other", List.of("#"), List.of("ttn"))
                .start();
        subscription = bus.bus().subscribe(SubscriptionSpec.durable("uplinks", "ttn/#"), inbox);
    }

    @AfterEach
    void stop() {
        subscription.close();
        bus.close();
    }

    @Test
    void bothVersionsAndAllQualitiesArrive() {
        var old = MqttClient.login(MqttClient.v3(port, "old"), "gateway");
        var modern = MqttClient.login(MqttClient.v5(port, "modern"), "gateway");
        for (var qos = 0; qos <= 2; qos++) {
            MqttClient.publish(old, "ttn/v3/dev.1(a)/up", "old" + qos, qos);
            MqttClient.publish(modern, "ttn/v3/dev.1(a)/up", "modern" + qos, qos);
        }
        inbox.await(6);
        assertThat(inbox.texts()).containsExactlyInAnyOrder("old0", "modern0", "old1", "modern1", "old2", "modern2");
        assertThat(inbox.messages()).allSatisfy(m -> assertThat(m.topic()).isEqualTo("ttn/v3/dev.1(a)/up"));
        assertThat(inbox.messages().stream().filter(m -> Inbox.text(m).startsWith("modern")))
                .allSatisfy(
                        m -> assertThat(m.attributes()).isEqualTo(Map.of("content-type", "text/plain", "unit", "Cel")));
        old.disconnect();
        modern.disconnect();
    }

    @Test
    void aDeviceReceivesWhatModulesSendAndWhatWasRetained() throws Exception {
        var device = MqttClient.login(MqttClient.v3(port, "device"), "gateway");
        device.publishWith()
                .topic("ttn/v3/state")
                .qos(MqttQos.AT_LEAST_ONCE)
                .retain(true)
                .payload("on".getBytes(StandardCharsets.UTF_8))
                .send();
        try (var received = device.publishes(MqttGlobalPublishFilter.ALL)) {
            device.subscribeWith()
                    .topicFilter("ttn/v3/state")
                    .qos(MqttQos.AT_LEAST_ONCE)
                    .send();
            device.subscribeWith()
                    .topicFilter("commands/+")
                    .qos(MqttQos.AT_LEAST_ONCE)
                    .send();
            assertThat(received.receive(10, TimeUnit.SECONDS).orElseThrow().getPayloadAsBytes())
                    .asString()
                    .isEqualTo("on");
            Eventually.done(bus.bus().send(Inbox.message("commands/lamp", "off")));
            var command = received.receive(10, TimeUnit.SECONDS).orElseThrow();
            assertThat(command.getPayloadAsBytes()).asString().isEqualTo("off");
            assertThat(command.getTopic()).hasToString("commands/lamp");
        }
        device.disconnect();
    }

    @Test
    void nobodyGetsInWithoutTheRightPassword() {
        assertThatThrownBy(() -> MqttClient.v3(port, "a").connect()).hasMessageContaining("CONNACK");
        assertThatThrownBy(() -> MqttClient.login(MqttClient.v3(port, "b"), "stranger"))
                .hasMessageContaining("CONNACK");
        assertThatThrownBy(() -> MqttClient.v3(port, "c")
                        .connectWith()
                        .simpleAuth()
                        .username("gateway")
                        .password("wrong".getBytes(StandardCharsets.UTF_8))
                        .applySimpleAuth()
                        .send())
                .hasMessageContaining("CONNACK");
    }

    @Test
    void anAccountPublishesAndSubscribesOnlyWhereItMay() {
        var modern = MqttClient.login(MqttClient.v5(port, "modern"), "gateway");
        assertThatThrownBy(() -> MqttClient.publish(modern, "ttn/v33/up", "x", 1))
                .hasMessageContaining("Error Code");
        assertThatThrownBy(() -> MqttClient.publish(modern, "events/de/einsnull/x/v1", "x", 1))
                .hasMessageContaining("Error Code");
        for (var filter : new String[] {"#", "+/v3", "ttnx", "events/#", "$sys/#", "dead-letters"}) {
            assertThatThrownBy(() -> modern.subscribeWith().topicFilter(filter).send())
                    .hasMessageContaining("rror");
        }
        MqttClient.publish(modern, "ttn/v3/up", "fine", 1);
        var everywhere = MqttClient.login(MqttClient.v5(port, "everywhere"), "other");
        for (var topic : new String[] {"events/de/einsnull/x/v1", "dead-letters", "$sys/x", "activemq.management"}) {
            assertThatThrownBy(() -> MqttClient.publish(everywhere, topic, "x", 1))
                    .hasMessageContaining("Error Code");
        }
        inbox.await(1);
        assertThat(inbox.texts()).containsExactly("fine");
        modern.disconnect();
        everywhere.disconnect();
    }

    @Test
    void aClientCannotPoseAsAGroup() throws Exception {
        subscription.close();
        var thief = MqttClient.v3(port, "group:uplinks|ttn/#");
        assertThat(catchThrowable(() -> MqttClient.login(thief, "gateway"))).isNotNull();
        Eventually.done(bus.bus().send(Inbox.message("ttn/v3/x", "kept")));
        subscription = bus.bus().subscribe(SubscriptionSpec.durable("uplinks", "ttn/#"), inbox);
        inbox.await(1);
    }

    @Test
    void theSameAccountTakesOverItsClientIdAndAnotherAccountDoesNot() {
        var first = MqttClient.login(MqttClient.v3(port, "shared"), "gateway");
        var stranger = MqttClient.v3(port, "shared");
        assertThat(catchThrowable(() -> MqttClient.login(stranger, "other"))).isNotNull();
        MqttClient.publish(first, "ttn/v3/x", "still here", 1);
        var second = MqttClient.login(MqttClient.v3(port, "shared"), "gateway");
        Eventually.eventually("the first is gone", () -> !first.getState().isConnected());
        MqttClient.publish(second, "ttn/v3/x", "took over", 1);
        inbox.await(2);
        second.disconnect();
    }

    @Test
    void anOversizedPacketEndsItsConnectionAndNothingElse() {
        var big = MqttClient.login(MqttClient.v3(port, "big"), "gateway");
        var good = MqttClient.login(MqttClient.v3(port, "good"), "gateway");
        var thrown = catchThrowable(() -> MqttClient.publish(big, "ttn/v3/x", "x".repeat(70_000), 1));
        assertThat(thrown).isNotNull();
        MqttClient.publish(good, "ttn/v3/x", "y".repeat(60_000), 1);
        inbox.await(1);
        assertThat(inbox.messages().get(0).payload()).hasSize(60_000);
        good.disconnect();
    }

    @Test
    void anAccountThatIsTakenAwayIsDisconnected() {
        var user = new DoorUser("leaver", TestBus.PASSWORD, List.of("ttn/v3"), List.of());
        bus.users().put(user);
        var client = MqttClient.login(MqttClient.v3(port, "leaver"), "leaver");
        MqttClient.publish(client, "ttn/v3/x", "1", 1);
        bus.users().remove(user);
        Eventually.eventually("it is disconnected", () -> !client.getState().isConnected());
        Eventually.eventually(
                "it does not get in again",
                () -> catchThrowable(() -> MqttClient.login(MqttClient.v3(port, "leaver"), "leaver")
                                .disconnect())
                        != null);
    }
}
