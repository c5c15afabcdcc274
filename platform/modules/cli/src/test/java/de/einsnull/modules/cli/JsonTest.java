package de.einsnull.modules.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    @Test
    void readsEveryKindOfValue() {
        assertThat(Json.read(" {\"a\" : [1, -2.5e1, true, false, null, \"\"], \"b\":{}, \"c\":[]} "))
                .isEqualTo(
                        Map.of("a", Arrays.asList(1.0, -25.0, true, false, null, ""), "b", Map.of(), "c", List.of()));
        assertThat(Json.read("\"\\u00e4\\n\\\"\\\\\\/\\t\"")).isEqualTo("ä\n\"\\/\t");
    }

    @Test
    void whatItWritesItReads() {
        String text = "a\"b\\c\nd\u0001ä";
        assertThat(Json.read(Json.quote(text))).isEqualTo(text);
    }

    /** A page of a proxy that is nested without end would else end the program with a stack trace. */
    @Test
    void isNotLedIntoTheDepth() {
        assertThat(Json.read("[".repeat(100) + "]".repeat(100))).isInstanceOf(List.class);
        assertThatThrownBy(() -> Json.read("[".repeat(100_000))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Json.read("{\"a\":".repeat(100_000))).isInstanceOf(IllegalArgumentException.class);
        assertThat(Json.read("[" + "[],".repeat(1_000) + "[]]"))
                .as("many beside each other are not deep")
                .isInstanceOf(List.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "[1", "[1,]", "{\"a\"}", "\"a", "\"\\u12\"", "tru", "1 2", "-", "\"\\", "\"\\uzzzz\""})
    void refusesWhatIsNotJson(String text) {
        assertThatThrownBy(() -> Json.read(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
