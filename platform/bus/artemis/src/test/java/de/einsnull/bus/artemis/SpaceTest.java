package de.einsnull.bus.artemis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3BlockingClient;
import com.hivemq.client.mqtt.mqtt3.Mqtt3BlockingClient.Mqtt3Publishes;
import com.hivemq.client.mqtt.mqtt3.message.publish.Mqtt3Publish;
import de.einsnull.bus.api.Subscription;
import de.einsnull.bus.api.SubscriptionSpec;
import de.einsnull.bus.api.TopicMessage;
import de.einsnull.bus.api.TopicSpace;
import de.einsnull.bus.artemis.broker.DoorUser;
import de.einsnull.bus.artemis.settings.Door.Protocol;
import de.einsnull.testkit.Eventually;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients of a module must reach it, hear what is theirs, and nothing that is not. */
class SpaceTest {

    private static final String TOPIC = "v1/Datastreams(1)/Observations?$filter=result gt 5";

    @TempDir
    Path directory;

    private final int port = TestBus.freePort();
    private final Space space = new Space(false);
    private final Inbox inbox = new Inbox();
    private TestBus bus;
    private Subscription requests;

    private static final class Space implements TopicSpace {

        private final boolean free;
        private volatile Set<String> wanted = Set.of();
        private volatile List<URI> doors = List.of();

        Space(boolean free) {
            this.free = free;
        }

        @Override
        public String firstLevel() {
            return "v1";
        }

        @Override
        public boolean offers(String topic) {
            return !topic.contains("#") && !topic.contains("nothing");
        }

        @Override
        public void wanted(Set<String> topics) {
            wanted = topics;
        }

        @Override
        public void doors(List<URI> addresses) {
            doors = addresses;
        }

        @Override
        public boolean freeOnThisMachine() {
            return free;
        }
    }

    private void start(Space its, String... open) {
        bus = TestBus.in(directory)
                .door(Protocol.MQTT, port)
                .open(open)
                .user("writer", List.of("v1"), List.of("v1"))
                .user("all", List.of("#"), List.of("#"));
        bus.users().put(new DoorUser("staff", TestBus.PASSWORD, List.of(), List.of("v1"), true));
        bus.users().addSpace(its);
        bus.start();
        requests = bus.bus().subscribe(SubscriptionSpec.durable("module", TopicSpace.REQUESTS + "v1/#"), inbox);
        Eventually.eventually("the door is known", () -> !its.doors.isEmpty());
    }

    @AfterEach
    void stop() {
        requests.close();
        bus.close();
    }

    private Mqtt3BlockingClient client(String user) {
        return MqttClient.login(MqttClient.v3(port, user), user);
    }

    private Mqtt3BlockingClient guest() {
        var client = MqttClient.v3(port, "guest");
        client.connect();
        return client;
    }

    private static Mqtt3Publishes hear(Mqtt3BlockingClient client, String topic) {
        var publishes = client.publishes(MqttGlobalPublishFilter.ALL);
        client.subscribeWith().topicFilter(topic).qos(MqttQos.AT_LEAST_ONCE).send();
        return publishes;
    }

    private void tell(String text, String audience) throws Exception {
        bus.bus()
                .send(TopicMessage.of(
                        TOPIC, text.getBytes(StandardCharsets.UTF_8), Map.of(TopicSpace.AUDIENCE, audience)))
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
    }

    private static Optional<String> next(Mqtt3Publishes publishes) throws InterruptedException {
        return publishes.receive(5, TimeUnit.SECONDS).map(SpaceTest::text);
    }

