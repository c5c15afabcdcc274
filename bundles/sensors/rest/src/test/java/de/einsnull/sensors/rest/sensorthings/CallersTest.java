package de.einsnull.sensors.rest.sensorthings;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.security.api.CurrentRequest;
import de.einsnull.security.api.Identity;
import de.einsnull.security.api.Roles;
import de.einsnull.sensors.sensorthings.store.Visibility;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where this is wrong, anybody writes measurements, or reads what is nobody's business. */
class CallersTest {

    private static HttpServletRequest from(String address, Map<String, String> headers) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                CallersTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) ->
                        method.getName().equals("getHeader") ? headers.get((String) arguments[0]) : address);
    }

    private static CurrentRequest current(String... roles) {
        var identity = roles.length == 0 ? Identity.ANONYMOUS : new Identity("1", "a", Set.of(roles));
        return (CurrentRequest) Proxy.newProxyInstance(
                CallersTest.class.getClassLoader(),
                new Class<?>[] {CurrentRequest.class},
                (proxy, method, arguments) -> identity);
    }

    @Test
    void staffReadsAndWritesEverything() {
        var caller = new Callers(current(Roles.STAFF, Roles.CITIZEN), false).of(from("10.0.0.5", Map.of()), "b");

        assertThat(caller).isEqualTo(new Caller("1", Visibility.ALL, true, "b"));
    }

    @Test
    void everybodyElseReadsWhatIsOpen() {
        assertThat(new Callers(current(), false).of(from("127.0.0.1", Map.of()), "b"))
                .isEqualTo(new Caller("", Visibility.OPEN, false, "b"));
        assertThat(new Callers(current(Roles.CITIZEN), false).of(from("127.0.0.1", Map.of()), "b"))
                .isEqualTo(new Caller("1", Visibility.OPEN, false, "b"));
    }

    /** In conformance mode. A page in the browser of this machine's user is not a program on this machine. */
    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, '', true",
        "::1, '', true",
        "10.0.0.5, '', false",
        "127.0.0.1, Origin, false",
        "127.0.0.1, Sec-Fetch-Site, false",
        "127.0.0.1, X-Forwarded-For, false",
    })
    void inConformanceModeProgramsOnThisMachineWrite(String address, String header, boolean writes) {
        var headers = header.isEmpty() ? Map.<String, String>of() : Map.of(header, "x");

        assertThat(new Callers(current(), true).of(from(address, headers), "b").writing())
                .isEqualTo(writes);
    }
}
