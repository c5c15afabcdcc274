package de.einsnull.bus.artemis.message;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.bus.api.TopicMessage;
import de.einsnull.bus.artemis.Names;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.junit.jupiter.api.Test;

/** A letter that does not say what it was, or goes to the wrong group, is a lost or a doubled message. */
class LetterTest {

    private static final Instant AT = Instant.parse("2026-11-24T12:00:00Z");

    private final TopicMessage message =
            TopicMessage.of("shop/a", "{}".getBytes(StandardCharsets.UTF_8), Map.of("unit", "Cel"));
    private final ClientMessage original = MessageCodec.encode(Sessions.offline(), message, true);

    @Test
    void tellsWhatTheMessageWasAndWhyItIsHere() {
        var letter = Letter.read(letter("it broke", 5));
        assertThat(letter.group()).isEqualTo("stock");
        assertThat(letter.cause()).isEqualTo("handler-failed");
        assertThat(letter.detail()).isEqualTo("it broke");
        assertThat(letter.at()).isEqualTo(AT);
        assertThat(letter.message().topic()).isEqualTo("shop/a");
        assertThat(letter.message().attributes())
                .as("nothing of the letter's own")
                .isEqualTo(Map.of("unit", "Cel"));
        assertThat(letter.message().attempt()).isEqualTo(5);
        assertThat(letter.id())
                .isNotEmpty()
                .isNotEqualTo(Letter.read(letter("again", 1)).id());
    }

    @Test
    void goesBackToTheQueueItCameFromAndToNoOther() {
        assertThat(Letter.origin(letter("x", 1))).isEqualTo("shop/a::group:stock|shop/#");
    }

    @Test
    void isTheMessageAgainWhenItIsReplayed() {
        var restored = Letter.restore(Sessions.offline(), letter("x", 1));
        assertThat(restored.getRoutingType()).isEqualTo(RoutingType.MULTICAST);
        assertThat(restored.containsProperty(Letter.ID)).isFalse();
        assertThat(restored.containsProperty(Letter.GROUP)).isFalse();
        var again = MessageCodec.decode(restored, "shop/a", 1, AT);
        assertThat(again.payload()).containsExactly(message.payload());
        assertThat(again.attributes()).isEqualTo(message.attributes());
    }

    /** A stack trace of megabytes must not fill the broker. */
    @Test
    void boundsWhatAModuleSays() {
        assertThat(Letter.read(letter("x".repeat(1_000_000), 1)).detail())
                .hasSize(4_001)
                .endsWith("…");
        assertThat(Letter.read(letter(null, 1)).detail()).isEmpty();
    }

    /** A device that sets the properties of a letter must not be able to speak on another device's topic. */
    @Test
    void aDeviceCannotMakeUpATopic() {
        original.setAddress("shop/b");
        original.putStringProperty("_einsnull_topic", "admin/orders");
        assertThat(Letter.topic(original)).isEqualTo("shop/b");
        original.setAddress("shop/b::group:stock|shop/#");
        assertThat(Letter.topic(original)).isEqualTo("shop/b");
    }

    @Test
    void whatTheBrokerMovedItselfStillHasItsTopic() {
        original.setAddress("shop/#");
        original.putStringProperty(Message.HDR_ORIGINAL_ADDRESS.toString(), "shop/c");
        assertThat(Letter.topic(original)).isEqualTo("shop/c");
        original.removeProperty(Message.HDR_ORIGINAL_ADDRESS.toString());
        assertThat(Letter.topic(original)).isEqualTo("unknown");
    }

    private ClientMessage letter(String detail, int attempts) {
        var reason = new Letter.Reason("stock", "group:stock|shop/#", "handler-failed", detail, attempts);
        var letter = Letter.write(Sessions.offline(), original, message, reason, AT);
        letter.setAddress(Names.DEAD_LETTERS);
        return letter;
    }
}
