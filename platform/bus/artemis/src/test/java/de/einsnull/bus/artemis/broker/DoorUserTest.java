package de.einsnull.bus.artemis.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Without these, an account could reach topics of others. */
class DoorUserTest {

    @ParameterizedTest
    @CsvSource({
        "ttn,ttn,true",
        "ttn,ttn/a/b,true",
        "ttn,ttnx/a,false",
        "ttn/,ttn/a,true",
        "ttn/#,ttn/a,true",
        "ttn/v3,ttn,false",
        "#,anything/at/all,true",
        "#,events/de/x,false",
        "#,$sys.mqtt.sessions,false",
        "#,dead-letters,false",
        "#,activemq.management,false",
        "events,events/de/x,true",
        "ttn,ttn/+/x,false",
        "ttn,ttn/#,false"
    })
    void publishes(String prefix, String topic, boolean expected) {
        var user = new DoorUser("u", "p", List.of(prefix), List.of());
        assertThat(user.mayPublish(topic)).isEqualTo(expected);
        assertThat(user.maySubscribe(topic)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"ttn,ttn/+/x,true", "ttn,ttn/#,true", "ttn,#,false", "ttn,+/x,false", "#,a/#,true"})
    void subscribes(String prefix, String filter, boolean expected) {
        var user = new DoorUser("u", "p", List.of(), List.of(prefix));
        assertThat(user.maySubscribe(filter)).isEqualTo(expected);
        assertThat(user.mayPublish("ttn/x")).isFalse();
    }

    @Test
    void withoutRulesNothingIsAllowedAndWithoutAPasswordThereIsNoAccount() {
        var user = new DoorUser("u", "secret", List.of(""), List.of());
        assertThat(user.mayPublish("a")).isFalse();
        assertThat(user.hasPassword("secret")).isTrue();
        assertThat(user.hasPassword("Secret")).isFalse();
        assertThatThrownBy(() -> new DoorUser("u", "", List.of(), List.of())).hasMessageContaining("no password");
        assertThatThrownBy(() -> new DoorUser("../u", "p", List.of(), List.of()))
                .hasMessageContaining("Not a name");
    }
}
