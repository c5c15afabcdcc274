package de.einsnull.web.cxf.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a client's copy counts as fresh. A wrong yes shows old data, a wrong no costs traffic. */
class ConditionalTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "W/\"abc\" | W/\"abc\" | true",
                "\"abc\" | W/\"abc\" | true",
                "W/\"abc--gzip\" | W/\"abc\" | true",
                "\"x\", W/\"abc\" | \"abc\" | true",
                "* | W/\"abc\" | true",
                "\"abcd\" | W/\"abc\" | false",
                "'' | W/\"abc\" | false"
            })
    void matches(String header, String tag, boolean fresh) {
        assertThat(Conditional.matches(header, tag)).isEqualTo(fresh);
    }

    @org.junit.jupiter.api.Test
    void contentDecidesTheTag() {
        var one = Conditional.tagOf("one".getBytes(StandardCharsets.UTF_8));
        assertThat(one).isEqualTo(Conditional.tagOf("one".getBytes(StandardCharsets.UTF_8)));
        assertThat(one).isNotEqualTo(Conditional.tagOf("two".getBytes(StandardCharsets.UTF_8)));
    }
}
