package de.einsnull.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.testkit.city.City;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who sends too much learns so, instead of losing the connection in the middle of sending. */
@ExtendWith(DemoCity.class)
class LargeBodyIT {

    private static final int MEBIBYTE = 1024 * 1024;

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/api/sensors/lorawan/none", "/de/stadtkarte"})
    void aBodyOfAStatedLengthIsRefusedWithAnAnswer(String path, City city) throws IOException {
        var answer = city.send(post(city, path, BodyPublishers.ofByteArray(new byte[10 * MEBIBYTE])));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).isNotBlank();
    }

    /** Nobody reads this one: the webhook is unknown. */
    @Test
    void aBodyWithoutALengthIsRefusedWithAnAnswer(City city) throws IOException {
        var endless = BodyPublishers.ofInputStream(() -> new Zeros(10 * MEBIBYTE));
        var answer = city.send(post(city, "/api/sensors/lorawan/none", endless));
        assertThat(answer.statusCode()).isBetween(400, 499);
        assertThat(answer.body()).contains("/problems/");
    }

    private static HttpRequest.Builder post(City city, String path, HttpRequest.BodyPublisher body) {
        return HttpRequest.newBuilder(city.url(path))
                .header("Content-Type", "application/json")
                .POST(body);
    }

    private static final class Zeros extends InputStream {

        private int left;

        Zeros(int length) {
            left = length;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }
    }
}
