package de.einsnull.bus.artemis.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.apache.activemq.artemis.core.security.CheckType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An account may do what its rules say, also where the broker asks by the name of a queue. */
class DoorSecurityTest {

    @ParameterizedTest
    @CsvSource({
        "CONSUME,partner/noise/in,true",
        "CONSUME,partner/noise/in::client.partner.noise.in,true",
        "CREATE_DURABLE_QUEUE,partner/noise/in::client.partner.noise.in,true",
        "CONSUME,partner/noise/in/deep::client,true",
        "CONSUME,partner/noise/inner::client,false",
        "CONSUME,partner/noise/out::client,false",
        "SEND,partner/noise/out,true",
        "SEND,partner/noise/in,false",
        "MANAGE,partner/noise/in,false"
    })
    void asksTheRuleOfTheTopic(CheckType type, String address, boolean expected) {
        var users = new DoorUsers();
        users.put(new DoorUser("noise", "secret", List.of("partner/noise/out"), List.of("partner/noise/in")));
        var security = new DoorSecurity(users, new Guests(users.spaces(), List.of()), Insider.random());
        var subject = security.authenticate("noise", "secret", null, "");

        assertThat(security.authorize(subject, Set.of(), type, address)).isEqualTo(expected);
    }
}
