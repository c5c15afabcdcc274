package de.einsnull.sensors.driver.lorawan;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.bus.api.BatchReceiver;
import de.einsnull.bus.api.BusException;
import de.einsnull.bus.api.MessageBus;
import de.einsnull.bus.api.Subscription;
import de.einsnull.bus.api.SubscriptionSpec;
import de.einsnull.bus.api.TopicMessage;
import de.einsnull.sensors.api.driver.Limits;
import de.einsnull.testkit.FakeRequest;
import de.einsnull.testkit.FakeResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Without these anybody could invent measurements, or a network server would believe that a lost uplink is safe. */
class WebhookServletTest {

    private static final String SECRET = "0123456789abcdef";

    private final StubBus bus = new StubBus();
    private final WebhookServlet servlet = new WebhookServlet(bus);
    private final LorawanDriver driver = new LorawanDriver("lora", new String[0], SECRET);

    @BeforeEach
    void bind() {
        servlet.bindTarget(driver);
        servlet.bindTarget(new LorawanDriver("closed", new String[] {"v3/#"}, ""));
    }

    @Test
    void anUplinkIsAcceptedWhenItIsInTheQueue() throws Exception {
        var answer = post("/lora", "Bearer " + SECRET, "{\"any\":1}");

        assertThat(answer.getStatus()).isEqualTo(202);
        assertThat(bus.sent).singleElement().satisfies(m -> {
            assertThat(m.topic()).isEqualTo("sensors/webhook/lora");
            assertThat(m.payload()).asString().isEqualTo("{\"any\":1}");
        });
    }

    @Test
    void withoutTheSecretNothingComesIn() throws Exception {
        for (var header : new String[] {null, "", "Bearer ", "Bearer wrong", "Basic " + SECRET, SECRET}) {
            assertThat(post("/lora", header, "{}").getStatus()).isEqualTo(401);
        }
        assertThat(post("/unknown", "Bearer " + SECRET, "{}").getStatus()).isEqualTo(401);
        assertThat(post("/closed", "Bearer ", "{}").getStatus()).isEqualTo(401);
        assertThat(post(null, "Bearer " + SECRET, "{}").getStatus()).isEqualTo(401);
        assertThat(bus.sent).isEmpty();
    }

    @Test
    void aBodyThatIsTooLongIsRefused() throws Exception {
        var answer = post("/lora", "Bearer " + SECRET, "x".repeat(Limits.MESSAGE_BYTES + 1));

        assertThat(answer.getStatus()).isEqualTo(413);
        assertThat(answer.text()).contains("/problems/too-large");
        assertThat(bus.sent).isEmpty();
    }

    @Test
    void theCallerIsAskedToSendAgainWhenTheBrokerIsAway() throws Exception {
        bus.down = true;

        var answer = post("/lora", "Bearer " + SECRET, "{}");

        assertThat(answer.getStatus()).isEqualTo(503);
        assertThat(answer.headers()).containsKey("Retry-After");
    }

    @Test
    void anInstanceThatIsGoneTakesNothing() throws Exception {
        servlet.unbindTarget(driver);

        assertThat(post("/lora", "Bearer " + SECRET, "{}").getStatus()).isEqualTo(401);
    }

    private FakeResponse post(String path, String authorization, String body) throws Exception {
        var answer = new FakeResponse();
        servlet.doPost(
                FakeRequest.post("/api/sensors/lorawan")
                        .info(path)
                        .header("Authorization", authorization)
                        .body(body),
                answer);
        return answer;
    }

    private static final class StubBus implements MessageBus {

        private final List<TopicMessage> sent = new ArrayList<>();
        private boolean down;

        @Override
        public CompletionStage<Void> send(TopicMessage message) {
            if (down) {
                return CompletableFuture.failedFuture(new BusException("down", null));
            }
            sent.add(message);
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void notify(TopicMessage message) {
            throw new AssertionError("may get lost");
        }

        @Override
        public Subscription subscribe(SubscriptionSpec spec, BatchReceiver receiver) {
            throw new AssertionError("not used");
        }

        @Override
        public long forget(String group) {
            return 0;
        }
    }
}
