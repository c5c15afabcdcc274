package de.einsnull.bus.artemis.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Without these, a group would get messages twice, or those of the broker itself. */
class TopicFilterTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "a/b", "a/+/c", "a/#", "a/+", "v1.1/Things(1)/x?y=z", "a//b"})
    void usable(String filter) {
        TopicFilter.check(filter);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "#", "+/a", "$sys/a", "a/#/b", "a/b+", "a/b#", "a::b", "a|b", "a+/b"})
    void notUsable(String filter) {
        assertThatThrownBy(() -> TopicFilter.check(filter)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "a/#,a/b,true",
        "a/#,a,true",
        "a/#,a/+/c,true",
        "a/+,a/b,true",
        "a/+,a/#,false",
        "a/+,a/b/c,false",
        "a/b,a/+,false",
        "a/b,a/b,true",
        "a/+/c,a/b/c,true",
        "a/+/c,a/b/d,false",
        "a/b/c,a/b,false"
    })
    void covers(String wide, String narrow, boolean expected) {
        assertThat(TopicFilter.covers(wide, narrow)).isEqualTo(expected);
    }

    @Test
    void coveredFiltersAreLeftOut() {
        assertThat(TopicFilter.withoutCovered(List.of("a/b", "a/#", "x", "x", "a/+/c")))
                .containsExactly("a/#", "x");
    }
}
