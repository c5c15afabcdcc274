package de.einsnull.bus.artemis.message;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.bus.api.TopicMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.junit.jupiter.api.Test;

/** What is lost or made up here, drivers would decode wrongly. */
class MessageCodecTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    @Test
    void bytesAndAttributesArriveAsTheyWereSent() {
        var sent = TopicMessage.of(
                "a/b",
                new byte[] {0, -1, 127, '{'},
                Map.of("content-type", "application/cbor", "unit", "°C", "X_1-a", ""));
        var core = MessageCodec.encode(Sessions.offline(), sent, true);
        var received = MessageCodec.decode(core, "a/b", 3, NOW);
        assertThat(received.payload()).containsExactly(sent.payload());
        assertThat(received.attributes()).isEqualTo(sent.attributes());
        assertThat(received.attempt()).isEqualTo(3);
        assertThat(core.isDurable()).isTrue();
    }

    /** It identifies the message for the broker; receivers must not build on it. */
    @Test
    void theIdAgainstRepetitionIsForTheBrokerOnly() {
        var sent = TopicMessage.of("a", new byte[0], Map.of(TopicMessage.DEDUPLICATION_ID, "42"));
        var core = MessageCodec.encode(Sessions.offline(), sent, true);
        assertThat(core.getObjectProperty(Message.HDR_DUPLICATE_DETECTION_ID)).hasToString("42");
        assertThat(MessageCodec.decode(core, "a", 1, NOW).attributes()).isEmpty();
    }

    @Test
    void whatProtocolsNoteForThemselvesIsNoAttribute() {
        var core = Sessions.message(Message.BYTES_TYPE, true, 0, (byte) 4);
        for (var name : new String[] {"_AMQ_ORIG_ADDRESS", "mqtt.qos.level", "JMSXGroupID", "NATIVE_MESSAGE_ID"}) {
            core.putStringProperty(name, "inside");
        }
        core.putStringProperty("not an attribute", "x");
        core.putStringProperty("n".repeat(201), "x");
        core.putStringProperty("unit", "Cel");
        core.putStringProperty("JMS_AMQP_ContentType", "text/plain");
        assertThat(MessageCodec.decode(core, "a", 1, NOW).attributes())
                .isEqualTo(Map.of("unit", "Cel", "content-type", "text/plain"));
    }

    @Test
    void aTextOfAnAmqpClientIsItsBytes() {
        var text = Sessions.message(Message.TEXT_TYPE, true, 0, (byte) 4);
        text.getBodyBuffer().writeNullableSimpleString(SimpleString.of("{\"ort\":\"Straße\"}"));
        assertThat(new String(MessageCodec.decode(text, "a", 1, NOW).payload(), StandardCharsets.UTF_8))
                .isEqualTo("{\"ort\":\"Straße\"}");
        var empty = Sessions.message(Message.TEXT_TYPE, true, 0, (byte) 4);
        empty.getBodyBuffer().writeNullableSimpleString(null);
        assertThat(MessageCodec.decode(empty, "a", 1, NOW).payload()).isEmpty();
    }

    @Test
    void aMessageWithoutATimeCameNow() {
        var without = Sessions.message(Message.BYTES_TYPE, true, 0, (byte) 4);
        assertThat(MessageCodec.decode(without, "a", 1, NOW).receivedAt()).isEqualTo(NOW);
        var with = Sessions.message(Message.BYTES_TYPE, true, 1_000, (byte) 4);
        assertThat(MessageCodec.decode(with, "a", 1, NOW).receivedAt()).isEqualTo("1970-01-01T00:00:01Z");
    }
}
