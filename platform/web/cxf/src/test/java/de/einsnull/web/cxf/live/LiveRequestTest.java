package de.einsnull.web.cxf.live;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a page may ask for. */
class LiveRequestTest {

    @ParameterizedTest
    @ValueSource(strings = {"menu", "map/parking", "map/traffic-counters/2", "1"})
    void takesChannels(String name) {
        assertThat(LiveRequest.of(request(null, name)).orElseThrow().channels()).containsExactly(name);
    }

    /** Names end up in the stream: a line break would be an event of the attacker's. */
    @ParameterizedTest
    @ValueSource(strings = {"", "Menu", "/menu", "menu/", "a//b", "../x", "a b", "a\nevent: b", "ä"})
    void refusesOtherNames(String name) {
        assertThat(LiveRequest.of(request(null, name))).isEmpty();
    }

    @Test
    void refusesNoneTooManyAndTooLong() {
        assertThat(LiveRequest.of(request(null, (String[]) null))).isEmpty();
        var many = IntStream.range(0, 17).mapToObj(i -> "c" + i).toArray(String[]::new);
        assertThat(LiveRequest.of(request(null, many))).isEmpty();
        assertThat(LiveRequest.of(request(null, "x".repeat(101)))).isEmpty();
    }

    @Test
    void knowsWhoComesBack() {
        assertThat(LiveRequest.of(request("17", "menu")).orElseThrow().cameBack())
                .isTrue();
        assertThat(LiveRequest.of(request(null, "menu")).orElseThrow().cameBack())
                .isFalse();
    }

    private static HttpServletRequest request(String lastEvent, String... channels) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                LiveRequestTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getRemoteAddr" -> "127.0.0.1";
                    case "getHeader" -> lastEvent;
                    case "getParameterValues" -> channels;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