    private static String text(Mqtt3Publish publish) {
        return new String(publish.getPayloadAsBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void whatAClientPublishesGoesToTheModuleOnly() throws Exception {
        start(space);
        var everything = client("all");
        var writer = client("writer");
        try (var heardByAll = hear(everything, "#");
                var heard = hear(writer, TOPIC)) {
            MqttClient.publish(writer, TOPIC, "5", 1);
            inbox.await(1);
            tell("from module", TopicSpace.EVERYBODY);
            bus.bus()
                    .send(Inbox.message("plain", "plain"))
                    .toCompletableFuture()
                    .get(10, TimeUnit.SECONDS);

            assertThat(next(heard)).contains("from module");
            assertThat(next(heardByAll)).contains("plain");
        }
        assertThat(inbox.messages()).singleElement().satisfies(m -> {
            assertThat(m.topic()).isEqualTo(TopicSpace.REQUESTS + TOPIC);
            assertThat(m.attributes()).containsEntry(TopicSpace.ACCOUNT, "writer");
        });
        writer.disconnect();
        everything.disconnect();
    }

    @Test
    void accountsAreWhoTheyAreAndMayWhatTheirSettingsName() {
        start(space);
        var modern = MqttClient.login(MqttClient.v5(port, "modern"), "writer");
        modern.publishWith()
                .topic(TOPIC)
                .qos(MqttQos.AT_LEAST_ONCE)
                .userProperties()
                .add(TopicSpace.ACCOUNT, "mayor")
                .applyUserProperties()
                .send();
        inbox.await(1);

        assertThat(inbox.messages().get(0).attributes()).containsEntry(TopicSpace.ACCOUNT, "writer");
        for (var user : List.of("all", "staff")) {
            var other = MqttClient.login(MqttClient.v5(port, user), user);
            assertThatThrownBy(() -> MqttClient.publish(other, TOPIC, "5", 1)).isInstanceOf(RuntimeException.class);
        }
        modern.disconnect();
    }

    @Test
    void whatIsInternalReachesOnlyAccountsThatMayHearIt() throws Exception {
        start(space, "v1");
        var staff = client("staff");
        var writer = client("writer");
        var guest = guest();
        try (var inside = hear(staff, TOPIC);
                var outside = hear(writer, TOPIC);
                var open = hear(guest, TOPIC)) {
            tell("secret", TopicSpace.INTERNAL);
            tell("public", TopicSpace.EVERYBODY);

            assertThat(next(inside)).contains("secret");
            assertThat(next(inside)).contains("public");
            assertThat(next(outside)).contains("public");
            assertThat(next(open)).contains("public");
        }
        assertThatThrownBy(() -> hear(client("all"), TOPIC)).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> hear(staff, "v1/nothing")).isInstanceOf(RuntimeException.class);
    }

    @Test
    void withoutAnAccountNobodyComesInUnlessTheSettingsSaySo() {
        start(space);

        assertThatThrownBy(this::guest).isInstanceOf(RuntimeException.class);
    }

    @Test
    void guestsHearAndDoNotWriteAndLeaveNothingBehind() {
        start(space, "v1");
        var guest = guest();

        assertThatThrownBy(() -> MqttClient.publish(MqttClient.v5Guest(port), TOPIC, "5", 1))
                .isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> hear(guest, "events/#")).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> MqttClient.v3(port, "lasting")
                        .connectWith()
                        .cleanSession(false)
                        .send())
                .isInstanceOf(RuntimeException.class);
        assertThat(inbox.messages()).isEmpty();
    }

    @Test
    void inATestSystemProgramsOnThisMachineWrite() {
        start(new Space(true));
        var guest = guest();

        MqttClient.publish(guest, TOPIC, "5", 1);
        inbox.await(1);

        assertThat(inbox.messages().get(0).attributes()).containsEntry(TopicSpace.ACCOUNT, TopicSpace.EVERYBODY);
        guest.disconnect();
    }

    @Test
    void theModuleKnowsWhatIsWantedAndWhere() {
        start(space);
        var writer = client("writer");

        hear(writer, TOPIC).close();
        Eventually.eventually("the topic is wanted", () -> space.wanted.equals(Set.of(TOPIC)));
        writer.unsubscribeWith().topicFilter(TOPIC).send();
        Eventually.eventually("nothing is wanted", () -> space.wanted.isEmpty());

        assertThat(space.doors).containsExactly(URI.create("mqtt://127.0.0.1:" + port));
        writer.disconnect();
    }

    @Test
    void whileTheModuleIsAwayWhatIsPublishedWaits() {
        start(space);
        requests.close();
        bus.users().removeSpace(space);
        var writer = client("writer");

        MqttClient.publish(writer, TOPIC, "5", 1);
        requests = bus.bus().subscribe(SubscriptionSpec.durable("module", TopicSpace.REQUESTS + "v1/#"), inbox);

        inbox.await(1);
        writer.disconnect();
    }

    /** CONNECT of MQTT 3.1.1 with a name and a password. */
    private static ByteBuffer connect(String user) {
        var fields = new StringBuilder();
        for (var field : List.of("browser", user, TestBus.PASSWORD)) {
            fields.append('\0').append((char) field.length()).append(field);
        }
        var head = "\0\4MQTT\4\u00c2\0\74";
        var packet = "\20" + (char) (head.length() + fields.length()) + head + fields;
        return ByteBuffer.wrap(packet.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static byte firstAnswer(int port) throws Exception {
        var answer = new CompletableFuture<Byte>();
        var listener = new WebSocket.Listener() {
            @Override
            public CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
                answer.complete(data.get(0));
                return null;
            }

            @Override
            public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
                answer.complete((byte) 0);
                return null;
            }

            @Override
            public void onError(WebSocket socket, Throwable error) {
                answer.complete((byte) 0);
            }
        };
        var socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .subprotocols("mqtt")
                .buildAsync(URI.create("ws://127.0.0.1:" + port + "/mqtt"), listener)
                .get(10, TimeUnit.SECONDS);
        socket.sendBinary(connect("writer"), true).get(10, TimeUnit.SECONDS);
        byte first = answer.get(10, TimeUnit.SECONDS);
        socket.abort();
        return first;
    }

    @Test
    void browsersComeInByTheirOwnDoorOnly() throws Exception {
        start(space);
        int ws = TestBus.freePort();
        bus.door(Protocol.WS, ws).start();
        Eventually.eventually(
                "both doors are known", () -> space.doors.contains(URI.create("ws://127.0.0.1:" + ws + "/mqtt")));

        assertThat(firstAnswer(ws)).as("CONNACK").isEqualTo((byte) 0x20);
        assertThat(firstAnswer(port)).as("closed").isZero();
    }
}
