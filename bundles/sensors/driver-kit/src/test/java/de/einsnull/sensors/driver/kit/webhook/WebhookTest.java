package de.einsnull.sensors.driver.kit.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.bus.api.BatchReceiver;
import de.einsnull.bus.api.BusException;
import de.einsnull.bus.api.MessageBus;
import de.einsnull.bus.api.Subscription;
import de.einsnull.bus.api.SubscriptionSpec;
import de.einsnull.bus.api.TopicMessage;
import de.einsnull.sensors.api.driver.Limits;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Without these anybody could invent measurements, or a sender would believe that a lost message is safe. */
class WebhookTest {

    private static final String SECRET = "0123456789abcdef";
    private static final String SIGNATURE = "X-Hub-Signature-256";
    private static final Map<String, String> TOKEN = Map.of("Authorization", "Bearer " + SECRET);

    private final StubBus bus = new StubBus();
    private final TestWebhook webhook = new TestWebhook(bus);
    private final WebhookTarget open = target("open", Guards.token(SECRET));

    @BeforeEach
    void bind() {
        webhook.add(open);
        webhook.add(target("closed", Guards.token("short")));
        webhook.add(target("signed", Guards.signature(SECRET, SIGNATURE)));
    }

    @Test
    void aBodyIsAcceptedWhenItIsInTheQueue() throws Exception {
        assertThat(post("/open", TOKEN, "{\"any\":1}").status()).isEqualTo(202);

        assertThat(bus.sent).singleElement().satisfies(m -> {
            assertThat(m.topic()).isEqualTo("test/open");
            assertThat(m.payload()).asString().isEqualTo("{\"any\":1}");
        });
    }

    @Test
    void withoutTheSecretNothingComesIn() throws Exception {
        for (var header : new String[] {"", "Bearer ", "Bearer wrong", "Basic " + SECRET, SECRET}) {
            assertThat(post("/open", Map.of("Authorization", header), "{}").status())
                    .isEqualTo(401);
        }
        assertThat(post("/open", Map.of(), "{}").status()).isEqualTo(401);
        assertThat(post("/unknown", TOKEN, "{}").status()).isEqualTo(401);
        assertThat(post("/closed", Map.of("Authorization", "Bearer short"), "{}")
                        .status())
                .isEqualTo(401);
        assertThat(post(null, TOKEN, "{}").status()).isEqualTo(401);
        assertThat(post("/signed", TOKEN, "{}").status()).isEqualTo(401);
        assertThat(bus.sent).isEmpty();
    }

    /** Computed with {@code printf '{"a":1}' | openssl dgst -sha256 -hmac 0123456789abcdef}. */
    @Test
    void aSignatureIsThatOfTheBody() throws Exception {
        var hex = "1c76fbb930d3aa8b1633728fae212c68ca68a6752bb319b98be6fe17e86cf5b8";
        var base64 = "HHb7uTDTqosWM3KPriEsaMpopnUrsxm5i+b+F+hs9bg=";

        for (String good : List.of("sha256=" + hex, hex, base64, "sha256=" + base64)) {
            assertThat(post("/signed", Map.of(SIGNATURE, good), "{\"a\":1}").status())
                    .isEqualTo(202);
        }
        assertThat(post("/signed", Map.of(SIGNATURE, hex), "{\"a\":2}").status())
                .isEqualTo(401);
        assertThat(post("/signed", Map.of(SIGNATURE, "sha256=!"), "{\"a\":1}").status())
                .isEqualTo(401);
        assertThat(bus.sent).hasSize(4);
    }

    @Test
    void aBodyThatIsTooLongIsRefused() throws Exception {
        var exchange = post("/open", TOKEN, "x".repeat(Limits.MESSAGE_BYTES + 1));

        assertThat(exchange.status()).isEqualTo(413);
        assertThat(exchange.body()).contains("/problems/too-large");
        assertThat(bus.sent).isEmpty();
    }

    @Test
    void theCallerIsAskedToSendAgainWhenTheBrokerIsAway() throws Exception {
        bus.down = true;

        var exchange = post("/open", TOKEN, "{}");

        assertThat(exchange.status()).isEqualTo(503);
        assertThat(exchange.headers()).containsKey("Retry-After");
    }

    @Test
    void anInstanceThatIsGoneTakesNothing() throws Exception {
        webhook.remove(open);

        assertThat(post("/open", TOKEN, "{}").status()).isEqualTo(401);
    }

    private Exchange post(String path, Map<String, String> headers, String body) throws Exception {
        var exchange = new Exchange(path, new HashMap<>(headers), body.getBytes(StandardCharsets.UTF_8));
        webhook.doPost(exchange.request(), exchange.response());
        return exchange;
    }

    private static WebhookTarget target(String instance, WebhookTarget.Guard guard) {
        return new WebhookTarget() {
            @Override
            public String instance() {
                return instance;
            }

            @Override
            public String topic() {
                return "test/" + instance;
            }

            @Override
            public Guard guard() {
                return guard;
            }
        };
    }

    private static final class TestWebhook extends Webhook {

        private static final long serialVersionUID = 1L;

        TestWebhook(MessageBus bus) {
            super(bus);
        }
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
