package de.einsnull.health.core;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.security.api.Roles;
import de.einsnull.testkit.Configurations;
import de.einsnull.testkit.FixedCaller;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who sees the inside. A wrong yes tells the world about hosts, versions and load. */
class VisitorsTest {

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, localhost, true",
        "127.0.0.1, 127.0.0.1, true",
        "0:0:0:0:0:0:0:1, [::1], true",
        "192.168.1.20, localhost, false",
        "203.0.113.7, city.example, false",
        // a page in a browser on the server that was tricked into another name for 127.0.0.1
        "127.0.0.1, evil.example, false"
    })
    void thisMachineIsTrustedByItsOwnName(String address, String host, boolean trusted) {
        assertThat(new Visitors(config(true)).maySeeInside(request(address, host, Map.of())))
                .isEqualTo(trusted);
    }

    /** A reverse proxy on this machine asks for the whole world. */
    @ParameterizedTest
    @ValueSource(strings = {"Forwarded", "X-Forwarded-For", "X-Forwarded-Proto", "X-Real-IP", "Via"})
    void whatAProxyForwardsIsNotFromThisMachine(String header) {
        var request = request("127.0.0.1", "localhost", Map.of(header, "203.0.113.7"));
        assertThat(new Visitors(config(true)).maySeeInside(request)).isFalse();
    }

    @Test
    void nobodyIsTrustedWithoutALoginIfSettingsSaySo() {
        var visitors = new Visitors(config(false));
        var request = request("127.0.0.1", "localhost", Map.of());
        assertThat(visitors.maySeeInside(request)).isFalse();
        var admin = new FixedCaller(FixedCaller.admin("1"));
        visitors.setCurrentRequest(admin);
        assertThat(visitors.maySeeInside(request)).isTrue();
        visitors.unsetCurrentRequest(admin);
        visitors.setCurrentRequest(new FixedCaller(FixedCaller.citizen("1", Roles.STAFF)));
        assertThat(visitors.maySeeInside(request)).isFalse();
    }

    private static HealthConfig config(boolean trust) {
        return Configurations.of(HealthConfig.class, Map.of("trustLoopback", trust));
    }

    private static HttpServletRequest request(String address, String host, Map<String, String> headers) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                VisitorsTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getRemoteAddr" -> address;
                    case "getServerName" -> host;
                    case "getHeader" -> headers.get(arguments[0]);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
