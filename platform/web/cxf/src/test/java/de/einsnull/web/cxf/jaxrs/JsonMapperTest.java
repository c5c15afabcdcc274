package de.einsnull.web.cxf.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What modules and their clients may rely on in JSON. */
class JsonMapperTest {

    private final ObjectMapper json = JsonMapper.create();

    enum Kind {
        OAK,
        LIME
    }

    record Tree(Kind kind, int metres, Integer age, LocalDate planted, OffsetDateTime seen, List<String> notes) {}

    record Times(Instant at, LocalDate day, Duration lasted) {}

    @Test
    void writesIsoTimesAndLeavesOutWhatIsNull() throws JsonProcessingException {
        var times =
                new Times(Instant.parse("2026-11-24T08:00:00Z"), LocalDate.of(2026, 11, 24), Duration.ofMinutes(90));
        assertThat(json.writeValueAsString(times))
                .isEqualTo("{\"at\":\"2026-11-24T08:00:00Z\",\"day\":\"2026-11-24\",\"lasted\":\"PT1H30M\"}");
        assertThat(json.writeValueAsString(new Times(null, null, null))).isEqualTo("{}");
    }

    @Test
    void keepsTheOffsetOfATime() throws JsonProcessingException {
        var tree = json.readValue("{\"metres\":1,\"seen\":\"2026-07-01T12:00:00+02:00\"}", Tree.class);
        assertThat(tree.seen()).isEqualTo(OffsetDateTime.parse("2026-07-01T12:00:00+02:00"));
        assertThat(tree.seen().getOffset().getTotalSeconds()).isEqualTo(7_200);
    }

    @Test
    void ignoresWhatItDoesNotKnow() throws JsonProcessingException {
        assertThat(json.readValue("{\"metres\":3,\"new\":[1]}", Tree.class))
                .isEqualTo(new Tree(null, 3, null, null, null, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"metres\":null}",
                "{\"metres\":1.5}",
                "{\"metres\":\"tall\"}",
                "{\"metres\":99999999999}",
                "{\"metres\":NaN}",
                "{\"metres\":1,\"metres\":2}",
                "{\"metres\":1} {}",
                "{\"metres\":1,\"kind\":0}",
                "{\"metres\":1,\"kind\":\"FIR\"}",
                "{\"metres\":1,\"planted\":\"24.11.2026\"}",
                "{\"metres\":1,}",
                "[]",
                ""
            })
    void refusesWhatIsDoubtful(String text) {
        assertThatThrownBy(() -> json.readValue(text, Tree.class)).isInstanceOf(JsonProcessingException.class);
    }

    /** A few kilobytes must not cost seconds or the stack. */
    @Test
    void refusesWhatExhausts() {
        assertThatThrownBy(() -> json.readTree("[".repeat(100) + "]".repeat(100)))
                .isInstanceOf(JsonProcessingException.class);
        assertThatThrownBy(() -> json.readTree("1" + "0".repeat(200))).isInstanceOf(JsonProcessingException.class);
        assertThatThrownBy(() -> json.readTree("{\"" + "x".repeat(2_000) + "\":1}"))
                .isInstanceOf(JsonProcessingException.class);
    }
}
